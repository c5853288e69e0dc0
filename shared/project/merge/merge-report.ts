import * as z from 'zod'
import { annotatorIdSchema, sourceIdSchema } from '../../annotation/annotation'

/** What a merge does to the annotations of one annotator. */
const annotatorCountSchema = z.strictObject({
  annotator: annotatorIdSchema,
  name: z.string(),
  added: z.int(),
  changed: z.int(),
  deleted: z.int(),
  relations: z.int(),
  statuses: z.int(),
})
export type AnnotatorCount = z.infer<typeof annotatorCountSchema>

export const mergeCountsSchema = z.strictObject({
  /** Articles that this copy did not have. */
  articles: z.int(),
  /** Articles whose title, details, note, tags or place in the bin change. */
  details: z.int(),
  annotators: z.array(annotatorCountSchema),
  /** Parts of the codebook that come in, and whether anything in it changes. */
  codebookParts: z.int(),
  codebookChanges: z.boolean(),
  sourcesAdded: z.int(),
  sourcesChanged: z.int(),
  sourcesDeleted: z.int(),
  /** Records that both copies changed: one version stays, both are listed. */
  conflicts: z.int(),
})
export type MergeCounts = z.infer<typeof mergeCountsSchema>

/** A source of the other copy that may be one of this copy under another name. */
export const sameSourceSchema = z.strictObject({
  from: sourceIdSchema,
  fromName: z.string(),
  into: sourceIdSchema,
  intoName: z.string(),
})
export type SameSource = z.infer<typeof sameSourceSchema>

const mergeItemKinds = ['conflict', 'deleted', 'codebook', 'source', 'article', 'left-out'] as const
export const mergeItemSchema = z.strictObject({
  kind: z.enum(mergeItemKinds),
  /** A sentence for people. */
  message: z.string(),
})
export type MergeItem = z.infer<typeof mergeItemSchema>
