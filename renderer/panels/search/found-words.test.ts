import { expect, test } from 'vitest'
import type { SearchHit } from '../../../shared/ipc/search-calls'
import { mostHitsShown } from '../../state/searching'
import { foundWords } from './found-words'

const hit = (article: string, start: number): SearchHit =>
  ({ article, start, end: start + 1, before: '', words: 'a', after: '' }) as unknown as SearchHit
const hits = [hit('one', 0), hit('two', 1), hit('two', 5)]
const done = { hits, articlesDone: 3, articlesTotal: 3, isRunning: false }

test.each([
  { name: 'all that is found', found: done, shown: hits, words: '3 hits in 2 articles' },
  {
    name: 'without the article whose only hit is left out',
    found: done,
    shown: hits.slice(1),
    words: '2 hits in 1 article',
  },
  { name: 'nothing', found: { ...done, hits: [] }, shown: [], words: 'Nothing found' },
  {
    name: 'how far it is',
    found: { ...done, isRunning: true, articlesDone: 1200, articlesTotal: 9000 },
    shown: hits,
    words: '3 hits in 2 articles so far: 1,200 of 9,000 articles read',
  },
  {
    name: 'that there is more than is shown',
    found: { ...done, hits: Array.from({ length: mostHitsShown }, (_, at) => hit('one', at)) },
    shown: hits,
    words: '3 hits and more in 2 articles',
  },
])('says $name', ({ found, shown, words }) => {
  expect(foundWords(found, shown)).toBe(words)
})
