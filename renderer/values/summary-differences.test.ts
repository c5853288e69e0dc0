import { expect, it } from 'vitest'
import type { ArticleSummary } from '../../shared/project/summary'
import { differInCountsOnly } from './summary-differences'

const ada = 'ada'

function line(id: string, of: Partial<ArticleSummary> = {}): ArticleSummary {
  return {
    id: id as ArticleSummary['id'],
    title: id,
    metadata: {},
    tags: [],
    length: 100,
    textSha256: 'a1',
    annotators: {},
    ...of,
  }
}

const counted = (claim: number, status: 'new' | 'in-progress' | 'done' = 'new') => ({
  annotators: { [ada]: { status, counts: { claim }, relations: 0 } },
})

const dam = line('dam')
const ferry = line('ferry')

it('takes more annotations, and the first one, for no other difference', () => {
  expect(differInCountsOnly([dam, ferry], [dam, ferry])).toBe(true)
  expect(differInCountsOnly([dam, ferry], [dam, { ...ferry, ...counted(1) }])).toBe(true)
  const marked = { ...dam, ...counted(3, 'done') }
  expect(differInCountsOnly([marked, ferry], [{ ...dam, ...counted(4, 'done') }, ferry])).toBe(true)
})

it.each<[string, readonly ArticleSummary[]]>([
  ['another status', [{ ...dam, ...counted(0, 'done') }, ferry]],
  ['another title', [{ ...dam, title: 'The dam' }, ferry]],
  ['a tag', [{ ...dam, tags: ['flood'] }, ferry]],
  ['a way into the bin', [{ ...dam, removedAt: '2031-03-14T08:00:00Z' }, ferry]],
  ['an article more', [dam, ferry, line('mill')]],
  ['an article less', [dam]],
  ['another article', [dam, line('mill')]],
  ['another order', [ferry, dam]],
])('sees %s', (_, after) => {
  expect(differInCountsOnly([dam, ferry], after)).toBe(false)
})
