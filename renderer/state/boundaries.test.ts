import { describe, expect, it } from 'vitest'
import type { AnnotationId } from '../../shared/annotation/annotation'
import { runCommand } from '../commands/commands'
import { chooseBoundary, dragBoundary, keepBoundary } from './boundaries'
import { startedWindow } from './laws/started-window'
import { annotationOf } from './selectors'
import { store } from './store'

const { tag, caretIn, select, quiet } = startedWindow()

const text = (): string => store.getState().article?.article.text ?? ''
const wordsOf = (id: AnnotationId): string[] =>
  (annotationOf(store.getState(), id)?.spans ?? []).map(({ start, end }) =>
    text().slice(start, end),
  )
const dragTo = async (words: string, isExact: boolean): Promise<void> => {
  dragBoundary(text().indexOf(words) + 2, isExact)
  keepBoundary()
  await quiet()
}

describe('a boundary that is dragged', () => {
  it('takes the whole word it is dragged into, or with Shift the characters', async () => {
    const claim = await tag('Some', 'claim')
    caretIn('Some')
    runCommand('move-end')
    await dragTo('people', false)
    expect(wordsOf(claim)).toEqual(['Some 1,600 people'])
    chooseBoundary('end')
    await dragTo('people', true)
    expect(wordsOf(claim)).toEqual(['Some 1,600 pe'])
  })
})

describe('the boundary of an interrupted quote', () => {
  it('is that of the part the caret stands in', async () => {
    const quote = await tag('We lost', 'quote')
    select('it was a lie')
    runCommand('extend-annotation')
    await quiet()
    expect(wordsOf(quote)).toEqual(['We lost', 'it was a lie'])
    caretIn('was a lie')
    runCommand('move-start')
    await dragTo('was a', false)
    expect(wordsOf(quote)).toEqual(['We lost', 'was a lie'])
    caretIn('We lost')
    runCommand('move-end')
    await dragTo('he said', false)
    expect(wordsOf(quote)[1]).toBe('was a lie')
  })
})
