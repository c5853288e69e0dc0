import { describe, expect, it } from 'vitest'
import type { AnnotationId, AnnotatorId } from '../../../shared/annotation/annotation'
import { createAnnotation } from '../../../shared/annotation/annotation'
import type { ShownAnnotation } from './cards-in-view'
import { cardsNear } from './cards-near'

const text = 'x'.repeat(2000)
/** One card every ten characters; ten characters a line of 29 px. */
const cards: ShownAnnotation[] = Array.from({ length: 200 }, (_, at) => ({
  annotator: 'me' as AnnotatorId,
  start: at * 10,
  annotation: createAnnotation(text, {
    id: at.toString() as AnnotationId,
    type: 'claim',
    spans: [{ start: at * 10, end: at * 10 + 5 }],
    at: '2026-01-02T03:04:05.006Z',
  }),
}))
const topOf = (offset: number) => (offset / 10) * 29

describe('cardsNear', () => {
  it('gives the cards between two heights with their lines', () => {
    const near = cardsNear(cards, topOf, 290, 348)
    expect(near.map(card => [card.annotation.id, card.line])).toEqual([
      ['10', 290],
      ['11', 319],
      ['12', 348],
    ])
  })

  it('asks for few lines among many cards', () => {
    let asked = 0
    cardsNear(
      cards,
      offset => {
        asked += 1
        return topOf(offset)
      },
      290,
      348,
    )
    expect(asked).toBeLessThan(15)
  })

  it('leaves out what is not laid out, before, behind and between', () => {
    const near = cardsNear(cards, at => (at === 110 || at < 50 ? undefined : topOf(at)), 290, 348)
    expect(near.map(card => card.annotation.id)).toEqual(['10', '12'])
    expect(cardsNear(cards, () => undefined, 0, 1000)).toEqual([])
  })
})
