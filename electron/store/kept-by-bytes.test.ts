import { expect, test } from 'vitest'
import { keptByBytes } from './kept-by-bytes'

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8')

test('the same bytes give what was made of them', () => {
  const kept = keptByBytes<string>()
  kept.keep('a', bytes('one'), 'made of one')
  expect(kept.of('a', bytes('one'))).toBe('made of one')
  expect(kept.of('b', bytes('one'))).toBeUndefined()
})

test('one other byte of a file of the same length is another file', () => {
  const kept = keptByBytes<string>()
  kept.keep('a', bytes('one'), 'made of one')
  expect(kept.of('a', bytes('ona'))).toBeUndefined()
})

test('of many files those used last are kept', () => {
  const kept = keptByBytes<string>()
  for (const path of ['a', 'b', 'c', 'd']) kept.keep(path, bytes(path), path)
  kept.of('a', bytes('a'))
  kept.keep('e', bytes('e'), 'e')
  expect(['a', 'b', 'c', 'd', 'e'].filter(path => kept.of(path, bytes(path)) === path)).toEqual([
    'a',
    'c',
    'd',
    'e',
  ])
})
