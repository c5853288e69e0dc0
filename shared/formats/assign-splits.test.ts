import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signatureOf } from '../text/near-copies'
import { assignSplits } from './assign-splits'
import type { SplitArticle } from './assign-splits'
import type { Split } from './format'

const text = (seed: number): string =>
  Array.from({ length: 60 }, (_, index) => `w${seed}x${(index * 31) % 59}`).join(' ')

const article = (
  index: number,
  counts: Readonly<Record<string, number>> = {},
  story = index,
): SplitArticle => ({
  id: `a${index}`,
  signature: signatureOf(text(story)),
  counts: new Map(Object.entries(counts)),
})

const shares = { train: 80, dev: 10, test: 10 }

function countIn(assigned: ReadonlyMap<string, Split>, split: Split): number {
  return [...assigned.values()].filter(value => value === split).length
}

describe('the parts of a split dataset', () => {
  it('have their shares of the articles', () => {
    const assigned = assignSplits(
      Array.from({ length: 100 }, (_, index) => article(index)),
      shares,
      1,
    )
    expect((['train', 'dev', 'test'] as const).map(split => countIn(assigned, split))).toEqual([
      80, 10, 10,
    ])
  })

  it('each have their share of a rare type', () => {
    const articles = Array.from({ length: 200 }, (_, index) =>
      article(index, { claim: 3, ...(index % 20 === 0 ? { figure: 1 } : {}) }),
    )
    const assigned = assignSplits(articles, shares, 7)
    const rare = articles.filter(({ counts }) => counts.has('figure'))
    const rareIn = (split: Split) => rare.filter(({ id }) => assigned.get(id) === split).length
    expect([rareIn('train'), rareIn('dev'), rareIn('test')]).toEqual([8, 1, 1])
  })

  it('never separate copies of one text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(8), { maxLength: 40 }),
        fc.nat(1000),
        fc.record({ train: fc.nat(9), dev: fc.nat(9), test: fc.nat(9) }),
        (stories, seed, given) => {
          fc.pre(given.train + given.dev + given.test > 0)
          const articles = stories.map((story, index) =>
            article(index, { claim: story % 3 }, story),
          )
          const assigned = assignSplits(articles, given, seed)
          expect(assigned.size).toBe(articles.length)
          for (const [index, story] of stories.entries()) {
            const first = stories.indexOf(story)
            expect(assigned.get(`a${index}`)).toBe(assigned.get(`a${first}`))
            expect(given[assigned.get(`a${index}`) ?? 'train']).toBeGreaterThan(0)
          }
        },
      ),
    )
  })

  it('are the same for the same seed and others for another', () => {
    const articles = Array.from({ length: 60 }, (_, index) => article(index, { claim: 1 }))
    const parts = (seed: number) => [...assignSplits(articles, shares, seed)].sort().join()
    expect(parts(3)).toBe(parts(3))
    expect(parts(3)).not.toBe(parts(4))
  })
})
