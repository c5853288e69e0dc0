import type * as z from 'zod'
import type { FileContent } from '../../shared/project/file-content'
import type { Migration } from '../../shared/project/migrations'
import { bringToVersion } from '../../shared/project/migrations'
import type { AppliedSeq } from '../../shared/project/record'
import { appliedSeqSchema } from '../../shared/project/record'
import { faultOfJson } from '../../shared/project/sound-json'
import { stableJson } from '../../shared/project/stable-json'
import { writeDurably } from './durable-write'
import { errorCode } from './explain-error'
import type { KeptByBytes } from './kept-by-bytes'
import { readOwnFile } from './read-regular-file'
import { signText, signatureOf } from './signed-text'
import { whyNoJson, whyUnusual } from './unusual-file'

/** A file's content and how far the journals have gone into it. */
export type Snapshot = {
  readonly content: FileContent
  readonly generation: number
  readonly appliedSeq: AppliedSeq
  /** The older version that the file has on disk; absent when it is of the present one. */
  readonly migratedFrom?: number
}

export type SnapshotReading =
  | { readonly kind: 'missing' }
  | { readonly kind: 'good'; readonly snapshot: Snapshot }
  /** Readable and of the right shape, without any hash: somebody wrote it by hand and said so by that. */
  | { readonly kind: 'unsigned'; readonly snapshot: Snapshot }
  /** Readable and of the right shape, but its hash does not fit: edited by hand, or by another program. */
  | { readonly kind: 'edited'; readonly snapshot: Snapshot }
  /** Made by a newer version of this program, which says that this one must not write it; shown when it has the known shape. */
  | { readonly kind: 'newer'; readonly snapshot?: Snapshot }
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
    bytes = readOwnFile(path)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { kind: 'missing' }
    const why = whyUnusual(error)
    if (why !== undefined) return { kind: 'bad', why }
    throw error
  }
  const known = kept?.of(path, bytes)
  if (known !== undefined) return known
  const reading = parseSnapshot(bytes.toString('utf8'), schema)
  if (reading.kind === 'good') kept?.keep(path, bytes, reading)
  return reading
}

/** The same for text that was read already. */
export function parseSnapshot(
  text: string,
  schema: z.ZodType,
  steps?: readonly Migration[],
): SnapshotReading {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return { kind: 'bad', why: whyNoJson(text) }
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    return { kind: 'bad', why: 'it is not a JSON object' }
  const fault = faultOfJson(text, parsed)
  if (fault !== undefined) return { kind: 'bad', why: fault }
  const signature = signatureOf(text, parsed as Record<string, unknown>)
  const { sha256: _sha256, generation, appliedSeq, ...asRead } = parsed as Record<string, unknown>
  const aged = bringToVersion(asRead, steps)
  const content = aged.kind === 'newer' ? asRead : aged.content
  // A newer program signs what it writes: with a wrong checksum the number is damaged.
  const isNewer = aged.kind === 'newer' && signature !== 'wrong'
  const checked = schema.safeParse({
    ...content,
    generation: generation ?? 0,
    appliedSeq: appliedSeq ?? {},
  })
  if (!checked.success)
    return isNewer ? { kind: 'newer' } : { kind: 'bad', why: describeIssue(checked.error) }
  const snapshot: Snapshot = {
    content,
    generation: typeof generation === 'number' ? generation : 0,
    appliedSeq: appliedSeqSchema.catch({}).parse(appliedSeq),
    ...(aged.kind === 'migrated' ? { migratedFrom: aged.from } : {}),
  }
  return { kind: isNewer ? 'newer' : kindOf[signature], snapshot }
}

const kindOf = { good: 'good', wrong: 'edited', unsigned: 'unsigned' } as const

/** Write a snapshot durably, its hash in its head. */
export function writeSnapshot(path: string, snapshot: Snapshot): void {
  writeDurably(path, serializeSnapshot(snapshot))
}

export function serializeSnapshot({ content, generation, appliedSeq }: Snapshot): string {
  // The generation stands on every file, right after where the hash goes.
  return signText(stableJson({ ...content, generation, appliedSeq }), 'generation')
}

/** "annotations.3.spans: expected array", for people who will look at the file. */
export function describeIssue(error: z.ZodError): string {
  const [issue] = error.issues
  if (issue === undefined) return 'it does not have the right shape'
  return `${issue.path.join('.') || 'it'}: ${issue.message}`
}
