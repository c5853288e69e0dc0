import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Annotation } from '../../../shared/annotation/annotation'
import { createListSearch, noFilter } from './list-filter'

type Worded = Annotation & { readonly words: string }

const worded = (words: string): Worded =>
  ({ type: 'claim', attributes: {}, words }) as unknown as Worded

/** As the list makes it: small letters without accents. */
const textOf = (annotation: Annotation): string =>
  (annotation as Worded).words
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()

const letters = fc.array(fc.constantFrom('a', 'b', 'É', '\u0301', ' ', 'Σ', 'Ο', 'ı'), {
  maxLength: 8,
})
const texts = fc.array(letters, { maxLength: 12 })

test('typing on, and back, finds what somebody finds who types it all at once', () => {
  fc.assert(
    fc.property(texts, letters, fc.nat(8), (lines, typed, back) => {
      const all = lines.map(line => worded(line.join('')))
      const goingOn = createListSearch(textOf)
      const steps = [...typed.keys()].map(at => typed.slice(0, at + 1).join(''))
      for (const step of [...steps, typed.slice(0, back).join('')]) {
        const filter = { ...noFilter, typed: step }
        expect(goingOn.shown(filter, all)).toEqual(createListSearch(textOf).shown(filter, all))
      }
    }),
    {
      examples: [
        [
          [
            ['Ο', 'Σ'],
            ['Ο', 'Σ', 'a'],
          ],
          ['Ο', 'Σ', 'a'],
          2,
        ],
      ],
    },
  )
})

test('other annotations, or another filter beside the words, are looked through from the beginning', () => {
  const { shown } = createListSearch(textOf)
  const [harbour, boat] = [worded('harbour'), worded('boat')]
  const typed = { ...noFilter, typed: 'b' }
  expect(shown({ ...typed, hiddenTypes: new Set(['claim']) }, [harbour, boat])).toEqual([])
  expect(shown(typed, [harbour, boat])).toEqual([harbour, boat])
  expect(shown({ ...typed, typed: 'ha' }, [harbour, boat])).toEqual([harbour])
  expect(shown({ ...typed, typed: 'har' }, [worded('harbour master')])).toHaveLength(1)
})

test('what was prepared is not asked for again, and other annotations are', () => {
  const asked: string[] = []
  const search = createListSearch(annotation => {
    asked.push(textOf(annotation))
    return textOf(annotation)
  })
  const all = [worded('harbour'), worded('boat')]
  search.prepare(all)
  expect(search.shown({ ...noFilter, typed: 'boat' }, all)).toEqual([all[1]])
  expect(asked).toEqual(['harbour', 'boat'])
  expect(search.shown({ ...noFilter, typed: 'boll' }, [worded('bollard')])).toHaveLength(1)
  expect(asked).toEqual(['harbour', 'boat', 'bollard'])
})
