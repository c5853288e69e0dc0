import { assignLanes } from '../../annotation/lanes'
import type { Annotation } from '../../annotation/annotation'
import type { Channel, Codebook } from '../../codebook/codebook'
import type { Span } from '../../text/span'
import { compareSpans } from '../../text/span'
import { htmlText } from '../reports/html-text'

/** One span of an annotation as the page marks it. */
export type MarkedSpan = Span & {
  readonly id: string
  readonly type: string
  readonly channel: Channel
  readonly lane: number
  /** Which of the line styles its underline has. */
  readonly dash: number
  /** Number of its annotation on the page, from 1. */
  readonly number: number
  readonly label: string
  /** The annotation goes on in a later span: an interrupted quote. */
  readonly goesOn: boolean
}

/** Overlaps that go deeper are drawn like the deepest. */
const deepestLane = 3
const dashes = 4

/** The spans of `annotations`, which are numbered in their order, ordered from outer to inner. */
export function markedSpans(annotations: readonly Annotation[], codebook: Codebook): MarkedSpan[] {
  const looks = typeLooks(codebook)
  const spans = annotations.flatMap((annotation, index) =>
    annotation.spans.map(({ start, end }, part) => ({
      id: annotation.id,
      type: annotation.type,
      ...(looks.get(annotation.type) ?? unknownLook),
      label: codebook.types.find(({ key }) => key === annotation.type)?.label ?? annotation.type,
      number: index + 1,
      start,
      end,
      goesOn: part < annotation.spans.length - 1,
    })),
  )
  const channels: readonly Channel[] = ['tint', 'underline', 'outline']
  return channels
    .flatMap(channel =>
      [...assignLanes(spans.filter(span => span.channel === channel))].map(([span, lane]) => ({
        ...span,
        lane: Math.min(lane, deepestLane),
      })),
    )
    .sort((a, b) => compareSpans(a, b) || a.number - b.number)
}

/** How a type is drawn. */
export type TypeLook = { readonly channel: Channel; readonly dash: number }

/** What a type looks like that the codebook does not have. */
export const unknownLook: TypeLook = { channel: 'underline', dash: 1 }

/** How each type of the codebook is drawn, by its key. */
export function typeLooks({ types }: Codebook): ReadonlyMap<string, TypeLook> {
  let underlines = 0
  return new Map(
    types.map(({ key, channel }) => [
      key,
      { channel, dash: channel === 'underline' ? underlines++ % dashes : 0 },
    ]),
  )
}

/** Marks the pieces of a text that are asked for from its start to its end. */
export type TextMarker = {
  /** The text of `[start, end)` escaped and marked; `wrap` puts bold, italic and links around each piece. */
  readonly mark: (start: number, end: number, wrap: (piece: string) => string) => string
  /** The same for a line break of the text, which is one character. */
  readonly lineBreak: (start: number) => string
}

/** A marker for `text`; `spans` are ordered from outer to inner. */
export function textMarker(text: string, spans: readonly MarkedSpan[]): TextMarker {
  let open: MarkedSpan[] = []
  let next = 0
  const referred = new Set<MarkedSpan>()

  const openIn = (start: number, end: number): readonly MarkedSpan[] => {
    open = open.filter(span => span.end > start)
    for (let span = spans[next]; span !== undefined && span.start < end; span = spans[next]) {
      open.push(span)
      next += 1
    }
    return open
  }

  const pieceOf = (start: number, end: number, content: string): string => {
    const active = open.filter(span => span.start < end && span.end > start)
    const isLastOf = (span: MarkedSpan): boolean => endsBy(span, end, text) && !referred.has(span)
    let inner = content
    // A number stands inside the marks that go on, so that they have no gap where another ends.
    let ended: MarkedSpan[] = []
    for (const span of active.toReversed()) {
      const ends = isLastOf(span)
      if (!ends) inner += references(ended)
      inner = `<mark ${markAttributes(span, start, end, text)}>${inner}</mark>`
      ended = ends ? [...ended, span] : []
      if (ends) referred.add(span)
    }
    return inner + references(ended)
  }

  return {
    mark: (start, end, wrap) => {
      const active = openIn(start, end)
      const cuts = new Set([end])
      for (const span of active) {
        if (span.start > start && span.start < end) cuts.add(span.start)
        if (span.end > start && span.end < end) cuts.add(span.end)
      }
      let at = start
      let written = ''
      for (const cut of [...cuts].sort((a, b) => a - b)) {
        written += pieceOf(at, cut, wrap(htmlText(text.slice(at, cut))))
        at = cut
      }
      return written
    },
    lineBreak: start => {
      openIn(start, start + 1)
      return pieceOf(start, start + 1, '<br>')
    },
  }
}

/** Only line breaks stand between the end of the piece and that of the span: nothing more of it will be seen. */
function endsBy(span: MarkedSpan, end: number, text: string): boolean {
  return span.end <= end || /^\n+$/.test(text.slice(end, span.end))
}

function markAttributes(span: MarkedSpan, start: number, end: number, text: string): string {
  const { channel, lane, dash, type } = span
  const begins = span.start >= start || /^\n+$/.test(text.slice(span.start, start))
  const classes = [
    `t-${type}`,
    channel,
    `l${lane}`,
    ...(channel === 'underline' ? [`d${dash}`] : []),
    ...(begins ? ['begins'] : []),
    ...(endsBy(span, end, text) ? ['ends'] : []),
  ]
  return `class="${htmlText(classes.join(' '))}" data-annotation="${htmlText(span.id)}"`
}

function references(ended: readonly MarkedSpan[]): string {
  return ended
    .toSorted((a, b) => a.number - b.number)
    .map(reference)
    .join('')
}

/** The number behind a span, drawn by the style sheet: it adds nothing to the words that are copied. */
function reference({ number, label, type, goesOn }: MarkedSpan): string {
  const shown = goesOn ? `${number}…` : String(number)
  const name = htmlText(`${label} ${number}${goesOn ? ', goes on' : ''}`)
  return `<a class="ref t-${htmlText(type)}" href="#n${number}" data-n="${shown}" aria-label="${name}"></a>`
}
