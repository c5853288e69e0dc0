import * as z from 'zod'
import {
  annotationSchema,
  annotatorIdSchema,
  annotatorSchema,
  relationSchema,
  sourceSchema,
} from '../annotation/annotation'
import { articleStatuses } from '../annotation/annotation-set'
import { articleEditsSchema, articleIdSchema } from '../article/article'
import { codebookSchema } from '../codebook/codebook'
import { migrations } from './migrations'
import { appliedSeqSchema } from './record'

/** What every snapshot carries beside its content. `sha256` is over the file's own text without that line. */
const snapshotHead = {
  /** SHA-256 of `stableJson` of the file without this key; absent in a file written by hand. */
  sha256: z.string().optional(),
  /** Goes up by one with every snapshot; a lower one means that older content came back. */
  generation: z.int().min(0),
  /** The journals' numbers up to which records have gone into this file. */
  appliedSeq: appliedSeqSchema,
}

const fileHead = { version: z.int().min(1), minReader: z.int().min(1) }

export const projectIdSchema = z.uuid().brand<'ProjectId'>()

/** `project.json` */
export const projectFileSchema = z.looseObject({
  format: z.literal('assay-project'),
  ...fileHead,
  ...snapshotHead,
  id: projectIdSchema,
  name: z.string(),
})
export type ProjectFile = z.infer<typeof projectFileSchema>

/** `annotations/<article>.<annotator>.json` */
export const annotationsFileSchema = z.looseObject({
  format: z.literal('assay-annotations'),
  ...fileHead,
  ...snapshotHead,
  article: articleIdSchema,
  annotator: annotatorIdSchema,
  /** SHA-256 of the plain text the offsets were made on. */
  textSha256: z.string(),
  status: z.enum(articleStatuses),
  annotations: z.array(annotationSchema),
  relations: z.array(relationSchema),
})
export type AnnotationsFile = z.infer<typeof annotationsFileSchema>

/** `metadata/<id>.json` */
export const articleEditsFileSchema = articleEditsSchema.extend({
  format: z.literal('assay-metadata'),
  ...fileHead,
  ...snapshotHead,
})

/** `codebook.json`, `sources/<id>.json` and `annotators/<id>.json` are the records with a snapshot head. */
export const codebookFileSchema = codebookSchema.extend(snapshotHead)
export const sourceFileSchema = sourceSchema.extend(snapshotHead)
export const annotatorFileSchema = annotatorSchema.extend(snapshotHead)

/** Version of the project format that this program writes, and the oldest program that may write to it. */
export const currentVersion = migrations.length + 1
export const currentMinReader = 1
