import { copyGroups } from '../text/near-copies'
import type { TextSignature } from '../text/near-copies'
import type { Split } from './format'
import { splits } from './format'

/** What of an article decides where it goes. */
export type SplitArticle = {
  readonly id: string
  readonly signature: TextSignature
  /** Annotations by type. */
  readonly counts: ReadonlyMap<string, number>
}

/** Shares of the three parts, each 0 or more; only their proportion counts. */
export type SplitShares = Readonly<Record<Split, number>>

/** Articles that stay together because one is a copy of the other. */
type Group = { readonly articles: readonly SplitArticle[]; readonly counts: Map<string, number> }

/**
 * A part for each article: the same seed gives the same parts, copies of one text stay together, and each
 * part gets its share of the annotations of every type. Source: Sechidis, Tsoumakas and Vlahavas, “On the
 * Stratification of Multi-label Data” (2011): the rarest type first, each group to the part that lacks
 * most of it.
 */
export function assignSplits(
  articles: readonly SplitArticle[],
  shares: SplitShares,
  seed: number,
): ReadonlyMap<string, Split> {
  const total = splits.reduce((sum, split) => sum + shares[split], 0)
  if (!(total > 0)) throw new RangeError('At least one share of a split must be more than 0')
  const used = splits.filter(split => shares[split] > 0)
  const groups = shuffled(groupsOf(articles), seed)
  const wanted = new Map(used.map(split => [split, wishOf(groups, shares[split] / total)] as const))
  const assigned = new Map<string, Split>()
  for (const { group, rarest } of rarestFirst(groups)) {
    const split = neediest(rarest, used, wanted)
    for (const article of group.articles) assigned.set(article.id, split)
    const wish = wanted.get(split)
    if (wish === undefined) continue
    wish.articles -= group.articles.length
    for (const [type, count] of group.counts)
      wish.counts.set(type, (wish.counts.get(type) ?? 0) - count)
  }
  return assigned
}

/** What a part still lacks. */
type Wish = { articles: number; readonly counts: Map<string, number> }

function wishOf(groups: readonly Group[], share: number): Wish {
  const counts = new Map<string, number>()
  let articles = 0
  for (const group of groups) {
    articles += group.articles.length * share
    for (const [type, count] of group.counts)
      counts.set(type, (counts.get(type) ?? 0) + count * share)
  }
  return { articles, counts }
}

/** A group with the type of its annotations that the whole project has least of. */
type Ranked = { readonly group: Group; readonly rarest: string | undefined; readonly total: number }

/** Groups by their rarest type, the rarest of all types first; those without annotations come last. */
function rarestFirst(groups: readonly Group[]): Ranked[] {
  const totals = new Map<string, number>()
  for (const { counts } of groups)
    for (const [type, count] of counts) totals.set(type, (totals.get(type) ?? 0) + count)
  return (
    groups
      .map((group): Ranked => {
        const [rarest] = [...group.counts.keys()].sort(
          (a, b) => (totals.get(a) ?? 0) - (totals.get(b) ?? 0),
        )
        const total = rarest === undefined ? Number.MAX_VALUE : (totals.get(rarest) ?? 0)
        return { group, rarest, total }
      })
      // Large groups while there is still room for them; the order of equals is the seed's.
      .sort((a, b) => a.total - b.total || b.group.articles.length - a.group.articles.length)
  )
}

/** The part that lacks most of `type`, and of those the one with most room. */
function neediest(
  type: string | undefined,
  used: readonly Split[],
  wanted: ReadonlyMap<Split, Wish>,
): Split {
  const need = (split: Split): number =>
    type === undefined ? 0 : (wanted.get(split)?.counts.get(type) ?? 0)
  const room = (split: Split): number => wanted.get(split)?.articles ?? -Infinity
  const [first = 'train', ...others] = used
  return others.reduce(
    (best, split) =>
      need(split) > need(best) || (need(split) === need(best) && room(split) > room(best))
        ? split
        : best,
    first,
  )
}

function groupsOf(articles: readonly SplitArticle[]): Group[] {
  const groups = new Map<number, { articles: SplitArticle[]; counts: Map<string, number> }>()
  copyGroups(articles.map(({ signature }) => signature)).forEach((first, index) => {
    const article = articles[index]
    if (article === undefined) return
    const group = groups.get(first) ?? { articles: [], counts: new Map<string, number>() }
    group.articles.push(article)
    for (const [type, count] of article.counts)
      group.counts.set(type, (group.counts.get(type) ?? 0) + count)
    groups.set(first, group)
  })
  return [...groups.values()]
}

/** Fisher and Yates' shuffle with a small generator of its own (mulberry32), so that a seed lasts. */
function shuffled<Value>(values: readonly Value[], seed: number): Value[] {
  const order = [...values]
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = Math.floor(next() * (index + 1))
    const held = order[index] as Value
    order[index] = order[other] as Value
    order[other] = held
  }
  return order
}
