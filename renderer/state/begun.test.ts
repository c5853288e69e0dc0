import { describe, expect, it } from 'vitest'
import { runCommand } from '../commands/commands'
import { goToAnnotation, ownAnnotations } from './annotating'
import { retagAll } from './bulk-editing'
import { saveCodebook } from './codebook-editing'
import { startedWindow } from './laws/started-window'
import { codebookOf } from './selectors'
import { store } from './store'
import { shownView } from './view'

const { tag, select, quiet } = startedWindow()

const codebook = () => {
  const found = codebookOf(store.getState())
  if (found === undefined) throw new RangeError('A project is open')
  return found
}
const typesOnPage = (): string[] => [...ownAnnotations(store.getState())].map(({ type }) => type)

async function dropType(key: string): Promise<void> {
  const before = codebook()
  await saveCodebook({ ...before, types: before.types.filter(type => type.key !== key) })
  await quiet()
}

describe('what was begun before the codebook or the annotation was edited', () => {
  it('arms no type that was deleted', async () => {
    runCommand('arm-claim')
    await dropType('claim')
    expect(store.getState().armed).toBeUndefined()
    // With nothing selected a type's key asks for words, as it does when nothing is armed.
    runCommand('tag-quote')
    expect(store.getState()).toMatchObject({ armed: undefined, hint: 'Select words first' })
  })

  it('keeps a type armed that was given another name', async () => {
    runCommand('arm-claim')
    const before = codebook()
    const types = before.types.map(type =>
      type.key === 'claim' ? { ...type, label: 'Statement' } : type,
    )
    await saveCodebook({ ...before, types })
    await quiet()
    select('1,600')
    runCommand('edit-annotation')
    await quiet()
    expect(typesOnPage()).toEqual(['claim'])
  })

  it('tags like the last one whose type is still there', async () => {
    await tag('1,600', 'figure')
    await tag('We lost', 'quote')
    await dropType('quote')
    select('people')
    runCommand('repeat-tag')
    await quiet()
    expect(typesOnPage().sort()).toEqual(['figure', 'figure', 'quote'])
    store.setState({ recentTypes: [] })
    select('Some')
    runCommand('repeat-tag')
    await quiet()
    expect(typesOnPage()).toHaveLength(4)
    expect(typesOnPage().filter(type => type === 'figure')).toHaveLength(3)
  })

  it('says that a boundary that was moved and not kept stays where it was', async () => {
    const claim = await tag('Some 1,600 people', 'claim')
    await tag('We lost', 'quote')
    goToAnnotation(claim)
    runCommand('move-end')
    runCommand('previous-annotation')
    expect(store.getState().hint).toBeUndefined()
    goToAnnotation(claim)
    runCommand('move-end')
    const { anchor, head } = store.getState().selection
    shownView()?.select({ anchor, head: head - 3 })
    runCommand('previous-annotation')
    expect(store.getState()).toMatchObject({ moving: undefined, hint: 'Left as it was' })
  })

  it('links by the type that the first annotation has by now', async () => {
    const first = await tag('We lost', 'quote')
    const second = await tag('1,600', 'figure')
    goToAnnotation(first)
    runCommand('link')
    const claim = codebook().types.find(({ key }) => key === 'claim')
    if (claim === undefined) throw new RangeError('There are claims')
    retagAll(
      [...ownAnnotations(store.getState())].filter(({ id }) => id === first),
      claim,
    )
    await quiet()
    goToAnnotation(second)
    runCommand('link')
    expect(store.getState().dialog).toMatchObject({ kind: 'relation', from: { type: 'claim' } })
  })
})
