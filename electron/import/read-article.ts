import type { ArticleField } from '../../shared/codebook/codebook'
import type { ColumnChoice } from '../../shared/article/table-columns'
import type { Metadata, MetadataField, ValueOrigin } from '../../shared/article/article'
import { metadataFields } from '../../shared/article/article'
import type { ArticleDocument, Block } from '../../shared/article/blocks'
import { readTextHead } from '../../shared/article/dateline'
import type { Reading } from '../../shared/article/reading'
import { plainText } from '../../shared/article/plain-text'
import { titleFromText } from '../../shared/article/text-title'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { normaliseLineBreaks } from '../../shared/text/line-breaks'
import type { ByteKind } from './article-kinds'
import { byteKindOf, html, plain, textKindOf } from './article-kinds'
import type { DateEvidence } from './date-evidence'
import { dateFromEvidence } from './date-evidence'
import type { Decoded, EncodingOrigin } from './decode'
import { decode } from './decode'
import { declaredEncoding } from './html-encoding'
import type { ReadContent } from './read-content'
import { struckRemarks } from './struck-words'

/** An article as it was read from a file, before it has an id or a place. */
export type ReadArticle = {
  readonly title: string
  readonly titleFrom: ValueOrigin
  readonly metadata: Metadata
  readonly document: ArticleDocument
  /** The plain text of `document`. */
  readonly text: string
  readonly mediaType: string
  /** WHATWG name in lower case; `binary` for a file with a structure of its own. */
  readonly encoding: string
  readonly encodingFrom: EncodingOrigin
  /** The encoding was guessed, and a person should look at the letters. */
  readonly isEncodingUnsure?: true
  /** How a web page was read; absent for files that are none. */
  readonly reading?: Reading
  /** Words around the article of a web page that were left out; absent when none were. */
  readonly leftOutWords?: number
  /** Sentences for the user: encoding guessed, images left out. */
  readonly remarks: readonly string[]
}

/** What the user asked for beside the file itself. */
export type HowToRead = {
  /** A web page is reduced to its article unless it is asked for whole. */
  readonly reading?: Reading
  /** Given when the bytes are a row of a table: which of its columns is what. */
  readonly columns?: ColumnChoice
  /** The project's own fields of articles, some of which may be columns. */
  readonly fields?: readonly ArticleField[]
  /** What the user says the encoding of a text is, as a name that TextDecoder knows. */
  readonly encoding?: string | undefined
}

/** Largest file that is read as an article: 25 MB, some four million words. Callers check it before they read a file. */
export const largestArticleBytes = 25 * 1024 * 1024

/**
 * Read the article in `bytes`, the content of the file `name` (without its folder). The kind is told by
 * the bytes where they are definite, else by the extension, else by the first words. Fails with `too-large`, `empty` or `binary`; the same bytes and
 * name always give the same article.
 */
export async function readArticle(
  bytes: Uint8Array,
  name: string,
  { reading, encoding }: HowToRead = {},
): Promise<Result<ReadArticle>> {
  if (bytes.length > largestArticleBytes) return fail('too-large', tooLargeMessage(name))
  const kind = byteKindOf(bytes)
  const read =
    kind === undefined
      ? readAsText(bytes, name, { reading, encoding })
      : await readAsBytes(kind, bytes, name, reading)
  if (!read.ok) return read
  const { content, remarks, ...how } = read.value
  const text = plainText(content.document)
  if (text.trim() === '') return fail('empty', noWordsMessage(name))
  const head = readTextHead(text)
  const title = titleOrWords(content.title, content.document, name)
  const stated: Metadata = { ...head.metadata, ...content.metadata }
  const evidence: DateEvidence =
    stated['published'] === undefined
      ? dateFromEvidence(head.dateWithoutYear, { ...content.lastResort, ...stated }, name)
      : { published: undefined, remarks: [] }
  return succeed({
    title: title.value,
    titleFrom: title.from,
    metadata: inOrder({
      ...content.lastResort,
      ...(evidence.published === undefined ? {} : { published: evidence.published }),
      ...stated,
    }),
    document: content.document,
    text,
    ...how,
    ...(content.reading === undefined ? {} : { reading: content.reading }),
    ...(content.leftOutWords === undefined ? {} : { leftOutWords: content.leftOutWords }),
    remarks: [
      ...remarks,
      ...content.remarks,
      ...evidence.remarks,
      ...leftOutRemarks(content.document),
      ...struckRemarks(content.document),
    ],
  })
}

/** A file's content with how it was read; `remarks` are about its bytes, not about its content. */
type ReadFile = Pick<
  ReadArticle,
  'mediaType' | 'encoding' | 'encodingFrom' | 'isEncodingUnsure' | 'remarks'
> & {
  readonly content: ReadContent
}

function readAsText(
  bytes: Uint8Array,
  name: string,
  how: Pick<HowToRead, 'encoding'> & { readonly reading: Reading | undefined },
): Result<ReadFile> {
  const kind = textKindOf(extensionOf(name)) ?? (beginsLikeHtml(bytes) ? html : plain)
  const declared = kind.isPage === true ? declaredEncoding(bytes) : undefined
  const decoded = decode(bytes, name, { declared, given: how.encoding })
  if (!decoded.ok) return decoded
  const { text, encoding, encodingFrom } = decoded.value
  return succeed({
    content: kind.readText(normaliseLineBreaks(text), how.reading),
    mediaType: kind.mediaType,
    encoding,
    encodingFrom,
    ...(decoded.value.isUnsure ? { isEncodingUnsure: true } : {}),
    remarks: encodingRemarks(decoded.value),
  })
}

async function readAsBytes(
  kind: ByteKind,
  bytes: Uint8Array,
  name: string,
  reading: Reading | undefined,
): Promise<Result<ReadFile>> {
  const content = await kind.readBytes(bytes, name, reading)
  if (!content.ok) return content
  return succeed({
    content: content.value,
    mediaType: kind.mediaType,
    encoding: 'binary',
    encodingFrom: 'declared',
    remarks: [],
  })
}

function extensionOf(name: string): string {
  return /\.[^.]+$/.exec(name)?.[0].toLowerCase() ?? ''
}

function beginsLikeHtml(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 512))
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html|head|body)[\s>]/i.test(
    head,
  )
}

/** The metadata with its fields in the order in which they are shown. */
function inOrder(metadata: Metadata): Metadata {
  return Object.fromEntries(
    metadataFields.flatMap((field: MetadataField) => {
      const value = metadata[field]
      return value === undefined ? [] : [[field, value]]
    }),
  )
}

function encodingRemarks({ encoding, encodingFrom, unreadable }: Decoded): string[] {
  const remarks: string[] = []
  if (encodingFrom === 'guessed')
    remarks.push(
      `Its encoding was not stated and was guessed to be ${encoding}. If letters look wrong, choose “Read in another encoding” in the list of commands.`,
    )
  if (unreadable > 0)
    remarks.push(
      `${count(unreadable, 'character')} could not be read and ${unreadable === 1 ? 'is' : 'are'} shown as “\ufffd”.`,
    )
  return remarks
}

/** The title the file names, unless it is blank (a heading of nothing but spaces), else one made from its words. */
function titleOrWords(
  title: ReadContent['title'],
  document: ArticleDocument,
  name: string,
): NonNullable<ReadContent['title']> {
  return title === undefined || title.value.trim() === '' ? titleFromText(document, name) : title
}

function leftOutRemarks(document: ArticleDocument): string[] {
  const counts = new Map<string, number>()
  const stack: Block[] = [...document.content]
  for (let block = stack.pop(); block !== undefined; block = stack.pop()) {
    if (block.type === 'leftOut')
      counts.set(block.attrs.what, (counts.get(block.attrs.what) ?? 0) + 1)
    else if (block.type === 'blockquote') stack.push(...block.content)
    else if (block.type === 'bulletList' || block.type === 'orderedList')
      for (const item of block.content) stack.push(...item.content)
  }
  if (counts.size === 0) return []
  const parts = [...counts].sort().map(([what, number]) => count(number, what))
  return [`Left out, with a mark where it stood: ${parts.join(', ')}.`]
}

function count(number: number, what: string): string {
  const plural = what.endsWith('x') ? 'es' : 's'
  return `${String(number)} ${what}${number === 1 ? '' : plural}`
}

function tooLargeMessage(name: string): string {
  return `“${name}” was not imported: it is larger than ${String(largestArticleBytes / 1024 / 1024)} MB, the largest article Assay reads. Nothing else has changed. Split it into parts and import those.`
}

function noWordsMessage(name: string): string {
  return `“${name}” was not imported: it has no words in it that could be shown. Nothing else has changed. Open it in the program it comes from and save the text itself.`
}
