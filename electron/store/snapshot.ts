import { createHash } from 'node:crypto'
import type * as z from 'zod'
import { nestsTooDeep } from '../../shared/article/blocks'
import type { FileContent } from '../../shared/project/fold-changes'
import type { AppliedSeq } from '../../shared/project/record'
import { appliedSeqSchema } from '../../shared/project/record'
import { stableJson } from '../../shared/project/stable-json'
import { writeDurably } from './durable-write'
import { errorCode } from './explain-error'
import type { KeptByBytes } from './kept-by-bytes'
import { readRegularFile } from './read-regular-file'

/** A file's content and how far the journals have gone into it. */
export type Snapshot = {
  readonly content: FileContent
  readonly generation: number
  readonly appliedSeq: AppliedSeq
}

export type SnapshotReading =
  | { readonly kind: 'missing' }
  | { readonly kind: 'good'; readonly snapshot: Snapshot }
  /** Readable and of the right shape, without any hash: somebody wrote it by hand and said so by that. */
  | { readonly kind: 'unsigned'; readonly snapshot: Snapshot }
  /** Readable and of the right shape, but its hash does not fit: edited by hand, or by another program. */
  | { readonly kind: 'edited'; readonly snapshot: Snapshot }
  | { readonly kind: 'bad'; readonly why: string }

/**
 * Read a snapshot and check it: JSON, shape, hash. Never throws for what is in the file, only for the disk.
 * With `kept`, bytes that were found good before are not checked again; one `schema` belongs to a path.
 */
export function readSnapshot(
  path: string,
  schema: z.ZodType,
  kept?: KeptByBytes<SnapshotReading>,
): SnapshotReading {
  let bytes: Buffer
  try {
    bytes = readRegularFile(path)
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOENT') return { kind: 'missing' }
    if (code === 'EFTYPE') return { kind: 'bad', why: 'it is not a file' }
    if (code === 'ETOOBIG') return { kind: 'bad', why: 'it is larger than 256 MB' }
    throw error
  }
  const known = kept?.of(path, bytes)
  if (known !== undefined) return known
  const reading = parseSnapshot(bytes.toString('utf8'), schema)
  if (reading.kind === 'good') kept?.keep(path, bytes, reading)
  return reading
}

/** The same for text that was read already. */
export function parseSnapshot(text: string, schema: z.ZodType): SnapshotReading {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return { kind: 'bad', why: text.trim() === '' ? 'it is empty' : 'it is not whole JSON' }
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    return { kind: 'bad', why: 'it is not a JSON object' }
  if (Object.hasOwn(parsed, '__proto__') || nestsTooDeep(parsed))
    return { kind: 'bad', why: 'it holds keys or nesting that no program of ours writes' }
  const { sha256, generation, appliedSeq, ...content } = parsed as Record<string, unknown>
  const checked = schema.safeParse({
    ...content,
    generation: generation ?? 0,
    appliedSeq: appliedSeq ?? {},
  })
  if (!checked.success) return { kind: 'bad', why: describeIssue(checked.error) }
  const snapshot: Snapshot = {
    content,
    generation: typeof generation === 'number' ? generation : 0,
    appliedSeq: appliedSeqSchema.catch({}).parse(appliedSeq),
  }
  if (sha256 === undefined) return { kind: 'unsigned', snapshot }
  const isWhole = sha256 === sha256Hex(text.replace(hashLine, ''))
  return { kind: isWhole ? 'good' : 'edited', snapshot }
}

/** The hash's own line: the hash is over the file's text without it, so that checking needs no second serialization. */
const hashLine = /^ {2}"sha256": "[0-9a-f]{64}",\n/m

/** Write a snapshot durably, its hash in its head. */
export function writeSnapshot(path: string, snapshot: Snapshot): void {
  writeDurably(path, serializeSnapshot(snapshot))
}

export function serializeSnapshot({ content, generation, appliedSeq }: Snapshot): string {
  const text = stableJson({ ...content, generation, appliedSeq })
  // The generation stands on every file, right after where the hash goes.
  const at = text.indexOf('  "generation": ')
  return `${text.slice(0, at)}  "sha256": "${sha256Hex(text)}",\n${text.slice(at)}`
}

/** SHA-256 of a text as UTF-8, in hex digits. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** "annotations.3.spans: expected array", for people who will look at the file. */
export function describeIssue(error: z.ZodError): string {
  const [issue] = error.issues
  if (issue === undefined) return 'it does not have the right shape'
  return `${issue.path.join('.') || 'it'}: ${issue.message}`
}
