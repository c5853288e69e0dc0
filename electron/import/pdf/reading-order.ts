import type { Fragment } from './fragments'

/** Fragments that belong to one column, from the top down, and how far its lines may reach. */
export type Column = {
  readonly fragments: readonly Fragment[]
  readonly start: number
  readonly end: number
}

/** Columns of columns that are looked for: a newspaper page has two levels. */
const deepestCut = 5

/** A column has this many lines at least, and this many characters on most of them: cells of a table are shorter. */
const leastLines = 3
const leastCharacters = 16

/** Where lines begin together, up to this many points apart. */
const sameEdge = 4

/** The columns of a page in the order in which they are read: across what spans the page, then down each column. */
export function findColumns(
  fragments: readonly Fragment[],
  start: number,
  end: number,
  depth = 0,
): Column[] {
  const cut = depth < deepestCut ? bestCut(fragments) : undefined
  if (cut === undefined) return fragments.length === 0 ? [] : [{ fragments, start, end }]
  const gutter = Math.max(...cut.bands.flatMap(({ before }) => before.map(one => one.end)))
  return cut.bands.flatMap(band =>
    band.isColumnar
      ? [
          ...findColumns(band.before, start, gutter, depth + 1),
          ...findColumns(band.after, cut.at, end, depth + 1),
        ]
      : findColumns(band.across, start, end, deepestCut),
  )
}

/** A part of the page from one height to another: with a column on either side of the cut, or all across it. */
type Band = {
  readonly isColumnar: boolean
  readonly before: readonly Fragment[]
  readonly after: readonly Fragment[]
  readonly across: readonly Fragment[]
}
type Cut = { readonly at: number; readonly bands: readonly Band[]; readonly lines: number }

function bestCut(fragments: readonly Fragment[]): Cut | undefined {
  if (fragments.length < 2 * leastLines) return undefined
  let best: Cut | undefined
  for (const at of commonStarts(fragments)) {
    const cut = cutAt(fragments, at)
    if (cut.lines > (best?.lines ?? 0)) best = cut
  }
  return best
}

/** Places where several lines begin, the most common first. */
function commonStarts(fragments: readonly Fragment[]): number[] {
  const starts = fragments.map(({ start }) => start).sort((a, b) => a - b)
  const groups: { at: number; count: number }[] = []
  for (const start of starts) {
    const last = groups.at(-1)
    if (last !== undefined && start - last.at <= sameEdge) last.count += 1
    else groups.push({ at: start, count: 1 })
  }
  return groups
    .filter(({ count }) => count >= leastLines)
    .sort((a, b) => b.count - a.count)
    .slice(0, 12)
    .map(({ at }) => at)
}

function cutAt(fragments: readonly Fragment[], at: number): Cut {
  const bands: Band[] = []
  let before: Fragment[] = []
  let after: Fragment[] = []
  let across: Fragment[] = []
  let lines = 0
  const endBand = (): void => {
    const isColumnar = isProse(before) && isProse(after)
    if (isColumnar) {
      endAcross()
      lines += before.length + after.length
      bands.push({ isColumnar, before, after, across: [] })
    } else across.push(...[...before, ...after].sort(byPlace))
    before = []
    after = []
  }
  const endAcross = (): void => {
    if (across.length > 0)
      bands.push({ isColumnar: false, before: [], after: [], across: across.sort(byPlace) })
    across = []
  }
  for (const fragment of [...fragments].sort(byPlace)) {
    if (fragment.start >= at - 1) after.push(fragment)
    else if (fragment.end <= at - 0.5 * fragment.size) before.push(fragment)
    else {
      endBand()
      across.push(fragment)
    }
  }
  endBand()
  endAcross()
  return { at, bands, lines }
}

function byPlace(a: Fragment, b: Fragment): number {
  return Math.abs(a.y - b.y) <= 0.45 * Math.max(a.size, b.size)
    ? a.start - b.start || a.y - b.y
    : a.y - b.y
}

function isProse(side: readonly Fragment[]): boolean {
  if (side.length < leastLines) return false
  const lengths = side
    .map(({ runs }) => runs.reduce((sum, { text }) => sum + text.length, 0))
    .sort((a, b) => a - b)
  return (lengths[Math.floor(lengths.length / 2)] ?? 0) >= leastCharacters
}
