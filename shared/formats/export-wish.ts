import * as z from 'zod'
import type { ExportFormat } from './format'
import { offsetUnits } from './format'

/** What somebody asks of an export, in the window and on the command line; absent means all, or as usual. */
export const exportWishSchema = z.strictObject({
  format: z.string(),
  /** Ids. */
  articles: z.array(z.string()).optional(),
  /** Keys of the codebook. */
  types: z.array(z.string()).optional(),
  /** Ids. */
  annotators: z.array(z.string()).optional(),
  offsets: z.enum(offsetUnits).optional(),
  /** False to leave the articles' text out; the words of annotations stay. */
  text: z.boolean().optional(),
  /** Metadata fields that are left out. */
  withoutMetadata: z.array(z.string()).optional(),
  /** True to write pseudonyms for the sources, and the key to them in a file beside the export. */
  pseudonyms: z.boolean().optional(),
  /** True to guard cells against formulas. */
  spreadsheets: z.boolean().optional(),
  splits: z
    .strictObject({
      train: z.number().min(0),
      dev: z.number().min(0),
      test: z.number().min(0),
      seed: z.int().min(0),
    })
    .refine(({ train, dev, test }) => train + dev + test > 0, 'All shares are 0')
    .optional(),
})
export type ExportWish = z.infer<typeof exportWishSchema>

/** Why this format cannot serve the wish, as a sentence with what to do; `undefined` when it can. */
export function wishFault(
  format: Pick<
    ExportFormat,
    'name' | 'label' | 'offsetUnit' | 'hasOffsetChoice' | 'canOmitText' | 'hasSpreadsheetOption'
  >,
  wish: ExportWish,
): string | undefined {
  const { label, offsetUnit, hasOffsetChoice } = format
  if (wish.offsets !== undefined && wish.offsets !== offsetUnit && !hasOffsetChoice)
    return offsetUnit === undefined
      ? `${label} has no offsets, so none can be chosen. Leave the choice out.`
      : `Readers of ${label} count ${offsetUnit} only, so its offsets cannot count anything else. Leave the choice out.`
  if (wish.text === false && !format.canOmitText)
    return `${label} makes no sense without the articles’ text. Export it with the text, or choose jsonl or csv.`
  if (wish.spreadsheets === true && !format.hasSpreadsheetOption)
    return `${label} has no form for spreadsheets. Choose csv for that, or leave it out.`
  return undefined
}
