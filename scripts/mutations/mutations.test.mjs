import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../root.mjs'
import { mutate } from './broken-copy.mjs'
import { mutations } from './mutations.mjs'

const read = (/** @type {string} */ file) => readFileSync(join(root, file), 'utf8')

describe('a mutation', () => {
  it.each(mutations)('breaks the source as it is now: $name', mutation => {
    const before = read(mutation.file)
    expect(mutate(before, mutation)).not.toBe(before)
  })

  it.each(mutations)('names tests that are there: $name', ({ tests }) => {
    expect(tests.length).toBeGreaterThan(0)
    for (const { file } of tests) expect(existsSync(join(root, file)), file).toBe(true)
  })

  it('whose text is gone, or stands in two places, is an error', () => {
    const mutation = { name: 'nothing', file: 'a.ts', find: 'b', replace: 'c' }
    expect(mutate('abd', mutation)).toBe('acd')
    for (const text of ['ad', 'abbd'])
      expect(() => mutate(text, mutation)).toThrow('bring scripts/mutations/mutations.mjs up')
  })
})
