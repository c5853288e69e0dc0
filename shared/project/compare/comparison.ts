import * as z from 'zod'
import { articleIdSchema } from '../../article/article'
import { differenceSchema } from './difference'

const annotationCountsSchema = z.strictObject({
  added: z.int(),
  removed: z.int(),
  changed: z.int(),
})
export type AnnotationCounts = z.infer<typeof annotationCountsSchema>

/** An article that an earlier state of a project and the present one do not have alike. */
const comparedArticleSchema = z.strictObject({
  article: articleIdSchema,
  title: z.string(),
  /** `unreadable`: it is in the project, but its file cannot be read now. */
  state: z.enum(['added', 'removed', 'changed', 'unreadable']),
  annotations: annotationCountsSchema,
  /** Cut short. */
  differences: z.array(differenceSchema),
  /** How many more there are. */
  more: z.int(),
})
export type ComparedArticle = z.infer<typeof comparedArticleSchema>

/** How the present state of a project differs from an earlier one. */
export const comparisonSchema = z.strictObject({
  /** What concerns the whole project: its name, codebook, sources and people. */
  project: z.array(differenceSchema),
  moreOfProject: z.int(),
  articles: z.array(comparedArticleSchema),
  moreArticles: z.int(),
  sums: z.strictObject({
    articles: z.strictObject({ added: z.int(), removed: z.int(), changed: z.int() }),
    annotations: annotationCountsSchema,
  }),
})
export type Comparison = z.infer<typeof comparisonSchema>
