import * as z from 'zod'
import { articleIdSchema } from '../article/article'
import { codebookSchema } from '../codebook/codebook'
import { exportWishSchema } from '../formats/export-wish'
import { resultOf } from '../outcome/result'
import { projectHandle } from './handles'

/** What the window knows of an export format: enough to ask for it. */
const exportFormatInfo = z.strictObject({
  name: z.string(),
  label: z.string(),
  description: z.string(),
  /** Offsets it counts when nothing else is asked for; absent when it has none. */
  offsetUnit: z.enum(['codepoint', 'utf16']).optional(),
  hasOffsetChoice: z.boolean(),
  canOmitText: z.boolean(),
  hasSpreadsheetOption: z.boolean(),
  /** True when a dataset of this format can be imported. */
  canImport: z.boolean(),
})
export type ExportFormatInfo = z.infer<typeof exportFormatInfo>

const exportPreview = z.strictObject({
  files: z.array(z.strictObject({ name: z.string(), text: z.string() })),
  articles: z.int(),
  annotations: z.int(),
  losses: z.array(z.string()),
  isComplete: z.boolean(),
})
export type ExportPreview = z.infer<typeof exportPreview>

const exportReport = z.strictObject({
  folder: z.string(),
  articles: z.int(),
  annotations: z.int(),
  relations: z.int(),
  /** A sentence for each kind of loss. */
  lossSummary: z.array(z.string()),
  /** The first of the losses, item by item. */
  losses: z.array(z.string()),
  /** Name of the file beside the export that says who the pseudonyms are. */
  key: z.string().optional(),
})
export type ExportReport = z.infer<typeof exportReport>

/** What is written to files outside the project. */
export const exportCalls = {
  /** Every format in the order they are offered. */
  exportFormats: {
    input: z.strictObject({}),
    output: z.strictObject({ formats: z.array(exportFormatInfo) }),
  },
  /** The first records of an export and what it would lose; the answer to an earlier call may come short. */
  previewExport: {
    input: z.strictObject({ project: projectHandle, wish: exportWishSchema }),
    output: resultOf(exportPreview),
  },
  /** Asks for the folder in a dialog, and whether an earlier export there may be replaced. */
  exportDataset: {
    input: z.strictObject({ project: projectHandle, wish: exportWishSchema }),
    output: resultOf(exportReport),
  },
  /** Stop the export that is running, if any: what was there before stays. */
  cancelExport: { input: z.strictObject({}), output: z.strictObject({}) },
  /** Asks for a file in a dialog and writes the codebook there, as it is given. */
  exportCodebook: {
    input: z.strictObject({ project: projectHandle, codebook: codebookSchema }),
    output: resultOf(z.strictObject({ file: z.string() })),
  },
  /** Asks for a file in a dialog, CSV or JSON by its ending, and writes the history of an article's annotations there. */
  exportHistory: {
    input: z.strictObject({ project: projectHandle, article: articleIdSchema }),
    output: resultOf(z.strictObject({ file: z.string() })),
  },
} as const
