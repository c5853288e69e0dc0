import * as z from 'zod'
import { annotatorIdSchema, sourceIdSchema } from '../annotation/annotation'
import { articleIdSchema } from '../article/article'
import { resultOf } from '../outcome/result'
import { differenceSchema } from '../project/compare/difference'
import { projectHandle } from './handles'

/** A file of the project of which earlier versions are kept, by what it holds. */
const versionedSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('annotations'),
    article: articleIdSchema,
    annotator: annotatorIdSchema,
  }),
  z.strictObject({ kind: z.literal('source'), source: sourceIdSchema }),
  z.strictObject({ kind: z.literal('codebook') }),
  z.strictObject({ kind: z.literal('project') }),
])
export type Versioned = z.infer<typeof versionedSchema>

const keptFileSchema = z.strictObject({
  of: versionedSchema,
  /** What it holds, in words. */
  what: z.string(),
  /** The newest first; those that say the same as the present one are left out. */
  versions: z.array(z.strictObject({ version: z.string(), at: z.string() })),
})
export type KeptFile = z.infer<typeof keptFileSchema>

/** Earlier versions of single files of the open project. */
export const versionCalls = {
  /** Of the own annotations of an article, and of what all articles share. */
  listVersions: {
    input: z.strictObject({ project: projectHandle, article: articleIdSchema.exactOptional() }),
    output: resultOf(z.strictObject({ files: z.array(keptFileSchema) })),
  },
  /** What would change if an earlier version were used instead of the present one. */
  compareVersion: {
    input: z.strictObject({ project: projectHandle, of: versionedSchema, version: z.string() }),
    output: resultOf(
      z.strictObject({
        what: z.string(),
        differences: z.array(differenceSchema),
        more: z.int(),
      }),
    ),
  },
  /** Use it, as one step of undo. */
  useVersion: {
    input: z.strictObject({ project: projectHandle, of: versionedSchema, version: z.string() }),
    output: resultOf(z.strictObject({ changes: z.int() })),
  },
} as const
