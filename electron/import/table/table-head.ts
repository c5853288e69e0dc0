import * as z from 'zod'

/** One table that a file can be read as: a file of text is one, a workbook has one for each sheet, and one for sheets alike, and a text in an uncertain encoding one for each that it may be in. */
const tablePartSchema = z.strictObject({
  /** Sheets of the workbook, in their order; none for a file of text. */
  sheets: z.array(z.string()),
  /** Only when it is asked for: its sheet is hidden. */
  isHidden: z.boolean(),
  /** The encoding that it is read in so; only where that is not certain, and each is a part. */
  encoding: z.string().exactOptional(),
  columns: z.array(z.string()),
  /** Some first rows that can be read: pairs of a column and what is in it, cut short. */
  sample: z.array(z.array(z.tuple([z.string(), z.string()]))),
  total: z.int().min(0),
  /** Sentences about it as a whole. */
  remarks: z.array(z.string()),
})
export type TablePart = z.infer<typeof tablePartSchema>

/** What a table of articles is, without its rows: enough to ask which column is what. */
export const tableHeadSchema = z.strictObject({
  name: z.string(),
  parts: z.array(tablePartSchema).min(1),
})
export type TableHead = z.infer<typeof tableHeadSchema>
