import { describe, expect, it } from 'vitest'
import type { AnnotationId } from '../../shared/annotation/annotation'
import type { Attribute, Codebook } from '../../shared/codebook/codebook'
import { typeOf } from '../../shared/codebook/codebook'
import { runCommand } from '../commands/commands'
import { setAttribute, setNote } from './annotating'
import { retagAll, setAttributeOfAll } from './bulk-editing'
import { saveCodebook } from './codebook-editing'
import { startedWindow } from './laws/started-window'
import { annotationOf, codebookOf } from './selectors'
import { store } from './store'

const { tag, quiet } = startedWindow()

const found = (id: AnnotationId) => {
  const annotation = annotationOf(store.getState(), id)
  if (annotation === undefined) throw new Error('It is gone')
  return annotation
}
const codebook = (): Codebook => {
  const shown = codebookOf(store.getState())
  if (shown === undefined) throw new Error('No project is open')
  return shown
}
const attributeOf = (type: string, key: string): Attribute => {
  const attribute = typeOf(codebook(), type)?.attributes.find(one => one.key === key)
  if (attribute === undefined) throw new Error(`No ${key} of ${type}`)
  return attribute
}

describe('a change of several annotations', () => {
  it('sets a value where the type asks for it, leaves the others, and is one step', async () => {
    const claims = [await tag('We lost', 'claim'), await tag('a lie', 'claim')]
    const figure = await tag('1,600', 'figure')
    const all = [...claims, figure].map(found)
    setAttributeOfAll(all, attributeOf('claim', 'stance'), new Set(['claim']), 'denied')
    await quiet()
    expect([...claims, figure].map(id => found(id).attributes)).toEqual([
      { stance: 'denied' },
      { stance: 'denied' },
      {},
    ])
    expect(store.getState().hint).toBe('Set the stance of 2 annotations; 1 other has no stance')
    runCommand('undo')
    await quiet()
    expect([...claims, figure].map(id => found(id).attributes)).toEqual([{}, {}, {}])
  })

  it('takes values along to another type where both ask the same', async () => {
    const quoteType = typeOf(codebook(), 'quote')
    if (quoteType === undefined) throw new Error('There are quotes')
    const stance = attributeOf('claim', 'stance')
    const types = codebook().types.map(type =>
      type === quoteType ? { ...type, attributes: [...type.attributes, stance] } : type,
    )
    await saveCodebook({ ...codebook(), types })
    await quiet()
    const claim = await tag('We lost', 'claim')
    setAttribute(claim, stance, 'denied')
    const [to] = types.filter(({ key }) => key === 'quote')
    if (to !== undefined) retagAll([found(claim)], to)
    await quiet()
    expect(found(claim)).toMatchObject({ type: 'quote', attributes: { stance: 'denied' } })
    expect(found(claim).note).toBeUndefined()
  })
})

it('a note that is emptied is no note', async () => {
  const claim = await tag('We lost', 'claim')
  setNote(claim, 'ask')
  expect(found(claim).note).toBe('ask')
  setNote(claim, '')
  await quiet()
  expect('note' in found(claim)).toBe(false)
})
