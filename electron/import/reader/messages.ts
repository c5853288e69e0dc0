import * as z from 'zod'
import { articleSchema, metadataSchema, valueOrigins } from '../../../shared/article/article'
import { documentSchema, nestsTooDeep } from '../../../shared/article/blocks'
import { readings } from '../../../shared/article/reading'
import { plainText } from '../../../shared/article/plain-text'
import type { Failure, Result } from '../../../shared/outcome/result'
import { fail, failureSchema, succeed } from '../../../shared/outcome/result'
import type { HowToRead, ReadArticle } from '../read-article'
import type { StreamRequest } from './stream-request'

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
  /** Begin to read something part by part; the first part is asked for with it. */
  | { readonly kind: 'stream'; readonly request: StreamRequest }
  | { readonly kind: 'next' }

/** What it answers. The plain text is left out: it follows from the document, and main makes it itself. */
export type ReaderAnswer =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'article'
      readonly id: number
      readonly article: Omit<ReadArticle, 'text'>
    }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: Failure }
  | StreamAnswer

/** What a stream answers: a part is the JSON of its value in pieces, the last of which has its bytes. */
export type StreamAnswer =
  /** What is being read now: it is still alive. */
  | { readonly kind: 'at'; readonly place: string }
  | {
      readonly kind: 'piece'
      readonly json: string
      readonly isLast: boolean
      readonly bytes?: Uint8Array
    }
  | { readonly kind: 'end'; readonly failure?: Failure }

/** Characters of a piece: no message is large. */
export const pieceLength = 1024 * 1024

const streamAnswerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('at'), place: z.string().max(4096) }),
  z.strictObject({
    kind: z.literal('piece'),
    json: z.string().max(pieceLength),
    isLast: z.boolean(),
    bytes: z.instanceof(Uint8Array).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('end'), failure: failureSchema.exactOptional() }),
]) satisfies z.ZodType<StreamAnswer>

/** What a process said while it read part by part; `undefined` for what it never says. */
export function checkStreamAnswer(message: unknown): 'ready' | StreamAnswer | undefined {
  if (headSchema.safeParse(message).data?.kind === 'ready') return 'ready'
  return streamAnswerSchema.safeParse(message).data
}

const readArticleSchema = z.strictObject({
  title: z.string().min(1),
  titleFrom: z.enum(valueOrigins),
  metadata: metadataSchema,
  document: documentSchema,
  mediaType: z.string(),
  reading: z.enum(readings).exactOptional(),
  leftOutWords: z.int().min(1).exactOptional(),
  encoding: z.string(),
  isEncodingUnsure: z.literal(true).exactOptional(),
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
