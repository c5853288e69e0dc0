import * as z from 'zod'
import { articleStatuses } from '../annotation/annotation-set'
import { articleEditsSchema, articleIdSchema, metadataSchema } from '../article/article'

/** One line of the article list: what the index knows without reading the article. */
export const articleSummarySchema = z.strictObject({
  id: articleIdSchema,
  title: z.string(),
  metadata: metadataSchema,
  tags: z.array(z.string()),
  /** Length of the plain text in UTF-16 code units. */
  length: z.int().min(0),
  textSha256: z.string(),
  removedAt: z.string().optional(),
  externalId: z.string().optional(),
  /** What people edited, when they did: what a further edit starts from. */
  edits: articleEditsSchema.optional(),
  /** By annotator id. */
  annotators: z.record(
    z.string(),
    z.strictObject({
      status: z.enum(articleStatuses),
      /** How many annotations, by type key. */
      counts: z.record(z.string(), z.int().min(0)),
      relations: z.int().min(0),
    }),
  ),
})
export type ArticleSummary = z.infer<typeof articleSummarySchema>
