import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTextIndex } from './text-index'

const part = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', 'é', '\u4e2d', '\u{1f421}'),
  minLength: 1,
  maxLength: 4,
})
const text = fc
  .array(fc.oneof(part, fc.constantFrom(' ', '\n', '\u00a0')), { maxLength: 8 })
  .map(pieces => pieces.join(''))
const texts = fc.array(text, { maxLength: 70 })
const questions = fc.array(fc.array(part, { minLength: 1, maxLength: 3 }), { maxLength: 5 })

test('the places of the texts with all parts, in whatever order they are asked for', () => {
  fc.assert(
    fc.property(texts, texts, questions, (first, second, asked) => {
      const index = createTextIndex()
      const all: string[] = []
      for (const more of [first, second]) {
        const numbers = Uint32Array.from(more, one => index.add(one)).reverse()
        all.push(...more)
        for (const parts of asked)
          expect([...index.holding(parts, numbers)]).toEqual(
            [...numbers.keys()].filter(place =>
              parts.every(one => all[numbers[place] ?? -1]?.includes(one)),
            ),
          )
      }
      expect(index.size()).toBe(all.length)
    }),
  )
})

test('a longer word is found though the shorter one was asked for before another text came', () => {
  const index = createTextIndex()
  index.add('harbour')
  expect(index.holding(['ha'], Uint32Array.of(0))).toHaveLength(1)
  index.add('hazard')
  expect([...index.holding(['haz'], Uint32Array.of(0, 1))]).toEqual([1])
})
