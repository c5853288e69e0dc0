import fs from 'node:fs'
import path from 'node:path'
import type { Finding } from '../check/finding'
import type { FileContent } from '../../shared/project/file-content'
import { currentMinReader, currentVersion } from '../../shared/project/files'
import type { SourcedRecord } from '../../shared/project/record'
import { inspectArticleFile } from '../store/article-files'
import { bringUpToDate } from '../store/compact'
import { removeDurably } from '../store/durable-write'
import { pathOfFile, schemaOfFile } from '../store/project-files'
import type { Snapshot, SnapshotReading } from '../store/snapshot'
import { parseSnapshot, readSnapshot, writeSnapshot } from '../store/snapshot'
import { ownNameOf } from './own-name'
import type { Quarantine } from './quarantine'
import { salvage } from './salvage'

type Setting = {
  readonly projectFolder: string
  readonly quarantine: Quarantine
  readonly recordsOf: (file: string) => readonly SourcedRecord[]
  /** Some edits are lost for good: what the journals give may lack them. */
  readonly hasGaps: boolean
  readonly kept: ReadonlyMap<string, Buffer>
  /** Of a project whose own file says nothing any more. */
  readonly projectId: string
}

type Mended = { readonly snapshot: Snapshot; readonly done: string }

/** Whether `check` has found something wrong with a file that is written by edits, and not an article or an original. */
export function isMendableFile(file: string): boolean {
  return schemaOfFile(file) !== undefined && !file.startsWith('articles/')
}

/**
 * Put one file together again from the best that is known: the record of all edits, else the last good
 * version that was kept and every later edit, else what can be read of it. What stood there is kept.
 */
export function mendFile(setting: Setting, { kind, problem }: Finding, file: string): void {
  const { projectFolder, quarantine } = setting
  const at = pathOfFile(projectFolder, file)
  const isThere = fs.lstatSync(at, { throwIfNoEntry: false })?.isFile() === true
  const reading: SnapshotReading = isThere ? readSnapshot(at, schemaOf(file)) : { kind: 'missing' }
  const mended = bestOf(setting, file, reading)
  const before = isThere ? { kept: quarantine.copy(file) } : {}
  if (mended === undefined) removeDurably(at)
  else {
    const generation = 'snapshot' in reading ? reading.snapshot.generation + 1 : 1
    const { snapshot } = mended
    writeSnapshot(at, { ...snapshot, generation: Math.max(generation, snapshot.generation) })
  }
  const done = mended?.done ?? 'Nothing else holds its content, so it stands only here.'
  quarantine.note({ file, kind, problem, done, ...before, stays: false })
  if ('snapshot' in reading && mended !== undefined)
    noteDropped(setting, file, reading.snapshot.content, mended.snapshot.content)
}

function bestOf(setting: Setting, file: string, reading: SnapshotReading): Mended | undefined {
  const { projectFolder, hasGaps } = setting
  const records = setting.recordsOf(file)
  const known = 'snapshot' in reading ? reading.snapshot : undefined
  const before = known?.content['textSha256']
  const textSha256Of = (article: string): string =>
    textSha256In(projectFolder, article) ?? (typeof before === 'string' ? before : '')
  const caughtUp = (base: Snapshot | undefined): Snapshot | undefined => {
    const whole = bringUpToDate(base, file, records, textSha256Of)
    return whole !== undefined && fits(file, whole) ? whole : undefined
  }

  const replayed = (): Mended | undefined =>
    say(caughtUp(undefined), 'It was put together again from the record of all edits.')
  const keptVersion = (): Mended | undefined => {
    const bytes = setting.kept.get(file)
    const version = bytes && parseSnapshot(bytes.toString('utf8'), schemaOf(file))
    const base = version !== undefined && 'snapshot' in version ? version.snapshot : undefined
    const done = 'The last good version of it that was kept stands there, with every later edit.'
    return base === undefined ? undefined : say(caughtUp(base), done)
  }
  const asItIs = (): Mended | undefined =>
    say(known && (caughtUp(known) ?? known), 'It could be read, and is used as it is.')
  const readable = (): Mended | undefined =>
    say(
      caughtUp(salvage(projectFolder, file) ?? salvagedHead(setting, file)),
      'What can be read of it is used.',
    )
  const isAnothers = known !== undefined && ownNameOf(file, known.content) !== file
  // After a gap the journals lack edits that a version written at the time still has.
  const ways =
    hasGaps && isAnothers
      ? [keptVersion, replayed, asItIs, readable]
      : hasGaps
        ? [keptVersion, asItIs, replayed, readable]
        : [replayed, keptVersion, asItIs, readable]
  for (const way of ways) {
    const mended = way()
    if (mended !== undefined) return mended
  }
  return undefined
}

function say(snapshot: Snapshot | undefined, done: string): Mended | undefined {
  return snapshot === undefined ? undefined : { snapshot, done }
}

/** A project cannot be opened without its head: its id is known elsewhere, and its name from the edits. */
function salvagedHead({ projectFolder, projectId }: Setting, file: string): Snapshot | undefined {
  if (file !== 'project.json') return undefined
  const content = {
    format: 'assay-project',
    version: currentVersion,
    minReader: currentMinReader,
    id: projectId,
    name: path.basename(projectFolder),
  }
  return { content, generation: 0, appliedSeq: {} }
}

function textSha256In(projectFolder: string, article: string): string | undefined {
  const reading = inspectArticleFile(projectFolder, article)
  return 'article' in reading ? reading.article.textSha256 : undefined
}

/** Items that the file had and that are not in it any more: someone may have added them by hand. */
function noteDropped(
  { quarantine }: Setting,
  file: string,
  before: FileContent,
  after: FileContent,
): void {
  for (const key of ['annotations', 'relations']) {
    const left = new Set(itemsOf(after, key).map(({ id }) => id))
    for (const item of itemsOf(before, key))
      if (!left.has(item.id))
        quarantine.note({
          file,
          kind: 'changed',
          problem: `${item.id} was in it, but in no edit`,
          done: 'It stands only here.',
          item,
          stays: false,
        })
  }
}

function itemsOf(content: FileContent, key: string): readonly { readonly id: string }[] {
  const items = content[key]
  return Array.isArray(items) ? (items as { id: string }[]) : []
}

/** Items that stand in a file twice: the first stays, the other is kept in the list. */
export function takeOutDoubles(projectFolder: string, file: string, quarantine: Quarantine): void {
  const reading = readSnapshot(pathOfFile(projectFolder, file), schemaOf(file))
  if (reading.kind !== 'good' && reading.kind !== 'unsigned') return
  const { snapshot } = reading
  const content: Record<string, unknown> = { ...snapshot.content }
  const doubles: { readonly id: string }[] = []
  for (const key of ['annotations', 'relations']) {
    const items = itemsOf(content, key)
    const first = new Map(items.toReversed().map(item => [item.id, item]))
    doubles.push(...items.filter(item => first.get(item.id) !== item))
    content[key] = items.filter(item => first.get(item.id) === item)
  }
  if (doubles.length === 0) return
  const kept = quarantine.copy(file)
  writeSnapshot(pathOfFile(projectFolder, file), {
    ...snapshot,
    content,
    generation: snapshot.generation + 1,
  })
  for (const item of doubles)
    quarantine.note({
      file,
      kind: 'duplicate',
      problem: `${item.id} is there twice`,
      done: 'The first of the two stays in the file; this is the other.',
      kept,
      item,
      stays: false,
    })
}

function fits(file: string, { content, generation, appliedSeq }: Snapshot): boolean {
  return schemaOf(file).safeParse({ ...content, generation, appliedSeq }).success
}

function schemaOf(file: string) {
  const schema = schemaOfFile(file)
  if (schema === undefined) throw new RangeError(`Not a file of a project: ${file}`)
  return schema
}
