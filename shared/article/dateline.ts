import type { Metadata, MetadataValue } from './article'
import type { Dateline } from './dateline-line'
import { readDateline } from './dateline-line'
import { readHeadLines } from './head-lines'
import { dayMonthIn, dayMonthPattern, isoDateIn } from './written-date'

/** What the start of a text says about it. Offsets are UTF-16 code units; the text itself is never changed. */
export type TextHead = {
  /** Of `authors`, `published`, `updated`, `place` and `agency` those that were found, each with the words it was read from. */
  readonly metadata: Metadata
  /** The words of the dateline's date when it has no year and the header gives none. */
  readonly dateWithoutYear: string | undefined
  /** Where the header ends; 0 when there is none. */
  readonly headerEnd: number
  /** Where the line with the dateline begins, or `undefined` when there is no dateline. */
  readonly datelineAt: number | undefined
  /** Where the article itself begins: after the header and the dateline. */
  readonly bodyStart: number
}

/** Lines that may stand above the dateline: a header, a title, a writer's name. */
const linesLookedAt = 5

/** A dateline is short; what comes later on the line is the article. */
const longestDateline = 160

/**
 * Read the header (` date 2022-06-05`) and the dateline (`PARIS, 12 March (AFP) -`) at the start of
 * `text`. A header's date wins over the dateline's, and gives the year of a dateline that has none.
 * Lines above it that say who wrote it and when (`head-lines.ts`) count, too. Prose and headlines in
 * capitals give nothing.
 */
export function readTextHead(text: string): TextHead {
  const header = readHeader(text)
  const found = findDateline(text, header.end)
  const lines = readHeadLines(text)
  const published =
    header.published ??
    lines.said['published'] ??
    publishedIn(found?.dateline, header.date) ??
    lines.day
  return {
    metadata: {
      ...lines.said,
      ...(published === undefined ? {} : { published }),
      ...(found === undefined ? {} : placeAndAgency(found.dateline)),
    },
    dateWithoutYear: published === undefined ? withoutYear(found?.dateline.dateWords) : undefined,
    headerEnd: header.end,
    datelineAt: found?.at,
    bodyStart: found === undefined ? header.end : found.at + found.dateline.length,
  }
}

type Header = {
  readonly end: number
  /** The date as written, perhaps only a year. */
  readonly date: string | undefined
  readonly published: MetadataValue | undefined
}

/** `date 2022-06-05`, `Published: 29 January 2022`, or a line that is nothing but an ISO date. */
function readHeader(text: string): Header {
  const head = text.slice(0, longestDateline)
  const named =
    /^\s*((?:date|dated|published|published on|publication date|дата)\s*:?[ \t]+)(.*)/iu.exec(head)
  const words = named === null ? undefined : dateAtStart(named[2] ?? '')
  const alone = /^\s*(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}\S*)?[ \t]*(?=\n|$)/.exec(head)
  const found = words === undefined ? alone?.[1] : `${named?.[1] ?? ''}${words}`
  const date = found === undefined ? undefined : isoDateIn(words ?? found)
  if (found === undefined || date === undefined)
    return { end: 0, date: undefined, published: undefined }
  const end = words === undefined ? (alone?.[0].length ?? 0) : head.indexOf(found) + found.length
  return {
    end,
    date,
    // A year or a month alone says less than the dateline may.
    published: date.length === 10 ? { value: date, from: 'text', found } : undefined,
  }
}

/** Forms a header's date is written in, with its time. */
const headerDates: readonly RegExp[] = [
  /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-])/u,
  /^\d{1,2}\.\d{1,2}\.\d{4}(?!\d)/u,
  new RegExp(`^(?:${dayMonthPattern}),? \\d{4}(?!\\d)`, 'iu'),
]

/** The date that `text` begins with, as it is written. */
function dateAtStart(text: string): string | undefined {
  return headerDates.map(pattern => pattern.exec(text)?.[0]).find(found => found !== undefined)
}

function findDateline(
  text: string,
  from: number,
): { readonly at: number; readonly dateline: Dateline } | undefined {
  let at = from
  for (let seen = 0; seen < linesLookedAt;) {
    while (/^[\s\ufeff]$/.test(text.charAt(at))) at += 1
    if (at >= text.length) return undefined
    const end = lineEnd(text, at)
    const dateline = readDateline(text.slice(at, Math.min(end, at + 2 * longestDateline)))
    if (dateline !== undefined) return { at, dateline }
    at = end
    seen += 1
  }
  return undefined
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

function publishedIn(
  dateline: Dateline | undefined,
  headerDate: string | undefined,
): MetadataValue | undefined {
  const words = dateline?.dateWords
  if (words === undefined) return undefined
  const value =
    isoDateIn(words.replaceAll(/[()]/g, '')) ??
    (headerDate === undefined ? undefined : dayMonthIn(words, headerDate.slice(0, 4)))
  return value === undefined ? undefined : { value, from: 'text', found: words }
}

function withoutYear(words: string | undefined): string | undefined {
  // A leap year has every day that may be written.
  return words !== undefined && dayMonthIn(words, '2000') !== undefined ? words : undefined
}

function placeAndAgency({ place, agency, found }: Dateline): Metadata {
  return {
    place: { value: place, from: 'text', found },
    ...(agency === undefined ? {} : { agency: { value: agency, from: 'text', found } }),
  }
}
