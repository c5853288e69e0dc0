import * as z from 'zod'
import type { ArticleField } from '../codebook/codebook'
import { slugSchema } from '../codebook/codebook'
import type { MetadataField } from './article'
import { metadataFields } from './article'

/** What a column of a table of articles can be in every project: the text, the title, or a detail of the article. */
export const columnFields = ['text', 'title', ...metadataFields] as const
/** Beside those, the own fields of a project by their keys. */
export type OwnColumnField = `field:${string}`
export type ColumnField = 'text' | 'title' | MetadataField | OwnColumnField

/** What a column of a table can be in a project with these own fields. */
export function columnFieldsWith(fields: readonly ArticleField[]): readonly ColumnField[] {
  return [...columnFields, ...fields.map(columnFieldOf)]
}

/** An own field as something that a column can be. */
export function columnFieldOf({ key }: Pick<ArticleField, 'key'>): OwnColumnField {
  return `field:${key}`
}

/** Which column each field is taken from; columns that no field names stay in the original row alone. */
export const columnChoiceSchema = z.partialRecord(
  z.union([z.enum(columnFields), z.templateLiteral(['field:', z.string()])]),
  z.string(),
)
export type ColumnChoice = z.infer<typeof columnChoiceSchema>

/** Names of columns in tables that are passed around, best first, in small letters without blanks and signs. */
const usualNames: Partial<Record<ColumnField, string>> = {
  text: 'text body content article articletext fulltext maintext story articlebody bodytext plaintext paragraphs texte inhalt volltext texto contenido contenu corps testo tresc metin текст содержание نص 正文 内容 本文',
  title:
    'title headline heading subject articletitle name titel überschrift schlagzeile titre titulo titulo titolo tytuł başlık заголовок название عنوان 标题 タイトル',
  subtitle: 'subtitle subheadline deck standfirst description summary untertitel подзаголовок',
  published:
    'published date publishedat publicationdate datepublished publisheddate pubdate publishdate datetime created createdat timestamp datum fecha tarih дата تاريخ 日期 日付',
  updated: 'updated updatedat modified datemodified lastmodified lastupdated aktualisiert',
  section: 'section category rubric desk topic rubrik ressort rubrique seccion раздел рубрика',
  place: 'place dateline location city ort lieu lugar место город',
  agency: 'agency newsagency wire agentur agence agencia агентство',
  publisher:
    'publisher source outlet newspaper publication medium site sourcename domain website quelle fuente fonte kaynak źrodło источник издание المصدر 来源',
  authors:
    'authors author byline creator writer writtenby autor autoren auteur auteurs autores autore yazar автор авторы الكاتب 作者 記者',
  url: 'url link webaddress address uri href permalink ссылка адрес رابط 链接',
  language: 'language lang languagecode sprache langue idioma язык',
}

/** A text is longer than this on average, in characters; below it a column without a telling name is none. */
const shortestText = 80

/**
 * Which column is what: by the names of the columns, and, where none is called after a text, the one with
 * the longest cells. `sample` holds some first rows, each by column; `fields` are the project's own.
 */
export function guessColumns(
  columns: readonly string[],
  sample: readonly ReadonlyMap<string, string>[],
  fields: readonly ArticleField[] = [],
): ColumnChoice {
  const free = new Map<string, string>()
  // What is inside of something else is known by its own name, too, unless a column beside it has that name.
  for (const column of columns.toReversed()) free.set(bareName(innerName(column)), column)
  for (const column of columns.toReversed()) free.set(bareName(column), column)
  const choice: ColumnChoice = {}
  const take = (field: ColumnField, names: readonly string[]): void => {
    const usual = names.find(name => free.has(name))
    const column = usual === undefined ? undefined : free.get(usual)
    if (usual === undefined || column === undefined) return
    choice[field] = column
    for (const [name, taken] of free) if (taken === column) free.delete(name)
  }
  // The project's own come first: who calls a field “Source” means that column.
  for (const field of fields)
    take(columnFieldOf(field), [field.label, field.key, `field.${field.key}`].map(bareName))
  for (const field of columnFields)
    take(field, (usualNames[field] ?? field).split(' ').map(bareName))
  if (choice.text !== undefined) return choice
  const [longest] = [...free.values()]
    .map(column => ({ column, length: averageLength(column, sample) }))
    .toSorted((a, b) => b.length - a.length)
  return longest === undefined || longest.length < shortestText
    ? choice
    : { ...choice, text: longest.column }
}

/** `title=headline,text=body` as a choice, laid over `guessed`; a sentence about what is wrong with it instead. */
export function readColumns(given: string): ColumnChoice | string {
  const choice: ColumnChoice = {}
  for (const part of given.split(',')) {
    const at = part.indexOf('=')
    const name = part.slice(0, Math.max(0, at)).trim()
    const known = columnFields.find(field => field === name)
    const field =
      known ?? (slugSchema.safeParse(name).success ? (`field:${name}` as const) : undefined)
    const column = part.slice(at + 1).trim()
    if (field === undefined || column === '')
      return `--columns takes pairs such as title=headline,text=body; “${part.trim()}” is none. There are: ${columnFields.join(', ')}, and the keys of the project’s own fields.`
    choice[field] = column
  }
  return choice
}

/** The part of `choice` that a table with these columns can have. */
export function choiceWithin(choice: ColumnChoice, columns: readonly string[]): ColumnChoice {
  return Object.fromEntries(
    Object.entries(choice).filter(([, column]) => column !== undefined && columns.includes(column)),
  )
}

/** What an article or what is said of it is called in rows that hold it as a thing of its own. */
const outerNames =
  /^(?:meta|metadata|article|content|data|doc|document|post|item|fields|attributes|_source|body)$/i

/** `headline` for `content.headline`, `author` for `meta.author.name`; the name of a column for every other. */
function innerName(column: string): string {
  const names = column.split('.')
  while (names.length > 1 && outerNames.test(names[0] ?? '')) names.shift()
  if (names.length === 2 && /^name$/i.test(names[1] ?? '')) names.pop()
  return names.join('.')
}

function bareName(column: string): string {
  return column
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

function averageLength(column: string, sample: readonly ReadonlyMap<string, string>[]): number {
  const total = sample.reduce((sum, row) => sum + (row.get(column)?.length ?? 0), 0)
  return sample.length === 0 ? 0 : total / sample.length
}
