import { expect, it } from 'vitest'
import type { AnnotationId, AnnotatorId } from '../../../shared/annotation/annotation'
import { createAnnotation } from '../../../shared/annotation/annotation'
import type { PlacedCard } from './cards-near'
import { keptCards } from './kept-cards'

const text = 'x'.repeat(100)
const placed: readonly PlacedCard[] = ['first', 'second', 'third'].map((id, at) => ({
  annotator: 'me' as AnnotatorId,
  start: at * 10,
  line: at * 29,
  annotation: createAnnotation(text, {
    id: id as AnnotationId,
    type: 'claim',
    spans: [{ start: at * 10, end: at * 10 + 5 }],
    at: '2026-01-02T03:04:05.006Z',
  }),
}))

const kept = (
  tops: readonly number[],
  { focused, before = [] }: { readonly focused?: string; readonly before?: readonly string[] } = {},
): string[] =>
  keptCards(placed, new Map(placed.map(({ annotation: { id } }, at) => [id, tops[at] ?? 0])), {
    to: 500,
    slackPx: 200,
    focused,
    before: new Set(before),
  }).map(({ annotation: { id } }) => id)

it('leaves out what is pushed too far down, but never the one in focus', () => {
  expect(kept([0, 500, 501])).toEqual(['first', 'second'])
  expect(kept([0, 500, 5000], { focused: 'third' })).toEqual(['first', 'second', 'third'])
})

it('lets a card that is there stand a little further down, and no further', () => {
  expect(kept([0, 564, 640], { before: ['second'] })).toEqual(['first', 'second'])
  expect(kept([0, 700, 701], { before: ['second', 'third'] })).toEqual(['first', 'second'])
})
