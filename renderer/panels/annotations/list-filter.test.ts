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
    .replaceAll('ς', 'σ')
    .replaceAll('ı', 'i')

const letters = fc.array(fc.constantFrom('a', 'b', 'É', '\u0301', ' ', 'Σ', 'Ο', 'ı'), {
  maxLength: 8,
})
const texts = fc.array(letters, { maxLength: 12 })

/** What a filter by words shows, in the plainest way. */
function shownPlainly(typed: string, all: readonly Annotation[]): Annotation[] {
  const words = textOf(worded(typed)).split(/\s+/).filter(Boolean)
  return all.filter(annotation => words.every(word => textOf(annotation).includes(word)))
}

test('typing on and back, with edits between, shows what has all words', () => {
  const edit = fc.record({ at: fc.nat(12), removed: fc.nat(2), added: texts })
  fc.assert(
    fc.property(texts, letters, edit, fc.nat(8), (lines, typed, { at, removed, added }, back) => {
      const before = lines.map(line => worded(line.join('')))
      const after = before.toSpliced(at, removed, ...added.map(line => worded(line.join(''))))
      const steps = [...typed.keys()].map(end => typed.slice(0, end + 1).join(''))
      const { shown, prepare } = createListSearch(textOf)
      prepare(before, 3)
      for (const all of [before, after, before])
        for (const step of [...steps, typed.slice(0, back).join('')])
          expect(shown({ ...noFilter, typed: step }, all)).toEqual(shownPlainly(step, all))
    }),
    {
      examples: [
        [
          [
            ['Ο', 'Σ'],
            ['Ο', 'Σ', 'a'],
          ],
          ['Ο', 'Σ', 'a'],
          { at: 0, removed: 0, added: [] },
          2,
        ],
      ],
    },
  )
})

test('what is left behind by more than ten thousand edits is dropped, and all is found still', () => {
  let asked = 0
  const { shown } = createListSearch(annotation => {
    asked += 1
    return textOf(annotation)
  })
  const kept = worded('harbour master')
  const typed = { ...noFilter, typed: 'harb' }
  let all: readonly Annotation[] = [kept, worded('boat')]
  const edits = 10_010
  for (let number = 0; number < edits; number += 1) {
    all = [kept, worded(`boat ${number}`)]
    shown(typed, all)
  }
  expect(shown(typed, all)).toEqual([kept])
  expect(shown({ ...noFilter, typed: '10009' }, all)).toEqual([all[1]])
  // The one that stayed was read at first, and once more when all were taken in anew.
  expect(asked).toBe(edits + 2)
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

test('what was prepared is not asked for again, and only other annotations are', () => {
  const asked: string[] = []
  const search = createListSearch(annotation => {
    asked.push(textOf(annotation))
    return textOf(annotation)
  })
  const all = [worded('harbour'), worded('boat')]
  expect(search.prepare(all, 1)).toBe(false)
  expect(asked).toEqual(['harbour'])
  expect(search.prepare(all, 1)).toBe(true)
  expect(search.shown({ ...noFilter, typed: 'boat' }, all)).toEqual([all[1]])
  expect(asked).toEqual(['harbour', 'boat'])
  const edited = all.toSpliced(1, 0, worded('bollard'))
  expect(search.shown({ ...noFilter, typed: 'boll' }, edited)).toEqual([edited[1]])
  expect(asked).toEqual(['harbour', 'boat', 'bollard'])
})
