import * as z from 'zod'
import { documentSchema } from './blocks'
import { readings } from './reading'

/** Where a metadata value came from: a person, or the place in the file that said so. */
export const valueOrigins = [
  'text',
  'file-name',
  'html-meta',
  'json-ld',
  'heading',
  'document-properties',
  'mail-headers',
  'column',
  'dataset',
  'person',
] as const
export type ValueOrigin = (typeof valueOrigins)[number]

/** One metadata value with its evidence. `found` is the text it was read from, when it was read. */
const metadataValueSchema = z.object({
  value: z.string(),
  from: z.enum(valueOrigins),
  found: z.string().optional(),
})
export type MetadataValue = z.infer<typeof metadataValueSchema>

/** The metadata that Assay itself knows by name, in the order they are shown. `published` and `updated` are ISO 8601 dates, maybe partial. */
export const metadataFields = [
  'subtitle',
  'published',
  'updated',
  'place',
  'agency',
  'publisher',
  'section',
  'authors',
  'url',
  'language',
] as const
export type MetadataField = (typeof metadataFields)[number]

/** Keys are field names; own fields of a project are allowed beside the known ones. */
export const metadataSchema = z.record(z.string().min(1), metadataValueSchema)
export type Metadata = z.infer<typeof metadataSchema>

export const articleIdSchema = z.uuid().brand<'ArticleId'>()
export type ArticleId = z.infer<typeof articleIdSchema>

const originalSchema = z.looseObject({
  /** Path below the project folder, `originals/<id>.<ext>`; absent when the article came from a dataset. */
  file: z.string().optional(),
  name: z.string(),
  sha256: z.string(),
  mediaType: z.string(),
  encoding: z.string(),
  /** How sure the encoding is: said by a byte order mark, by the file or by a person, proven by strict decoding, or guessed. */
  encodingFrom: z.enum(['byte-order-mark', 'strict', 'guessed', 'declared', 'chosen']).optional(),
  /** How a web page was read; absent for files that are none, and for pages imported before pages were reduced: those are whole. */
  reading: z.enum(readings).optional(),
  /** Words around the article that were left out; absent when none were, and for pages imported before they were counted. */
  leftOutWords: z.int().min(1).optional(),
  importedAt: z.iso.datetime({ precision: 3 }),
})

/** `articles/<id>.json`: never changes after import. `text` is the plain text of `document`, `textSha256` its SHA-256 over UTF-8. */
export const articleSchema = z.looseObject({
  format: z.literal('assay-article'),
  version: z.int().min(1),
  minReader: z.int().min(1),
  id: articleIdSchema,
  title: z.string(),
  /** Where the title came from; absent for articles of a dataset, and for those imported before it was kept. */
  titleFrom: z.enum(valueOrigins).optional(),
  metadata: metadataSchema,
  text: z.string(),
  textSha256: z.string(),
  document: documentSchema,
  original: originalSchema,
  externalId: z.string().optional(),
})
export type Article = z.infer<typeof articleSchema>

/** `metadata/<id>.json`: what people edited. A field given here wins over the one found at import; an empty `value` means "none". */
export const articleEditsSchema = z.looseObject({
  title: z.string().optional(),
  metadata: metadataSchema.optional(),
  note: z.string().optional(),
  tags: z.array(z.string()).optional(),
  /** The earlier version of this article, which is in the bin with what could not be placed in the text of this one. */
  replaces: articleIdSchema.optional(),
  /** The later version that took its place; told when this one went to the bin for it. */
  replacedBy: articleIdSchema.optional(),
  /** When the article was put into the bin; absent when it is in the project. */
  removedAt: z.iso.datetime({ precision: 3 }).optional(),
})
export type ArticleEdits = z.infer<typeof articleEditsSchema>

/** The title people see: the edited one, else the one found at import. */
export function titleOf(article: Pick<Article, 'title'>, edits: ArticleEdits | undefined): string {
  return edits?.title ?? article.title
}

/** Found metadata with people's edits laid over it; fields that were emptied are absent. */
export function metadataOf(
  article: Pick<Article, 'metadata'>,
  edits: ArticleEdits | undefined,
): Metadata {
  const merged = { ...article.metadata, ...edits?.metadata }
  return Object.fromEntries(Object.entries(merged).filter(([, entry]) => entry.value !== ''))
}
