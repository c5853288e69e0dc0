import type { ArticleDocument, Block } from '../../../shared/article/blocks'
import { plainText } from '../../../shared/article/plain-text'
import { isoDateIn } from '../../../shared/article/written-date'
import type { FoundValue } from '../found-metadata'
import { firstOfEach } from '../found-metadata'
import type { ReadContent } from '../read-content'

/** What the properties of a document say, as they are written there. */
export type DocumentProperties = {
  readonly title?: string | undefined
  readonly authors?: string | undefined
  readonly language?: string | undefined
  readonly publisher?: string | undefined
  readonly created?: string | undefined
  readonly modified?: string | undefined
}

/** Titles that programs give: they say nothing of the article. */
const genericTitle =
  /^(?:(?:new |neues |nouveau )?(?:document|dokument|documento|документ|untitled|unbenannt|sans titre|sin título|ohne titel|без названия|title|titel|template|vorlage|normal|blank|doc|text)[\s\d()_-]*|word document|microsoft word.*|powerpoint.*|.*\.(?:docx?|dotx?|docm|odt|rtf|txt|html?|indd|epub))$/i

/** Names that programs and unattended accounts give. */
const genericAuthor =
  /^(?:(?:windows |microsoft |office |default )?(?:user|benutzer|utilisateur|usuario|пользователь|author|autor|admin|administrator|owner|office)[\s\d]*|unknown|python-docx|openpyxl|apache poi|docx4j|un-named|calibre(?: .*)?|x|-|\.)$/i

/** Programs write dates before this year when they have none. */
const firstPlausibleYear = 1990

/**
 * The title and metadata that `properties` give for `document`. Those of a word processor speak of the
 * file, not of the article: who typed it and when are kept as the last resort, and a title that shares no
 * word with a document that has a heading of its own was left by an older article.
 */
export function fromProperties(
  properties: DocumentProperties,
  document: ArticleDocument,
): Pick<ReadContent, 'title' | 'metadata' | 'lastResort'> {
  const heading = firstHeading(document)
  const title = plausibleTitle(properties.title, document, heading)
  return {
    title:
      title !== undefined
        ? { value: title, from: 'document-properties' }
        : heading === undefined
          ? undefined
          : { value: heading, from: 'heading' },
    metadata: firstOfEach([
      ...valueFor('language', properties.language?.replaceAll('_', '-'), properties.language),
      ...valueFor('publisher', properties.publisher, properties.publisher),
    ]),
    lastResort: firstOfEach([...authorOf(properties), ...dateOf(properties)]),
  }
}

/** The title as one line, unless a program gave it. */
function ownTitle(title: string | undefined): string | undefined {
  const line = oneLine(title)
  return line === undefined || genericTitle.test(line) ? undefined : line
}

function plausibleTitle(
  title: string | undefined,
  document: ArticleDocument,
  heading: string | undefined,
): string | undefined {
  const own = ownTitle(title)
  if (own === undefined || heading === undefined) return own
  const words = own.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []
  const text = plainText(document).toLowerCase()
  return words.length === 0 || words.some(word => text.includes(word)) ? own : undefined
}

function firstHeading(document: ArticleDocument): string | undefined {
  const heading = document.content.find(
    (block): block is Extract<Block, { type: 'heading' }> =>
      block.type === 'heading' && block.attrs.level === 1,
  )
  return oneLine(heading?.content?.map(part => (part.type === 'text' ? part.text : ' ')).join(''))
}

function authorOf({ authors }: DocumentProperties): FoundValue[] {
  const names = oneLine(authors)
  return names === undefined || genericAuthor.test(names) ? [] : valueFor('authors', names, names)
}

/** A document made from an old template or by a program says when that was made: then the last change counts, or nothing. */
function dateOf({ created, modified, authors }: DocumentProperties): FoundValue[] {
  if (genericAuthor.test(authors ?? '') && /python-docx|poi|docx4j|un-named/i.test(authors ?? ''))
    return []
  const firstDay = dayOf(created)
  const lastDay = dayOf(modified)
  if (firstDay !== undefined && yearsBetween(firstDay, lastDay ?? firstDay) <= 1)
    return valueFor('published', firstDay, `created ${created ?? ''}`)
  return lastDay === undefined ? [] : valueFor('published', lastDay, `changed ${modified ?? ''}`)
}

function dayOf(written: string | undefined): string | undefined {
  const day = written === undefined ? undefined : isoDateIn(written)
  return day !== undefined && Number(day.slice(0, 4)) >= firstPlausibleYear ? day : undefined
}

function yearsBetween(one: string, other: string): number {
  return Math.abs(Number(other.slice(0, 4)) - Number(one.slice(0, 4)))
}

function valueFor(
  field: FoundValue['field'],
  value: string | undefined,
  found: string | undefined,
): FoundValue[] {
  const kept = oneLine(value)
  return kept === undefined
    ? []
    : [{ field, value: { value: kept, from: 'document-properties', found: found ?? kept } }]
}

function oneLine(text: string | undefined): string | undefined {
  const line = text
    ?.toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return line === '' ? undefined : line
}
