import type * as z from 'zod'
import { annotationSchema, relationSchema } from '../../shared/annotation/annotation'
import { bringToVersion } from '../../shared/project/migrations'
import { appliedSeqSchema } from '../../shared/project/record'
import { faultOfJson } from '../../shared/project/sound-json'
import { errorCode } from '../store/explain-error'
import { pathOfFile, schemaOfFile } from '../store/project-files'
import { readOwnFile } from '../store/read-regular-file'
import type { Snapshot } from '../store/snapshot'

const itemSchemas: readonly (readonly [string, z.ZodType])[] = [
  ['annotations', annotationSchema],
  ['relations', relationSchema],
]

/**
 * A file of annotations without the items that have a wrong shape, when all else in it has the right one.
 * The whole file is kept elsewhere, so nothing is lost by leaving them out.
 */
export function salvage(projectFolder: string, file: string): Snapshot | undefined {
  if (!file.startsWith('annotations/')) return undefined
  const parsed = parse(projectFolder, file)
  if (parsed === undefined) return undefined
  const { sha256: _sha256, generation, appliedSeq, ...asRead } = parsed
  const aged = bringToVersion(asRead)
  if (aged.kind === 'newer') return undefined
  const content: Record<string, unknown> = { ...aged.content }
  for (const [key, schema] of itemSchemas) {
    const items = content[key]
    content[key] = Array.isArray(items) ? items.filter(item => schema.safeParse(item).success) : []
  }
  const head = {
    generation: typeof generation === 'number' ? generation : 0,
    appliedSeq: appliedSeqSchema.catch({}).parse(appliedSeq),
  }
  const isSound = schemaOfFile(file)?.safeParse({ ...content, ...head }).success === true
  return isSound ? { content, ...head } : undefined
}

function parse(projectFolder: string, file: string): Record<string, unknown> | undefined {
  try {
    const text = readOwnFile(pathOfFile(projectFolder, file)).toString('utf8')
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined
    return faultOfJson(text, parsed) === undefined ? (parsed as Record<string, unknown>) : undefined
  } catch (error) {
    if (error instanceof SyntaxError || errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}
