import path from 'node:path'
import type * as z from 'zod'
import { articleSchema } from '../../shared/article/article'
import {
  annotationsFileSchema,
  annotatorFileSchema,
  articleEditsFileSchema,
  codebookFileSchema,
  projectFileSchema,
  sourceFileSchema,
} from '../../shared/project/files'

/** Folders of a project, made when the project is. */
export const projectFolders = [
  'sources',
  'annotators',
  'articles',
  'metadata',
  'annotations',
  'originals',
  'journal',
  '.assay',
] as const

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

const shapes: readonly (readonly [RegExp, z.ZodType])[] = [
  [/^project\.json$/, projectFileSchema],
  [/^codebook\.json$/, codebookFileSchema],
  [new RegExp(`^sources/${uuid}\\.json$`), sourceFileSchema],
  [new RegExp(`^annotators/${uuid}\\.json$`), annotatorFileSchema],
  [new RegExp(`^metadata/${uuid}\\.json$`), articleEditsFileSchema],
  [new RegExp(`^annotations/${uuid}\\.${uuid}\\.json$`), annotationsFileSchema],
  [new RegExp(`^articles/${uuid}\\.json$`), articleSchema],
]

/** The schema for a file of a project, by its name below the project folder; `undefined` for a name that is none of ours. */
export function schemaOfFile(file: string): z.ZodType | undefined {
  return shapes.find(([pattern]) => pattern.test(file))?.[1]
}

/** Where a file of the project lies. Throws for a name that is none of ours, so that no id can lead out of the folder. */
export function pathOfFile(projectFolder: string, file: string): string {
  if (schemaOfFile(file) === undefined) throw new RangeError(`Not a file of a project: ${file}`)
  return path.join(projectFolder, ...file.split('/'))
}
