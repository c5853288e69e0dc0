import * as z from 'zod'
import {
  annotationIdSchema,
  annotationSchema,
  annotatorIdSchema,
  annotatorSchema,
  relationSchema,
  sourceIdSchema,
  sourceSchema,
} from '../annotation/annotation'
import type { AnnotatorId } from '../annotation/annotation'
import { articleStatuses } from '../annotation/annotation-set'
import type { ArticleId } from '../article/article'
import { articleEditsSchema, articleIdSchema } from '../article/article'
import { codebookSchema } from '../codebook/codebook'

/**
 * One change of one record of a project, with the record before and after it; absent means the record
 * does not exist there. So every change is its own history, and its inverse is the same change swapped.
 */
export const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('annotation'),
    article: articleIdSchema,
    annotator: annotatorIdSchema,
    id: annotationIdSchema,
    before: annotationSchema.optional(),
    after: annotationSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('relation'),
    article: articleIdSchema,
    annotator: annotatorIdSchema,
    id: z.uuid(),
    before: relationSchema.optional(),
    after: relationSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('status'),
    article: articleIdSchema,
    annotator: annotatorIdSchema,
    before: z.enum(articleStatuses),
    after: z.enum(articleStatuses),
  }),
  z.strictObject({
    kind: z.literal('source'),
    id: sourceIdSchema,
    before: sourceSchema.optional(),
    after: sourceSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('annotator'),
    id: annotatorIdSchema,
    before: annotatorSchema.optional(),
    after: annotatorSchema.optional(),
  }),
  /** Title, metadata, note, tags of an article, and whether it is in the bin. */
  z.strictObject({
    kind: z.literal('metadata'),
    article: articleIdSchema,
    before: articleEditsSchema.optional(),
    after: articleEditsSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('codebook'), before: codebookSchema, after: codebookSchema }),
  z.strictObject({
    kind: z.literal('project'),
    before: z.strictObject({ name: z.string() }),
    after: z.strictObject({ name: z.string() }),
  }),
])
export type Change = z.infer<typeof changeSchema>

/** One step of undo: what one command did, however many records it touched. */
export const editSchema = z.strictObject({
  id: z.uuid(),
  /** The command in the user's words, "tag as claim": shown as "Undo tag as claim". */
  label: z.string(),
  changes: z.array(changeSchema).min(1),
  /** Set on edits that take an earlier one back or do it again; the earlier edit's id. */
  undoes: z.uuid().optional(),
  redoes: z.uuid().optional(),
  /** Set on what undo does not take back: a project or an annotator coming into being. */
  permanent: z.literal(true).optional(),
  /** Set on a merge: ids of the last edits of the other copy's journals. What they and all before them did is known. */
  merged: z.array(z.uuid()).optional(),
})
export type Edit = z.infer<typeof editSchema>

/** The change that takes `change` back. */
export function invertChange(change: Change): Change {
  const { before, after, ...rest } = change
  return {
    ...rest,
    ...(after === undefined ? {} : { before: after }),
    ...(before === undefined ? {} : { after: before }),
  } as Change
}

/** Changes that take `changes` back: the last is undone first. */
export function invertChanges(changes: readonly Change[]): Change[] {
  return changes.map(invertChange).reverse()
}

/** The article that shows what an edit did, when it touched one. */
export function articleOfEdit(edit: Edit): ArticleId | undefined {
  for (const change of edit.changes) if ('article' in change) return change.article
  return undefined
}

/** Name of the file a change ends up in, below the project folder. */
export function fileOfChange(change: Change): string {
  switch (change.kind) {
    case 'annotation':
    case 'relation':
    case 'status':
      return annotationFile(change.article, change.annotator)
    case 'source':
      return `sources/${change.id}.json`
    case 'annotator':
      return `annotators/${change.id}.json`
    case 'metadata':
      return `metadata/${change.article}.json`
    case 'codebook':
      return 'codebook.json'
    case 'project':
      return 'project.json'
  }
}

export function annotationFile(article: ArticleId, annotator: AnnotatorId): string {
  return `annotations/${article}.${annotator}.json`
}
