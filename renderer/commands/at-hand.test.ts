import { describe, expect, it } from 'vitest'
import { goToAnnotation } from '../state/annotating'
import { startedWindow } from '../state/laws/started-window'
import { store } from '../state/store'
import { commandOf, runCommand } from './commands'

const { tag, caretIn, quiet } = startedWindow()
const mayRun = (id: string): boolean =>
  commandOf(store.getState(), id)?.when(store.getState()) === true

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
      caretIn('We lost')
      expect(store.getState().focused).toBeUndefined()
      caretIn('600')
      runCommand(command)
      await quiet()
      expect(seen()).toBe(shortest)
    })

  for (const command of ['note', 'link', 'annotation-history', 'find-mentions'])
    it(`is there only with the caret in one: ${command}`, async () => {
      await tag('1,600', 'figure')
      caretIn('We lost')
      expect(mayRun(command)).toBe(false)
      caretIn('600')
      expect(mayRun(command)).toBe(true)
    })

  it('looks for other mentions of the words at the caret', async () => {
    await tag('Some 1,600 people', 'claim')
    caretIn('people')
    runCommand('find-mentions')
    expect(store.getState().dialog).toMatchObject({ mentions: { words: 'Some 1,600 people' } })
  })

  it('deletes only what is in focus', async () => {
    const figure = await tag('1,600', 'figure')
    caretIn('We lost')
    caretIn('600')
    expect(runCommand('delete-annotation')).toBe(false)
    runCommand('next-here')
    expect(store.getState().focused).toBe(figure)
    expect(runCommand('delete-annotation')).toBe(true)
  })
})

it('the keys to the next and the previous annotation pass over hidden ones', async () => {
  const lost = await tag('We lost', 'claim')
  await tag('a lie', 'figure')
  const people = await tag('people', 'claim')
  runCommand('hide-figure')
  goToAnnotation(lost)
  runCommand('next-annotation')
  expect(store.getState().focused).toBe(people)
  runCommand('previous-annotation')
  expect(store.getState().focused).toBe(lost)
})
