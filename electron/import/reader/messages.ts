import * as z from 'zod'
import { articleSchema, metadataSchema } from '../../../shared/article/article'
import { documentSchema, nestsTooDeep } from '../../../shared/article/blocks'
import { readings } from '../../../shared/article/reading'
import { plainText } from '../../../shared/article/plain-text'
import type { Failure, Result } from '../../../shared/outcome/result'
import { fail, failureSchema, succeed } from '../../../shared/outcome/result'
import type { HowToRead, ReadArticle } from '../read-article'

/** What a process that reads files is told: first its limits, then one file after the other. */
export type ReaderRequest =
  | { readonly kind: 'begin'; readonly megabytes: number }
  | {
      readonly kind: 'read'
      readonly id: number
      /** The file's own name, without its folder. */
      readonly name: string
      readonly bytes: Uint8Array
      readonly how: HowToRead
    }

/** What it answers. The plain text is left out: it follows from the document, and main makes it itself. */
export type ReaderAnswer =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'article'
      readonly id: number
      readonly article: Omit<ReadArticle, 'text'>
    }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: Failure }

const readArticleSchema = z.strictObject({
  title: z.string().min(1),
  metadata: metadataSchema,
  document: documentSchema,
  mediaType: z.string(),
  reading: z.enum(readings).exactOptional(),
  encoding: z.string(),
  encodingFrom: articleSchema.shape.original.shape.encodingFrom.unwrap(),
  remarks: z.array(z.string()),
}) satisfies z.ZodType<Omit<ReadArticle, 'text'>>

/** A message of a process that reads files, without its content. */
const headSchema = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('ready') }),
  z.looseObject({ kind: z.literal('article'), id: z.int(), article: z.unknown() }),
  z.looseObject({ kind: z.literal('failure'), id: z.int(), failure: z.unknown() }),
])

/**
 * What a process said, checked whole: hostile bytes may have taken it over, so an article counts only
 * when it fits the schema. `undefined` for anything else.
 */
export function checkAnswer(
  message: unknown,
): 'ready' | { readonly id: number; readonly result: Result<ReadArticle> } | undefined {
  const head = headSchema.safeParse(message)
  if (!head.success) return undefined
  if (head.data.kind === 'ready') return 'ready'
  const { id } = head.data
  if (head.data.kind === 'failure') {
    const failure = failureSchema.safeParse(head.data.failure)
    if (!failure.success) return undefined
    return { id, result: fail(failure.data.kind, failure.data.message) }
  }
  if (nestsTooDeep(head.data.article)) return undefined
  const article = readArticleSchema.safeParse(head.data.article)
  if (!article.success) return undefined
  return { id, result: succeed({ ...article.data, text: plainText(article.data.document) }) }
}
