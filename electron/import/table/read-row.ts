import type { Metadata, MetadataField } from '../../../shared/article/article'
import { metadataFields } from '../../../shared/article/article'
import { isSafeTarget } from '../../../shared/article/blocks'
import { readTextHead } from '../../../shared/article/dateline'
import { plainText } from '../../../shared/article/plain-text'
import { readFieldValue } from '../../../shared/article/field-value'
import type { ArticleField } from '../../../shared/codebook/codebook'
import { readWrittenDate } from '../../../shared/article/read-date'
import type { ColumnChoice, ColumnField } from '../../../shared/article/table-columns'
import { columnFieldOf } from '../../../shared/article/table-columns'
import { titleFromText } from '../../../shared/article/text-title'
import { isoDateIn } from '../../../shared/article/written-date'
import type { Result } from '../../../shared/outcome/result'
import { fail, succeed } from '../../../shared/outcome/result'
import { normaliseLineBreaks, replaceLoneSurrogates } from '../../../shared/text/line-breaks'
import { html, plain } from '../article-kinds'
import type { ReadArticle } from '../read-article'
import { rowValues, tableKind } from './row-values'

/** Tags that a text of a table has only when it is a piece of a web page. */
const tags = /<(?:p|div|br|h[1-6]|ul|article|section)(?:\s[^<>]{0,500})?\/?>/i

/**
 * The article in one row of a table, by the columns that people or their names say. What a column says of
 * the article counts more than what the text says. `fields` are the project's own. Fails for a row without a text, with its reason.
 */
export function readRow(
  bytes: Uint8Array,
  name: string,
  columns: ColumnChoice,
  fields: readonly ArticleField[] = [],
): Result<ReadArticle> {
  const values = rowValues(bytes, name)
  if ('fault' in values) return notImported(name, values.fault)
  const valueOf = (field: ColumnField): string =>
    (values.get(columns[field] ?? '') ?? '').trim() === ''
      ? ''
      : replaceLoneSurrogates(values.get(columns[field] ?? '') ?? '').replaceAll('\0', '\ufffd')
  const given = normaliseLineBreaks(valueOf('text'))
  const content = (tags.test(given) ? html : plain).readText(given)
  const text = plainText(content.document)
  if (text.trim() === '')
    return notImported(name, `its column “${columns.text ?? ''}” has no words in it`)
  const said = metadataOf(valueOf, columns, fields)
  const named = valueOf('title').replace(/\s+/g, ' ').trim()
  const title =
    named === '' ? titleFromText(content.document, name) : { value: named, from: 'column' as const }
  return succeed({
    title: title.value,
    titleFrom: title.from,
    metadata: { ...readTextHead(text).metadata, ...content.metadata, ...said.metadata },
    document: content.document,
    text,
    mediaType: tableKind(name) === 'separated' ? 'text/csv' : 'application/json',
    encoding: 'utf-8',
    encodingFrom: 'strict',
    remarks: [...content.remarks, ...said.remarks],
  })
}

function metadataOf(
  valueOf: (field: ColumnField) => string,
  columns: ColumnChoice,
  fields: readonly ArticleField[],
): { readonly metadata: Metadata; readonly remarks: readonly string[] } {
  const metadata: Record<string, Metadata[string]> = {}
  const remarks: string[] = []
  for (const field of metadataFields) {
    const found = valueOf(field).replace(/\s+/g, ' ').trim()
    if (found === '') continue
    const language = valueOf('language').trim()
    const value = valueFor(field, found, language)
    if (value === undefined)
      remarks.push(
        `Its column “${columns[field] ?? ''}” says “${found}”, ${whyNot(field, found, language)}`,
      )
    else metadata[field] = { value, from: 'column', found: `${columns[field] ?? ''}: ${found}` }
  }
  for (const field of fields) {
    const column = columnFieldOf(field)
    const found = valueOf(column).replace(/\s+/g, ' ').trim()
    if (found === '') continue
    const read = readFieldValue(field, found, valueOf('language').trim() || undefined)
    if (read.ok)
      metadata[field.key] = {
        value: read.value,
        from: 'column',
        found: `${columns[column] ?? ''}: ${found}`,
      }
    else
      remarks.push(
        `Its column “${columns[column] ?? ''}” says “${found}”, which “${field.label}” cannot take. ${read.message}`,
      )
  }
  return { metadata, remarks }
}

function valueFor(field: MetadataField, found: string, language: string): string | undefined {
  if (field === 'url') return isSafeTarget(found) ? found : undefined
  if (field !== 'published' && field !== 'updated') return found
  const read = readWrittenDate(found, language === '' ? {} : { language })
  return read.kind === 'date' ? read.date : (isoDateIn(found) ?? dateOfSeconds(found))
}

function whyNot(field: MetadataField, found: string, language: string): string {
  if (field === 'url') return 'which is no web address.'
  const read = readWrittenDate(found, language === '' ? {} : { language })
  const either = read.kind === 'none' ? read.either : undefined
  return either === undefined
    ? 'which is no date.'
    : `which can be ${either[0]} or ${either[1]}: the article has no date. A column of the table that says the language would tell, or fill it in among its details.`
}

/** Seconds or milliseconds since 1970, as programs write them, as a day in UTC. */
function dateOfSeconds(found: string): string | undefined {
  if (!/^\d{9,10}$|^\d{12,13}$/.test(found)) return undefined
  const milliseconds = Number(found) * (found.length > 10 ? 1 : 1000)
  return new Date(milliseconds).toISOString().slice(0, 10)
}

function notImported(
  name: string,
  why: string,
): { ok: false; error: ReturnType<typeof fail>['error'] } {
  return fail('unreadable', `“${name}” was not imported: ${why}. The other rows are not touched.`)
}
