import * as z from 'zod'
import { annotatorIdSchema, relationSchema, sourceIdSchema } from '../annotation/annotation'
import { articleIdSchema } from '../article/article'
import { resultOf } from '../outcome/result'
import { editSchema } from '../project/change'
import { projectHandle, readHandle } from './handles'

/** What can be read in parts: see `beginRead`. */
const readable = z.discriminatedUnion('kind', [
  /** `ArticleSummary[]`, binned articles too. */
  z.strictObject({ kind: z.literal('summaries') }),
  /** `PackedReading` of this article. */
  z.strictObject({ kind: z.literal('article'), article: articleIdSchema }),
  /** `UndoHistory` rebuilt from the journal. */
  z.strictObject({ kind: z.literal('history') }),
  /** `ArticleHistory`: who did what to its annotations, out of the journals. */
  z.strictObject({ kind: z.literal('article-history'), article: articleIdSchema }),
  /** `SourceUse[]`: how often each source is named in the whole project. */
  z.strictObject({ kind: z.literal('source-uses') }),
  /** `Mention[]` of one source. */
  z.strictObject({ kind: z.literal('mentions'), source: sourceIdSchema }),
  /** `NamedAnnotations`: whole, for changing them. */
  z.strictObject({ kind: z.literal('annotations-of-source'), source: sourceIdSchema }),
  /** `PartUse[]`: how often each part of the codebook is used. */
  z.strictObject({ kind: z.literal('codebook-uses') }),
  /** `TouchedRecords`: this window's annotations of these types and relations of these kinds. */
  z.strictObject({
    kind: z.literal('touched-by-codebook'),
    types: z.array(z.string()),
    relations: z.array(z.string()),
  }),
  /** `UsedValue[]` of a text attribute. */
  z.strictObject({ kind: z.literal('used-values'), type: z.string(), attribute: z.string() }),
])
export type Readable = z.infer<typeof readable>

const relationEnd = relationSchema.shape.to
const farRelations = z.strictObject({
  /** Relations of other articles that lead to this one. */
  incoming: z.array(z.strictObject({ annotator: annotatorIdSchema, relation: relationSchema })),
  /** What stands at the ends that lie in other articles. */
  ends: z.array(relationEnd.extend({ title: z.string(), type: z.string(), words: z.string() })),
})
export type FarRelations = z.infer<typeof farRelations>

/** What stands in a project: read in parts, and edited. */
export const articleCalls = {
  /** Cut what is asked for into texts of at most 1 MB that join to one JSON document. */
  beginRead: {
    input: z.strictObject({ project: projectHandle, what: readable }),
    output: resultOf(z.strictObject({ read: readHandle, parts: z.int() })),
  },
  readPart: {
    input: z.strictObject({ read: readHandle, part: z.int().min(0) }),
    output: resultOf(z.strictObject({ text: z.string() })),
  },
  /**
   * What is equal at two times when only this window has changed the article between them: then what was
   * read the first time, and the window's own edits, are all there is.
   */
  articleStamp: {
    input: z.strictObject({ project: projectHandle, article: articleIdSchema }),
    output: resultOf(z.strictObject({ stamp: z.string() })),
  },
  /** The relations between this article and others, with the words at their far ends. */
  farRelations: {
    input: z.strictObject({ project: projectHandle, article: articleIdSchema }),
    output: resultOf(farRelations),
  },
  /** Resolves only when the edit is durable. An edit that was sent twice (same id) is written once. */
  appendEdit: {
    input: z.strictObject({ project: projectHandle, edit: editSchema }),
    output: resultOf(z.strictObject({ seq: z.int() })),
  },
  /** The window has left this article: its snapshot may be written now. */
  leaveArticle: {
    input: z.strictObject({ project: projectHandle, article: articleIdSchema }),
    output: z.strictObject({}),
  },
} as const
