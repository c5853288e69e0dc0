import * as z from 'zod'
import { articleIdSchema } from '../article/article'
import { resultOf } from '../outcome/result'
import { searchQuerySchema } from '../search/search-query'
import { projectHandle } from './handles'

const searchHit = z.strictObject({
  article: articleIdSchema,
  start: z.int().min(0),
  end: z.int().min(0),
  before: z.string(),
  words: z.string(),
  after: z.string(),
  direction: z.enum(['ltr', 'rtl']),
})
export type SearchHit = z.infer<typeof searchHit>

/** Searching all articles. */
export const searchCalls = {
  /** Begin a search through the articles; it takes the place of the one before. */
  beginSearch: {
    input: z.strictObject({ project: projectHandle, query: searchQuerySchema }),
    output: resultOf(z.strictObject({ search: z.int() })),
  },
  /** Look on for some milliseconds, and give what was found since. */
  continueSearch: {
    input: z.strictObject({ project: projectHandle, search: z.int() }),
    output: resultOf(
      z.strictObject({
        hits: z.array(searchHit),
        articlesDone: z.int(),
        articlesTotal: z.int(),
        /** False when there is nothing more. */
        hasMore: z.boolean(),
      }),
    ),
  },
} as const
