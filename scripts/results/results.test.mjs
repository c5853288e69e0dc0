import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../root.mjs'
import { readResults, resultOf, tableOf, withTable } from './results.mjs'
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

describe('the result of a row', () => {
  const row = { id: 'kills', what: '', run: '', file: 'x.test.ts' }
  const withNotes = { ...row, notes: ['Kills', 'More kills'] }
  const note = { test: 'Kills', count: 20, found: '0 lost', date: '2031-03-14' }
  const ran = (/** @type {'passed' | 'failed' | 'skipped'} */ outcome) => ({
    file: '/a/x.test.ts',
    outcome,
  })

  it('adds up what its tests left, the latest date first', () => {
    const other = { ...note, test: 'More kills', count: 5, found: '1 lost', date: '2031-03-15' }
    expect(resultOf(withNotes, [ran('passed')], [note, other])).toEqual({
      count: 25,
      found: '0 lost; 1 lost',
      date: '2031-03-15',
    })
  })

  it('is none when nothing ran, so that an earlier one stays', () => {
    const notRun = { ...note, count: 0, notRun: 'needs root' }
    expect(resultOf(withNotes, [], [notRun])).toBeUndefined()
    expect(resultOf(withNotes, [], [])).toBeUndefined()
    expect(resultOf(row, [ran('skipped')], [])).toBeUndefined()
  })

  it('says how many tests failed, whatever others left', () => {
    const tests = [ran('passed'), ran('failed')]
    expect(resultOf(row, tests, [])).toMatchObject({ count: 2, found: '1 FAILED' })
    expect(resultOf(withNotes, tests, [note])).toMatchObject({ found: '1 FAILED' })
    expect(resultOf(row, [ran('passed')], [])).toMatchObject({ found: 'each as promised' })
  })
})
