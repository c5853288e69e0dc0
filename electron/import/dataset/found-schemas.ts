import * as z from 'zod'
import { codebookSchema, repeatedKeys } from '../../../shared/codebook/codebook'

const itemSchema = z.strictObject({
  kind: z.enum(['refused', 'kept', 'replaced', 'remark']),
  line: z.int().optional(),
  article: z.string().optional(),
  annotation: z.string().optional(),
  relation: z.string().optional(),
  words: z.array(z.string()).optional(),
  message: z.string(),
})

/** What stands beside the articles of a dataset, as the process that read it says. */
export const datasetSideSchema = z.strictObject({
  codebook: codebookSchema.refine(codebook => repeatedKeys(codebook).length === 0).optional(),
  annotators: z.array(
    z.strictObject({ id: z.string(), externalId: z.string().optional(), name: z.string() }),
  ),
  sources: z.array(
    z.strictObject({
      id: z.string(),
      externalId: z.string().optional(),
      name: z.string(),
      kind: z.enum(['person', 'organisation', 'group', 'unknown']),
      aliases: z.array(z.string()),
    }),
  ),
  items: z.array(itemSchema),
})

/** An article of a dataset as that process says; what its line holds is checked when it is planned. */
export const foundArticleSchema = z.strictObject({
  line: z.unknown().optional(),
  number: z.int().optional(),
  items: z.array(itemSchema).optional(),
})
