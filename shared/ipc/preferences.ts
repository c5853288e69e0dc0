import * as z from 'zod'
import { keyMapSchema } from './key-map'

export const themes = ['system', 'light', 'dark', 'high-contrast'] as const
export type Theme = (typeof themes)[number]

/** How the list of articles is ordered: as they came in, by a detail, or by the date of publication. */
export const articleOrders = ['imported', 'title', 'newest', 'oldest', 'publisher'] as const
export type ArticleOrder = (typeof articleOrders)[number]

/** The window is drawn at its usual size or larger, up to twice. */
export const smallestZoom = 1
export const largestZoom = 2

export const preferences = z.strictObject({
  theme: z.enum(themes),
  showKeyLine: z.boolean(),
  showArticles: z.boolean(),
  articleOrder: z.enum(articleOrders),
  /** Dragging selects whole words; otherwise exact characters. */
  selectsWords: z.boolean(),
  /** After a tag the keyboard goes to the first field of its card. */
  entersCard: z.boolean(),
  /** “Done, next article” stops first where a required value is missing. */
  stopsAtMissing: z.boolean(),
  /** The annotations of other annotators are marked and listed, too. */
  showsOthers: z.boolean(),
  /** How large everything in the window is: 1 is the usual size. */
  zoom: z.number().min(smallestZoom).max(largestZoom),
  /** Letters, digits and signs are keys by themselves; otherwise only with Ctrl or Alt. */
  singleKeys: z.boolean(),
  keys: keyMapSchema,
})
export type Preferences = z.infer<typeof preferences>
