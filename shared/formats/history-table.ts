import type { AnnotatorId, Annotator } from '../annotation/annotation'
import { quotedWords } from '../project/history/history-event'
import type { HistoryEvent } from '../project/history/history-event'
import type { HistoryWords } from '../project/history/describe-event'
import { describeEvent } from '../project/history/describe-event'
import { csvRecord } from './csv/csv-text'
import { guardFormula } from './csv/guard-formula'

/** One event of the history as people and programs read it outside Assay. */
export type HistoryRow = {
  /** UTC with milliseconds. */
  readonly time: string
  /** Name of who did it. */
  readonly by: string
  /** Name of whose annotation it is. */
  readonly annotator: string
  readonly article: string
  /** Empty for what was done to the article itself. */
  readonly annotation: string
  readonly type: string
  readonly words: string
  /** In plain words. */
  readonly what: string
}

/** Events as rows, in their order. */
export function historyRows(
  events: readonly HistoryEvent[],
  words: HistoryWords & { readonly annotators: readonly Annotator[] },
): HistoryRow[] {
  const names = new Map<AnnotatorId, string>(words.annotators.map(({ id, name }) => [id, name]))
  const nameOf = (id: AnnotatorId): string => names.get(id) ?? id
  return events.map(event => ({
    time: event.at,
    by: nameOf(event.by),
    annotator: nameOf(event.owner),
    article: event.article,
    annotation: event.id ?? '',
    type: event.annotation?.type ?? '',
    words: event.annotation === undefined ? '' : quotedWords(event.annotation),
    what: describeEvent(event, words),
  }))
}

const columns = [
  'time',
  'by',
  'annotator',
  'article',
  'annotation',
  'type',
  'words',
  'what',
] as const satisfies readonly (keyof HistoryRow)[]

/** Rows as CSV (RFC 4180) with a head, safe for spreadsheets: a cell that looks like a formula gets an apostrophe. */
export function historyCsv(rows: readonly HistoryRow[]): string {
  return [
    csvRecord(columns),
    ...rows.map(row => csvRecord(columns.map(column => guardFormula(row[column])))),
  ].join('')
}
