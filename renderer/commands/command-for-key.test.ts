import { describe, expect, it } from 'vitest'
import { startedWindow } from '../state/laws/started-window'
import { store } from '../state/store'
import { commandForKey } from './command-for-key'

const { tag, caretIn } = startedWindow()

const said = (key: string, held: { readonly shiftKey?: boolean; readonly altKey?: boolean } = {}) =>
  commandForKey(
    store.getState(),
    {
      ...{ key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false },
      ...{ altGraph: false, ...held },
    },
    false,
  )

describe('a key whose command may not run now', () => {
  it.each([
    { name: 'N', why: 'Go to an annotation first', key: 'n' },
    { name: 'L', why: 'Go to an annotation first', key: 'l' },
    { name: 'Alt+M', why: 'Go to an annotation first', key: 'm', held: { altKey: true } },
    { name: 'Alt+H', why: 'Go to an annotation first', key: 'h', held: { altKey: true } },
    {
      name: 'Delete',
      why: 'Only the annotation in focus is deleted: go to it first',
      key: 'Delete',
    },
    { name: 'Shift+W', why: 'Select words first', key: 'W', held: { shiftKey: true } },
    { name: 'F3', why: 'Find something first', key: 'F3' },
    { name: 'F6', why: 'Only one article is on screen', key: 'F6' },
  ])('says why: $name', async ({ key, why, held }) => {
    await tag('1,600', 'figure')
    caretIn('We lost')
    expect(said(key, held)).toEqual({ why })
  })

  it('says that nothing can be changed in a project that is only read', () => {
    const { opened } = store.getState()
    if (opened === undefined) throw new RangeError('A project is open')
    store.setState({ opened: { ...opened, readOnly: 'It is open elsewhere.' } })
    expect(said('1')).toEqual({ why: 'This project is open for reading only' })
    expect(said('l')).toEqual({ why: 'This project is open for reading only' })
    // What only looks does not need more.
    for (const why of [said('g'), said('h', { altKey: true })])
      expect(why).toEqual({ why: 'Go to an annotation first' })
    store.setState({ opened })
  })

  it('says nothing for a key that is no command’s, and for one that leaves what is not open', () => {
    expect(said('x')).toBeUndefined()
    expect(said('Escape')).toBeUndefined()
  })

  it('runs the command as soon as it may', async () => {
    await tag('1,600', 'figure')
    expect(said('n')).toMatchObject({ command: { id: 'note' } })
  })
})
