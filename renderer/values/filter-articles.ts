import { metadataFields } from '../../shared/article/article'
import { writeFieldValue } from '../../shared/article/field-value'
import type { ArticleField } from '../../shared/codebook/codebook'
import { foldedLetters } from '../../shared/text/fold-text'
import type { ArticleSummary } from '../../shared/project/summary'
import { writeDate } from './date-text'

/** What the terms of a filter are called, as they are typed: `status:done`. */
export const filterTerms = ['status', 'tag', 'publisher', 'date', 'after', 'before'] as const
type Term = (typeof filterTerms)[number]

/**
 * The articles for which every part of `filter` holds. A word must occur in title, details, written-out
 * date, note or tags; `status:done`, `tag:flood`, `publisher:"Halvik Courier"` and `date:2031-03` look at
 * one thing, `after:` and `before:` at the date of publication, both ends included. Every other detail is a
 * term, too, `place:halvik`, and so are the project's own `fields`, by key or by name without blanks:
 * `desk:home`, `reach:4500`, and `desk:none` for articles without a value. `annotator` is whose status counts.
 */
export function filterArticles(
  summaries: readonly ArticleSummary[],
  filter: string,
  annotator = '',
  fields: readonly ArticleField[] = [],
): readonly ArticleSummary[] {
  const parts = partsOf(filter, fields)
  if (parts.length === 0) return summaries
  return summaries.filter(summary =>
    parts.every(part =>
      part.field === undefined
        ? holds(part, summary, annotator, fields)
        : fieldHolds(part.field, part.value, summary),
    ),
  )
}

/** How a field is called in a filter: its name in small letters without blanks. */
export function termOfField({ label }: Pick<ArticleField, 'label'>): string {
  return label
    .trim()
    .toLocaleLowerCase('en')
    .replaceAll(/[\s:"]+/gu, '-')
}

type Part = {
  readonly term: Term | undefined
  /** Set when one detail is looked at. */
  readonly field?: ArticleField
  readonly value: string
}

const knownDetails: readonly ArticleField[] = metadataFields
  .filter(key => key !== 'publisher')
  .map(key => ({
    key,
    label: key,
    kind: key === 'published' || key === 'updated' ? 'date' : 'text',
  }))

function fieldCalled(name: string, fields: readonly ArticleField[]): ArticleField | undefined {
  return (
    fields.find(field => termOfField(field) === name) ??
    [...fields, ...knownDetails].find(({ key }) => key === name)
  )
}

/** Whether an article has this value in a field: the whole of a choice or of yes and no, the beginning of a date, else a part. */
function fieldHolds(field: ArticleField, value: string, { metadata }: ArticleSummary): boolean {
  const kept = metadata[field.key]?.value
  if (kept === undefined) return value === 'none'
  const said = foldedLetters(writeFieldValue(field, kept))
  switch (field.kind) {
    case 'number':
      return numberHolds(Number(kept), value)
    case 'date':
      return kept.startsWith(value)
    case 'choice':
    case 'yes-no':
      return kept === value || said === value || termOfField({ label: said }) === value
    case 'text':
    case 'url':
      return said.includes(value)
  }
}

/** `4500`, `>4500`, `>=4500`, `<4500` or `<=4500`; a number that cannot be read is none of them. */
function numberHolds(kept: number, wanted: string): boolean {
  const [, sign = '', digits = ''] = /^([<>]?=?)(.*)$/u.exec(wanted) ?? []
  const number = digits === '' ? NaN : Number(digits.replaceAll(',', ''))
  switch (sign) {
    case '>':
      return kept > number
    case '>=':
      return kept >= number
    case '<':
      return kept < number
    case '<=':
      return kept <= number
    default:
      return kept === number
  }
}

/** A term that is only begun, such as `tag:`, does not count yet. */
function partsOf(filter: string, fields: readonly ArticleField[]): Part[] {
  const pattern = /(?:([\p{L}\p{M}\p{N}_-]+):)?(?:"([^"]*)"?|(\S+))?/gu
  return [...filter.toLocaleLowerCase('en').matchAll(pattern)].flatMap(
    ([whole, name, quoted, word]) => {
      const term = filterTerms.find(known => known === name)
      const value = foldedLetters((quoted ?? word ?? '').trim())
      const field = name === undefined || term !== undefined ? undefined : fieldCalled(name, fields)
      if (field !== undefined) return value === '' ? [] : [{ term, field, value }]
      if (name !== undefined && term === undefined)
        return [{ term, value: foldedLetters(whole.trim()) }]
      return value === '' ? [] : [{ term, value }]
    },
  )
}

function holds(
  { term, value }: Part,
  summary: ArticleSummary,
  annotator: string,
  fields: readonly ArticleField[],
): boolean {
  const { metadata, tags, annotators } = summary
  const published = metadata['published']?.value
  switch (term) {
    case 'status':
      return (annotators[annotator]?.status ?? 'new').startsWith(value.replaceAll(' ', '-'))
    case 'tag':
      return tags.some(tag => has(tag, value))
    case 'publisher':
      return [metadata['publisher'], metadata['agency']].some(
        entry => entry !== undefined && has(entry.value, value),
      )
    case 'date':
      return published?.startsWith(value) === true
    case 'after':
      return published !== undefined && published.slice(0, value.length) >= value
    case 'before':
      return published !== undefined && published.slice(0, value.length) <= value
    case undefined:
      return has(searchable(summary, fields), value)
  }
}

/** Whether `text` has `value`, which is folded. */
function has(text: string, value: string): boolean {
  return foldedLetters(text).includes(value)
}

/** Who published the article and when, in one small line; empty when neither is known. */
export function smallLine({ metadata }: Pick<ArticleSummary, 'metadata'>): string {
  const publisher = metadata['publisher']?.value ?? metadata['agency']?.value
  const published = metadata['published']?.value
  return [publisher, published === undefined ? undefined : writeDate(published)]
    .filter(part => part !== undefined)
    .join(', ')
}

function searchable(
  { title, metadata, tags, edits }: ArticleSummary,
  fields: readonly ArticleField[],
): string {
  const labels = fields.flatMap(field => {
    const value = metadata[field.key]?.value
    return value === undefined || field.kind === 'yes-no' ? [] : [writeFieldValue(field, value)]
  })
  const values = Object.values(metadata).map(entry => entry.value)
  const published = metadata['published']?.value
  return [
    title,
    ...values,
    ...labels,
    published === undefined ? '' : writeDate(published),
    edits?.note ?? '',
    ...tags,
  ].join(' ')
}
