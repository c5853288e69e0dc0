import type { Channel } from '../../shared/codebook/codebook'
import type { Span } from '../../shared/text/span'

/** One span as it is painted: where it stands, how it is drawn and which lane it has. */
export type PaintedSpan = Span & {
  /** Id of the annotation; empty for a hit of find. */
  readonly id: string
  /** Key of the type; empty for a hit. */
  readonly type: string
  readonly channel: Channel | 'hit'
  readonly lane: number
  /** Which of the dashes its underline has; 0 is solid. */
  readonly dash: number
  /** Another annotator's: drawn dotted or hatched. */
  readonly isOthers: boolean
  /** The annotation in focus, or the current hit. */
  readonly focused: boolean
  /** The annotation has an earlier or a later span: an interrupted quote. */
  readonly continuesBefore: boolean
  readonly continuesAfter: boolean
}

/** A painted span inside one segment; `starts` and `ends` say whether its own first or last character is there. */
export type ActivePart = {
  readonly span: PaintedSpan
  readonly starts: boolean
  readonly ends: boolean
}

/** The smallest piece of text over which nothing changes: everything that is painted there, by start. */
export type Segment<Run extends Span = Span> = Span & {
  /** The run it is a piece of. */
  readonly run: Run
  readonly active: readonly ActivePart[]
}

/**
 * Cut `runs` (pieces of text in one style, in order, apart) at every boundary of `spans`. Gives only
 * pieces where something is painted, in order, never overlapping: together they are exactly what the
 * spans cover of the runs. One sweep: the cost grows with the spans and the pieces, not their product.
 */
export function segmentsOf<Run extends Span>(
  runs: readonly Run[],
  spans: readonly PaintedSpan[],
): Segment<Run>[] {
  const segments: Segment<Run>[] = []
  const waiting = spans.toSorted((a, b) => a.start - b.start)
  let next = 0
  let open: PaintedSpan[] = []
  for (const run of runs) {
    open = open.filter(span => span.end > run.start)
    for (let span = waiting[next]; span !== undefined && span.start < run.end;) {
      if (span.end > run.start) open.push(span)
      next += 1
      span = waiting[next]
    }
    if (open.length > 0) cutRun(run, open, segments)
  }
  return segments
}

/** Append the pieces of `run`; `spans` all touch it and are ordered by start. */
function cutRun<Run extends Span>(
  run: Run,
  spans: readonly PaintedSpan[],
  segments: Segment<Run>[],
): void {
  let active: PaintedSpan[] = []
  let next = 0
  let start = run.start
  for (const end of cutsOf(run, spans)) {
    active = active.filter(span => span.end > start)
    for (let span = spans[next]; span !== undefined && span.start < end;) {
      active.push(span)
      next += 1
      span = spans[next]
    }
    if (active.length > 0) segments.push({ start, end, run, active: partsOf(active, start, end) })
    start = end
  }
}

function partsOf(active: readonly PaintedSpan[], start: number, end: number): ActivePart[] {
  return active.map(span => ({ span, starts: span.start === start, ends: span.end === end }))
}

/** Where pieces of the run end, ascending: every boundary inside it, and its own end. */
function cutsOf(run: Span, spans: readonly PaintedSpan[]): number[] {
  const cuts = new Set([run.end])
  for (const span of spans) {
    if (span.start > run.start) cuts.add(span.start)
    if (span.end < run.end) cuts.add(span.end)
  }
  return [...cuts].sort((a, b) => a - b)
}
