import type { IndexedSpan } from '../../shared/annotation/interval-index'
import { sameWithin, spansTouching } from '../../shared/annotation/interval-index'
import type { AnnotationSet } from '../../shared/annotation/annotation-set'
import { getFrom } from '../../shared/annotation/bucket-map'
import type { Channel } from '../../shared/codebook/codebook'
import type { Span } from '../../shared/text/span'
import type { Painting } from './article-view-contract'
import { assignLanes } from '../../shared/annotation/lanes'
import { looksOf, unknownLook } from './type-looks'

/** One span as it is painted: where it stands, how it is drawn and which lane it has. */
export type PaintedSpan = Span & {
  /** Id of the annotation; empty for a hit of find. */
  readonly id: string
  /** Key of the type; empty for a hit. */
  readonly type: string
  readonly channel: Channel | 'hit'
  readonly lane: number
  /** Which of the dashes its lines have; 0 is solid, and the plain tint. */
  readonly dash: number
  /** Another annotator's: drawn dotted or hatched. */
  readonly isOthers: boolean
  /** The annotation in focus, or the current hit. */
  readonly focused: boolean
  /** The annotation has an earlier or a later span: an interrupted quote. */
  readonly continuesBefore: boolean
  readonly continuesAfter: boolean
}

/**
 * What was painted for entries of an index while types, colours and annotators stayed as they are: an
 * entry is made anew with its annotation, so what is known of it stays true. Spans keep their identity
 * with it, and whoever draws them sees at once what is new.
 */
export type PaintMemory = WeakMap<IndexedSpan, PaintedSpan>

/** What is painted in a range, and from where on anything could change it. */
export type PaintedRange = {
  /** Everything that touches the range, and what stands before it as far as lanes depend on it. */
  readonly spans: readonly PaintedSpan[]
  /** Offset at or before the range from which the spans were read. */
  readonly from: number
}

/**
 * Everything that is painted in `range`, with lanes counted within each channel. Reading begins where
 * no span reaches over, so that a span has one lane in all the sections it crosses.
 */
export function paintedSpansIn(
  painting: Painting,
  range: Span,
  memory: PaintMemory = new WeakMap(),
): PaintedRange {
  const from = laneStart(painting.sets, range)
  const byChannel = new Map<Channel | 'hit', Map<IndexedSpan, PaintedSpan>>()
  for (const set of painting.sets)
    for (const entry of spansTouching(set.index, { start: from, end: range.end })) {
      const known = memory.get(entry)
      const isFocused = painting.focused === entry.id
      const span = known?.focused === isFocused ? known : paintedSpan(painting, set, entry)
      if (span === undefined) continue
      const found = byChannel.get(span.channel)
      if (found === undefined) byChannel.set(span.channel, new Map([[entry, span]]))
      else found.set(entry, span)
    }
  const spans: PaintedSpan[] = []
  for (const found of byChannel.values()) {
    const lanes = assignLanes([...found.keys()])
    for (const [entry, span] of found) {
      const lane = lanes.get(entry) ?? 0
      const laned = span.lane === lane ? span : { ...span, lane }
      memory.set(entry, laned)
      spans.push(laned)
    }
  }
  spans.push(...hitsIn(painting, range))
  return { spans, from }
}

/**
 * True when painting `range` again would give the same: `from` is what the earlier painting returned.
 * Compares identities only, so it may say false where nothing differs, never the other way round.
 */
export function paintsTheSame(before: Painting, after: Painting, range: Span): boolean {
  if (before === after) return true
  return (
    before.codebook === after.codebook &&
    before.self === after.self &&
    before.hiddenTypes === after.hiddenTypes &&
    before.focused === after.focused &&
    before.hits === after.hits &&
    before.currentHit === after.currentHit &&
    before.sets.length === after.sets.length &&
    before.sets.every((set, at) => {
      const other = after.sets[at]
      return other !== undefined && sameWithin(set.index, other.index, range)
    })
  )
}

/** How often the start is moved back before a chain of crossing spans is simply cut. */
const longestChain = 12

/** The place at or before `range` that no span reaches over: what stands before it cannot change a lane. */
function laneStart(sets: readonly AnnotationSet[], range: Span): number {
  let start = range.start
  for (let step = 0; step < longestChain; step += 1) {
    let earliest = start
    for (const { index } of sets)
      for (const span of spansTouching(index, { start, end: start + 1 }))
        earliest = Math.min(earliest, span.start)
    if (earliest === start) return start
    start = earliest
  }
  return start
}

function paintedSpan(
  painting: Painting,
  set: AnnotationSet,
  { id, start, end }: IndexedSpan,
): PaintedSpan | undefined {
  const annotation = getFrom(set.annotations, id)
  if (annotation === undefined || painting.hiddenTypes.has(annotation.type)) return undefined
  const { spans, type } = annotation
  const look = looksOf(painting.codebook.types).get(type) ?? unknownLook
  return {
    id,
    type,
    start,
    end,
    ...look,
    lane: 0,
    isOthers: painting.self !== undefined && set.annotator !== painting.self,
    focused: painting.focused === id,
    continuesBefore: (spans[0]?.start ?? start) < start,
    continuesAfter: (spans.at(-1)?.end ?? end) > end,
  }
}

/** Hits are sorted by place, as find gives them. */
function hitsIn({ hits, currentHit }: Painting, range: Span): PaintedSpan[] {
  const found: PaintedSpan[] = []
  for (let at = firstEndingAfter(hits, range.start); at < hits.length; at += 1) {
    const hit = hits[at]
    if (hit === undefined || hit.start >= range.end) break
    found.push({ ...plainHit, start: hit.start, end: hit.end, focused: at === currentHit })
  }
  return found
}

const plainHit = {
  id: '',
  type: '',
  channel: 'hit',
  lane: 0,
  dash: 0,
  isOthers: false,
  continuesBefore: false,
  continuesAfter: false,
} as const

function firstEndingAfter(hits: readonly Span[], offset: number): number {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((hits[middle]?.end ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
