import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../root.mjs'
import { readResults, tableOf, withTable } from './results.mjs'
import { rows } from './rows.mjs'

const page = readFileSync(join(root, 'docs', 'reliability.md'), 'utf8')

describe('the table of docs/reliability.md', () => {
  it('is the one that the results give', () => {
    expect(withTable(page, tableOf(readResults(root)))).toBe(page)
  })

  it('says of each row without a result that it was not run', () => {
    const lines = tableOf({})
      .split('\n')
      .filter(line => line.includes('| not run |'))
    expect(lines).toHaveLength(rows.length)
  })

  it('keeps what is written around it', () => {
    const changed = withTable(page, 'something else')
    expect(changed).toContain('## What is on you')
    expect(changed.startsWith(page.slice(0, 100))).toBe(true)
    expect(() => withTable('no marks', '')).toThrow('has no place')
  })
})
