import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutCards } from './lay-out-cards'

const card = (id: string, top: number, height = 50) => ({ id, top, height })
const placed = (tops: ReadonlyMap<string, number>) => Object.fromEntries(tops)

describe('layOutCards', () => {
  it('leaves cards that have room at their lines', () => {
    expect(placed(layOutCards([card('a', 0), card('b', 100)], 8))).toEqual({ a: 0, b: 100 })
  })

  it('pushes a card below the one before it', () => {
    expect(placed(layOutCards([card('a', 0), card('b', 10), card('c', 20)], 8))).toEqual({
      a: 0,
      b: 58,
      c: 116,
    })
  })

  it('keeps the card in focus at its line and moves the ones before it up', () => {
    expect(placed(layOutCards([card('a', 0), card('b', 10), card('c', 20)], 8, 'c'))).toEqual({
      a: -96,
      b: -38,
      c: 20,
    })
  })

  it('pushes what follows the card in focus down', () => {
    expect(placed(layOutCards([card('a', 0), card('b', 10, 200), card('c', 20)], 8, 'b'))).toEqual({
      a: -48,
      b: 10,
      c: 218,
    })
  })

  it('does not mind a card in focus that is not there', () => {
    expect(placed(layOutCards([card('a', 5)], 8, 'elsewhere'))).toEqual({ a: 5 })
    expect(placed(layOutCards([], 8, 'elsewhere'))).toEqual({})
  })

  it('never lets two cards overlap, never moves the pinned one and keeps the order', () => {
    const wishes = fc
      .array(
        fc.record({
          top: fc.integer({ min: 0, max: 2000 }),
          height: fc.integer({ min: 20, max: 300 }),
        }),
        { maxLength: 40 },
      )
      .map(list =>
        list.toSorted((a, b) => a.top - b.top).map((wish, at) => ({ id: String(at), ...wish })),
      )
    fc.assert(
      fc.property(wishes, fc.nat(45), (list, pin) => {
        const tops = layOutCards(list, 8, String(pin))
        const pinned = list[pin]
        if (pinned !== undefined) expect(tops.get(pinned.id)).toBe(pinned.top)
        for (const [at, { id, height }] of list.entries()) {
          const next = list[at + 1]
          if (next === undefined) continue
          expect(tops.get(next.id) ?? 0).toBeGreaterThanOrEqual((tops.get(id) ?? 0) + height + 8)
        }
      }),
    )
  })
})
