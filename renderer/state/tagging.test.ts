import { afterEach, describe, expect, it, vi } from 'vitest'
import { valuesOf } from '../../shared/annotation/bucket-map'
import { runCommand } from '../commands/commands'
import { startedWindow } from './laws/started-window'
import { ownSet } from './selectors'
import { setPreferences } from './settings'
import { store } from './store'
import { tagIfArmed } from './tagging'

const { select, quiet, tag } = startedWindow()

const tagged = (): string[] => {
  const set = ownSet(store.getState())
  return set === undefined
    ? []
    : [...valuesOf(set.annotations)].map(({ quote }) => quote[0]?.exact ?? '')
}

describe('a tag that is armed', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('waits after a second press whether a third makes a sentence of the word', async () => {
    runCommand('arm-claim')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    select('people')
    expect(tagIfArmed(2)).toBe(true)
    vi.advanceTimersByTime(300)
    select('Some 1,600 people left')
    tagIfArmed(3)
    expect(tagged()).toEqual([])
    vi.advanceTimersByTime(600)
    await quiet()
    expect(tagged()).toEqual(['Some 1,600 people left'])
  })

  it('leaves the keyboard in the text, also where each tag goes to its fields', async () => {
    await setPreferences({ entersCard: true })
    await tag('We lost', 'claim')
    const asked = store.getState().cardRequest?.asked
    expect(asked).toBeDefined()
    runCommand('arm-claim')
    select('people')
    tagIfArmed()
    await quiet()
    expect(tagged()).toContain('people')
    expect(store.getState().cardRequest?.asked).toBe(asked)
  })
})

it('what is tagged is seen, also when its type or all marks were hidden', async () => {
  for (const hide of ['toggle-marks', 'hide-figure']) {
    runCommand(hide)
    await tag('1,600', 'figure')
    const { hidesMarks, hiddenTypes } = store.getState()
    expect([hidesMarks, [...hiddenTypes]], hide).toEqual([false, []])
  }
})
