import { describe, expect, it } from 'vitest'
import { addUp, pieceOf } from './pieces.mjs'

const row = { id: 'kills', what: '', run: '', files: ['x.test.ts'] }
const withNotes = { ...row, notes: ['Kills', 'More kills'] }
const note = { test: 'Kills', count: 20, found: '0 lost', date: '2031-03-14' }
const ran = (/** @type {'passed' | 'failed' | 'skipped'} */ outcome) => ({
  file: '/a/x.test.ts',
  outcome,
})

/**
 * @param {Parameters<typeof pieceOf>} given
 */
const resultOf = (...given) => {
  const piece = pieceOf(...given)
  return piece === undefined ? undefined : addUp([piece])
}

describe('the result of a row', () => {
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
    expect(resultOf(withNotes, tests, [note])).toMatchObject({ found: '1 FAILED; 0 lost' })
    expect(resultOf(row, [ran('passed')], [])).toMatchObject({ found: 'each as promised' })
  })
})

describe('a row that was run in pieces', () => {
  it('adds up its figures, and takes the median and the worst of all samples', () => {
    const found = '{edits} edits, {median ms} ms (median), {worst ms} ms (worst)'
    const pieces = [
      { edits: 7, ms: [1, 900] },
      { edits: 5, ms: [30, 20.4, 10] },
    ].flatMap(({ edits, ms }) => {
      const noted = { ...note, found, figures: { edits }, samples: { ms } }
      return pieceOf(withNotes, [ran('passed')], [noted]) ?? []
    })
    expect(addUp(pieces)).toEqual({
      count: 40,
      found: '12 edits, 20 ms (median), 900 ms (worst)',
      date: '2031-03-14',
    })
  })

  it('does not forget a piece that failed', () => {
    const pieces = [
      pieceOf(withNotes, [ran('failed')], []) ?? [],
      pieceOf(withNotes, [ran('passed')], [note]) ?? [],
    ].flat()
    expect(addUp(pieces)).toMatchObject({ count: 20, found: '1 FAILED; 0 lost' })
  })
})
