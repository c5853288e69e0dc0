import type { EditorView } from '@tiptap/pm/view'
import type { Span } from '../../shared/text/span'
import type { Fragment } from './line-fragments'
import { lineFragments } from './line-fragments'
import type { LinePlaces } from './line-places'
import type { TextRun } from './section-runs'
import { runsOf } from './section-runs'
import type { SectionExtent } from './text-positions'

/** Where the words of spans stand on the screen. Measured once for each span while a section is laid out as it is. */
export type TextFragments = {
  /** Pieces of lines from top to bottom, in CSS pixels from the top left corner of the section. */
  readonly of: (section: SectionExtent, span: Span) => readonly Fragment[]
  /** The section was laid out anew, or is not laid out any more. */
  readonly forget: (section: number) => void
}

/** Pieces by span, and by place for a span that is another object now. */
type Measured = {
  readonly bySpan: WeakMap<Span, readonly Fragment[]>
  readonly byPlace: Map<string, readonly Fragment[]>
}

/**
 * `elementOf` gives the element of a section that is laid out; measuring another one would lay it out.
 * `places` are told of the lines on which spans begin and end.
 */
export function createTextFragments(
  view: EditorView,
  elementOf: (section: number) => Element | undefined,
  places: Pick<LinePlaces, 'note'>,
): TextFragments {
  const measured = new Map<number, Measured>()
  const nodesBySection = new Map<number, readonly Text[]>()
  const range = document.createRange()

  /** The text of each run. The document never changes, but the editor may draw a block again. */
  const nodesOf = (section: SectionExtent): readonly Text[] => {
    const known = nodesBySection.get(section.index)
    if (known?.every(node => node.isConnected) === true) return known
    const nodes = runsOf(section).map(run => textNodeOf(view, run))
    nodesBySection.set(section.index, nodes)
    return nodes
  }
  const measure = (section: SectionExtent, span: Span): readonly Fragment[] => {
    const origin = elementOf(section.index)?.getBoundingClientRect()
    if (origin === undefined) return []
    const nodes = nodesOf(section)
    const rects = runsOf(section).flatMap((run, index) => {
      const node = nodes[index]
      if (node === undefined || run.end <= span.start || run.start >= span.end) return []
      range.setStart(node, Math.max(span.start, run.start) - run.start)
      range.setEnd(node, Math.min(span.end, run.end) - run.start)
      return [...range.getClientRects()]
    })
    return lineFragments(rects, origin)
  }
  const measuredIn = (section: SectionExtent): Measured => {
    const known = measured.get(section.index)
    if (known !== undefined) return known
    const fresh: Measured = { bySpan: new WeakMap(), byPlace: new Map() }
    measured.set(section.index, fresh)
    return fresh
  }
  const measureNow = (section: SectionExtent, span: Span): readonly Fragment[] => {
    const fragments = measure(section, span)
    const [first] = fragments
    const last = fragments.at(-1)
    if (first !== undefined && span.start >= section.start)
      places.note(section.index, span.start, first)
    if (last !== undefined && span.end <= section.end)
      places.note(section.index, span.end - 1, last)
    return fragments
  }
  return {
    of: (section, span) => {
      const { bySpan, byPlace } = measuredIn(section)
      const known = bySpan.get(span)
      if (known !== undefined) return known
      const place = `${span.start.toString()}:${span.end.toString()}`
      const fragments = byPlace.get(place) ?? measureNow(section, span)
      byPlace.set(place, fragments)
      bySpan.set(span, fragments)
      return fragments
    },
    forget: section => {
      measured.delete(section)
    },
  }
}

function textNodeOf(view: EditorView, { position }: TextRun): Text {
  const { node, offset } = view.domAtPos(position, 1)
  const found = node instanceof Text ? node : firstTextIn(node.childNodes[offset])
  if (found === undefined) throw new RangeError('A run of text has no text node')
  return found
}

function firstTextIn(node: Node | undefined): Text | undefined {
  if (node === undefined || node instanceof Text) return node
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
  return (walker.nextNode() as Text | null) ?? undefined
}
