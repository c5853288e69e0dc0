import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultCodebook } from '../../shared/codebook/default-codebook'
import type { MemoryMain } from '../state/laws/in-memory-main'
import { createMemoryMain } from '../state/laws/in-memory-main'
import { annotator, articles } from '../state/laws/three-articles'
import { quiet, startWindow } from '../state/laws/window-in-node'
import { store } from '../state/store'
import { shownView } from '../state/view'
import { commandOf, runCommand } from './commands'

let main: MemoryMain
let stop: () => void

beforeEach(async () => {
  main = createMemoryMain({ name: 'Keys', articles, annotator, codebook: defaultCodebook })
  stop = await startWindow(main)
})
afterEach(async () => {
  store.setState({ dialog: undefined, linking: undefined })
  runCommand('close-project')
  await quiet(main)
  stop()
})

function caretAt(words: string): void {
  const at = store.getState().article?.article.text.indexOf(words) ?? -1
  if (at === -1) throw new RangeError(`The text does not contain “${words}”`)
  shownView()?.select({ anchor: at + 1, head: at + 1 })
}

async function tag(words: string, type: string): Promise<string | undefined> {
  const at = store.getState().article?.article.text.indexOf(words) ?? -1
  shownView()?.select({ anchor: at, head: at + words.length })
  runCommand(`tag-${type}`)
  await quiet(main)
  return store.getState().focused
}

describe('a key for an annotation', () => {
  const shows = [
    { command: 'note', seen: () => store.getState().cardRequest?.annotation },
    { command: 'edit-annotation', seen: () => store.getState().cardRequest?.annotation },
    { command: 'link', seen: () => store.getState().linking?.annotation },
    { command: 'move-end', seen: () => store.getState().moving?.annotation },
    { command: 'next-here', seen: () => store.getState().focused },
  ]
  for (const { command, seen } of shows)
    it(`takes the shortest one at the caret when none is in focus: ${command}`, async () => {
      await tag('Some 1,600 people', 'claim')
      const shortest = await tag('1,600', 'figure')
      caretAt('We lost')
      expect(store.getState().focused).toBeUndefined()
      expect(commandOf(store.getState(), command)?.when(store.getState())).toBe(
        ['edit-annotation', 'move-end', 'next-here'].includes(command),
      )
      caretAt('600')
      runCommand(command)
      await quiet(main)
      expect(seen()).toBe(shortest)
    })

  it('shows the history of the one at the caret', async () => {
    await tag('1,600', 'figure')
    const canShow = () =>
      commandOf(store.getState(), 'annotation-history')?.when(store.getState()) === true
    caretAt('We lost')
    expect(canShow()).toBe(false)
    caretAt('600')
    expect(canShow()).toBe(true)
  })

  it('looks for other mentions of the words at the caret', async () => {
    await tag('Some 1,600 people', 'claim')
    caretAt('people')
    runCommand('find-mentions')
    expect(store.getState().dialog).toMatchObject({ mentions: { words: 'Some 1,600 people' } })
  })

  it('deletes only what is in focus', async () => {
    const figure = await tag('1,600', 'figure')
    caretAt('We lost')
    caretAt('600')
    expect(runCommand('delete-annotation')).toBe(false)
    runCommand('next-here')
    expect(store.getState().focused).toBe(figure)
    expect(runCommand('delete-annotation')).toBe(true)
  })
})
