import * as z from 'zod'
import { sourceIdSchema } from '../annotation/annotation'
import { resultOf } from '../outcome/result'
import { comparisonSchema } from '../project/compare/comparison'
import { mergeCountsSchema, mergeItemSchema, sameSourceSchema } from '../project/merge/merge-report'
import { copyHandle, projectHandle } from './handles'

const mergeReport = z.strictObject({
  /** Name of the folder or zip file. */
  name: z.string(),
  counts: mergeCountsSchema,
  /** What changes here in words, article by article. */
  comparison: comparisonSchema,
  items: z.array(mergeItemSchema),
  /** How many more there are than `items`. */
  moreItems: z.int(),
  /** The project has everything already. */
  isNothing: z.boolean(),
  /** How many steps of undo take it back. */
  steps: z.int(),
})
export type MergeReport = z.infer<typeof mergeReport>

const mergePreview = mergeReport.omit({ steps: true }).extend({
  copy: copyHandle,
  sameSources: z.array(sameSourceSchema),
})
export type MergePreview = z.infer<typeof mergePreview>

/** Another copy of the project, merged into this one. */
export const mergeCalls = {
  /** Asks for a folder or a zip file in a dialog, and says what merging that copy of the project would do. */
  chooseCopy: {
    input: z.strictObject({ project: projectHandle, from: z.enum(['file', 'folder']) }),
    output: resultOf(mergePreview),
  },
  /** Merge the copy that was looked at, after a backup; these of its sources become one with ours. */
  mergeCopy: {
    input: z.strictObject({
      project: projectHandle,
      copy: copyHandle,
      sameSources: z.array(sourceIdSchema),
    }),
    output: resultOf(mergeReport),
  },
  /** The whole report of the last merge, on the clipboard. */
  copyMergeReport: { input: z.strictObject({}), output: z.strictObject({}) },
} as const
