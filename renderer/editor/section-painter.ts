import { Decoration } from '@tiptap/pm/view'
import type { DecorationAttrs } from '@tiptap/pm/view'
import type { Painting } from './article-view-contract'
import { classOfLook } from './look-sheet'
import { markAttributes } from './mark-style'
import type { ActivePart, PaintedSpan, Segment } from './segments'
import { segmentsOf } from './segments'
import { paintedSpansIn, paintsTheSame } from './painted-spans'
import type { TextRun } from './section-runs'
import { directionWithin, runsOf } from './section-runs'
import type { Direction } from '../../shared/text/text-direction'
import type { SectionExtent } from './text-positions'

/** What has to be taken from and added to the decorations. */
export type PaintingDifference = {
  readonly removed: readonly Decoration[]
  readonly added: readonly Decoration[]
  /** Indices of the sections whose paint differs. */
  readonly sections: readonly number[]
}

export type SectionPainter = {
  /**
   * Bring the visible sections to `painting`. Others keep what they have, which nobody sees, until they
   * come into view again or are wiped.
   */
  readonly update: (painting: Painting, visible: ReadonlySet<number>) => PaintingDifference
  /** Take the paint off one section that is not visible, when there are many; `undefined` when there are few. */
  readonly wipeOne: (visible: ReadonlySet<number>) => PaintingDifference | undefined
  /** The spans last painted around a section; none when it is not painted. */
  readonly spansOf: (section: number) => readonly PaintedSpan[]
}

type PaintedSection = {
  readonly painting: Painting
  readonly from: number
  readonly spans: readonly PaintedSpan[]
  readonly decorations: ReadonlyMap<string, Decoration>
}

/**
 * Paints sections one by one and remembers what it painted. After a change only the sections it touches
 * are looked at, and of those only the pieces that differ are drawn again.
 */
export function createSectionPainter(sections: readonly SectionExtent[]): SectionPainter {
  const painted = new Map<number, PaintedSection>()
  return {
    spansOf: section => painted.get(section)?.spans ?? [],
    update: (painting, visible) => {
      const removed: Decoration[] = []
      const added: Decoration[] = []
      const touched: number[] = []
      for (const index of visible) {
        const section = sections[index]
        if (section === undefined || section.end <= section.start) continue
        const old = painted.get(index)
        const range = { start: old?.from ?? section.start, end: section.end }
        if (old !== undefined && paintsTheSame(old.painting, painting, range)) continue
        const next = paintSection(section, painting, old?.decorations)
        painted.set(index, next)
        collectDifference(old?.decorations ?? new Map(), next.decorations, removed, added)
        touched.push(index)
      }
      return { removed, added, sections: touched }
    },
    wipeOne: visible => {
      if (painted.size <= visible.size + mostHidden) return undefined
      for (const [index, { decorations }] of painted) {
        if (visible.has(index)) continue
        painted.delete(index)
        return { removed: [...decorations.values()], added: [], sections: [index] }
      }
      return undefined
    },
  }
}

/** Painted sections out of sight that are kept: scrolling back and forth paints nothing twice. */
const mostHidden = 2

function paintSection(
  section: SectionExtent,
  painting: Painting,
  old: ReadonlyMap<string, Decoration> | undefined,
): PaintedSection {
  const { spans, from } = paintedSpansIn(painting, section)
  const decorations = new Map<string, Decoration>()
  for (const segment of segmentsOf(runsOf(section), spans)) {
    const look = lookOf(segment)
    const key = `${segment.start}:${segment.end}:${look.signature}`
    decorations.set(key, old?.get(key) ?? decorationOf(segment, look, old === undefined))
  }
  return { painting, from, spans, decorations }
}

function collectDifference(
  before: ReadonlyMap<string, Decoration>,
  after: ReadonlyMap<string, Decoration>,
  removed: Decoration[],
  added: Decoration[],
): void {
  for (const [key, decoration] of before) if (!after.has(key)) removed.push(decoration)
  for (const [key, decoration] of after) if (!before.has(key)) added.push(decoration)
}

type Look = { readonly signature: string; readonly direction: Direction }

function lookOf(segment: Segment<TextRun>): Look {
  const direction = directionWithin(segment.run, segment)
  let signature: string = direction
  for (const part of segment.active) {
    const { type, channel, lane, dash } = part.span
    signature += `|${type} ${channel} ${lane} ${dash} ${flagsOf(part)}`
  }
  return { signature, direction }
}

/** A number for yes and no: asked for each piece of a section each time it is painted, so it makes no list. */
function flagsOf({ span, starts, ends }: ActivePart): number {
  return (
    Number(span.focused) +
    2 * Number(starts) +
    4 * Number(ends) +
    8 * Number(span.continuesBefore) +
    16 * Number(span.continuesAfter) +
    32 * Number(span.isOthers)
  )
}

/** Attributes by signature: a page has thousands of segments and a few dozen looks. */
const attributesByLook = new Map<string, DecorationAttrs>()
const mostLooks = 4096

/** `isFirst`: its section is painted for the first time, with many others. */
function decorationOf(segment: Segment<TextRun>, look: Look, isFirst: boolean): Decoration {
  const from = segment.run.position + segment.start - segment.run.start
  const attributes = attributesByLook.get(look.signature) ?? newAttributes(segment, look, isFirst)
  return Decoration.inline(from, from + segment.end - segment.start, { ...attributes })
}

function newAttributes(
  segment: Segment<TextRun>,
  { signature, direction }: Look,
  isFirst: boolean,
): DecorationAttrs {
  const { class: classes, style } = markAttributes(segment.active, direction)
  const look = classOfLook(style, isFirst)
  // Not kept: the next one may have a rule.
  if (look === undefined) return { class: classes, style }
  const attributes = { class: `${classes} ${look}` }
  if (attributesByLook.size >= mostLooks) attributesByLook.clear()
  attributesByLook.set(signature, attributes)
  return attributes
}
