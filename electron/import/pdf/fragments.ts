import type { PdfRun } from './pdf-page'
import { beginsWithMarker } from './list-markers'
import { inReadingDirection } from './reading-direction'

/** Runs that stand on one line with no wide gap between them, in the order in which they are read. */
export type Fragment = {
  readonly runs: readonly PdfRun[]
  /** In the direction of reading, from the page's edge where lines begin: so that columns and indents are the same for all scripts. */
  readonly start: number
  readonly end: number
  readonly y: number
  /** The size of most of its letters. */
  readonly size: number
}

/** Widest gap inside a fragment, as a share of the size of its letters: what justified lines may have between words. */
const widestGap = 0.9

/** A list's sign may stand this far from its words. */
const widestMarkerGap = 3.5

/** Two runs stand on one line when their baselines differ by less than this share of their size: raised signs do. */
const sameLine = 0.45

type Draft = { runs: PdfRun[]; left: number; right: number; y: number; size: number }

/** The fragments of a page, from the top down and along the line; `width` is the page's. */
export function findFragments(
  runs: readonly PdfRun[],
  width: number,
  isRightToLeft: boolean,
): Fragment[] {
  const rows = rowsOf(inOrderOfDrawing(runs))
  return rows.flatMap(row => {
    const merged: Draft[] = []
    for (const draft of row.sort((a, b) => a.left - b.left)) {
      const last = merged.at(-1)
      if (last !== undefined && isNear(last, draft, isRightToLeft)) join(last, draft)
      else merged.push(draft)
    }
    return merged
      .map(draft => finish(draft, width, isRightToLeft))
      .filter(({ runs: words }) => words.some(({ text }) => text.trim() !== ''))
      .sort((a, b) => a.start - b.start)
  })
}

/** Words are mostly drawn in the order of the line: most runs join the one before them. */
function inOrderOfDrawing(runs: readonly PdfRun[]): Draft[] {
  const drafts: Draft[] = []
  for (const run of runs) {
    const last = drafts.at(-1)
    const next = { runs: [run], left: run.left, right: run.right, y: run.y, size: run.size }
    if (last !== undefined && isOnLine(last, next) && isBeside(last, next, widestGap))
      join(last, next)
    else drafts.push(next)
  }
  return drafts
}

function rowsOf(drafts: Draft[]): Draft[][] {
  const rows: Draft[][] = []
  // Large letters first where baselines are the same, so that a raised sign joins the word it stands at.
  drafts.sort((a, b) => a.y - b.y || b.size - a.size)
  for (const draft of drafts) {
    const first = rows.at(-1)?.[0]
    if (first !== undefined && isOnLine(first, draft)) rows.at(-1)?.push(draft)
    else rows.push([draft])
  }
  return rows
}

function isOnLine(a: Draft, b: Draft): boolean {
  return Math.abs(a.y - b.y) <= sameLine * Math.max(a.size, b.size)
}

function isBeside(a: Draft, b: Draft, gap: number): boolean {
  const size = Math.max(a.size, b.size)
  const distance = Math.max(a.left, b.left) - Math.min(a.right, b.right)
  return (
    distance <= gap * size && distance >= -0.5 * size - Math.min(a.right - a.left, b.right - b.left)
  )
}

function isNear(a: Draft, b: Draft, isRightToLeft: boolean): boolean {
  const marker = isRightToLeft ? b : a
  const isMarker = beginsWithMarker(marker.runs.map(({ text }) => text).join('')) === 'all'
  return isBeside(a, b, isMarker ? widestMarkerGap : widestGap)
}

function join(into: Draft, draft: Draft): void {
  // The larger letters have the baseline; of equal ones the wider piece.
  const isMain =
    into.size > draft.size * 1.05 ||
    (into.size >= draft.size * 0.95 && into.right - into.left >= draft.right - draft.left)
  if (!isMain && draft.runs.some(({ text }) => text.trim() !== '')) {
    into.y = draft.y
    into.size = draft.size
  }
  into.runs.push(...draft.runs)
  into.left = Math.min(into.left, draft.left)
  into.right = Math.max(into.right, draft.right)
}

function finish(draft: Draft, width: number, isRightToLeft: boolean): Fragment {
  const words = draft.runs.filter(({ text }) => text.trim() !== '')
  const left = Math.min(...words.map(run => run.left))
  const right = Math.max(...words.map(run => run.right))
  return {
    runs: inReadingDirection(draft.runs, isRightToLeft),
    start: isRightToLeft ? width - right : left,
    end: isRightToLeft ? width - left : right,
    y: draft.y,
    size: mainSize(words),
  }
}

/** The size of most letters. */
function mainSize(runs: readonly PdfRun[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of runs) {
    const rounded = Math.round(size * 4) / 4
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length)
  }
  return [...letters].reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0])[0]
}
