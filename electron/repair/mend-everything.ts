import fs from 'node:fs'
import path from 'node:path'
import type { BackedUp } from '../backup/backup-names'
import type { Backups } from '../backup/backups'
import { isDamagedFile } from '../backup/fault-of-bytes'
import { surveyProject } from '../check/check-project'
import type { Finding } from '../check/finding'
import { renamePatiently, syncFolder } from '../store/durable-write'
import { pathOfFile, schemaOfFile } from '../store/project-files'
import { prepareFolders } from '../store/project-folders'
import { recordsByFile } from '../store/records-by-file'
import { readSnapshot } from '../store/snapshot'
import { keptVersions } from './kept-versions'
import { hasSha256, isGoodArticle, mendArticle, mendOriginal, originalsOf } from './mend-articles'
import { isMendableFile, mendFile, takeOutDoubles } from './mend-files'
import { mendJournal } from './mend-journals'
import { mendTree } from './mend-tree'
import { ownNameOf } from './own-name'
import type { Quarantine } from './quarantine'

type Setting = {
  readonly folder: string
  readonly project: BackedUp
  readonly backups: Backups
  readonly quarantine: Quarantine
}

type Found = { readonly finding: Finding; readonly file: string }

/** Files to be put together again, by what `check` calls them. */
const damage: ReadonlySet<Finding['kind']> = new Set([
  'damaged',
  'changed',
  'missing',
  'link',
  'not-a-file',
  'too-large',
])

/**
 * Mend, in the order in which one builds on the other: what stands in the way, the record of edits, the
 * files with edits, the articles and what they were made from. Throws the system's error.
 */
export async function mendEverything(setting: Setting): Promise<void> {
  const { folder, quarantine } = setting
  const before = look(folder)
  mendTree(
    folder,
    before.map(({ finding }) => finding),
    finding => before.find(known => known.finding === finding)?.file ?? finding.file,
    quarantine,
  )
  prepareFolders(folder, true)
  const kept = keptVersions(setting.backups, setting.project)

  const journals = new Set(before.flatMap(({ file }) => /^journal\/([^/]+)/.exec(file)?.[1] ?? []))
  const archived = await kept.recordsOf(journals)
  for (const journal of journals)
    if (fs.existsSync(path.join(folder, 'journal', journal)) || isIn(archived, journal))
      mendJournal(
        folder,
        journal,
        archived.map(records => records.get(journal) ?? []),
        quarantine,
      )

  // A file whose checksum does not fit may be wrong about whose it is, too: it is mended under its name first.
  const isChanged = new Set(
    before.flatMap(({ finding, file }) => (finding.kind === 'changed' ? [file] : [])),
  )
  putAllInPlace(folder, quarantine, file => !isChanged.has(file))

  const after = look(folder)
  const wrong = uniqueFiles([
    ...before.filter(({ finding }) => damage.has(finding.kind)),
    ...after.filter(({ finding }) => damage.has(finding.kind)),
  ]).filter(({ file }) => schemaOfFile(file) !== undefined)
  const originals = originalsOf(folder, articlesIn(folder))
  const strayed = after.filter(({ finding }) => finding.kind === 'original')
  const versions = await kept.newestOf(
    new Map([
      ...wrong.map(({ file }) => [file, (bytes: Buffer) => isGood(file, bytes)] as const),
      ...strayed.map(
        ({ file }) =>
          [file, (bytes: Buffer) => hasSha256(bytes, originals.get(file) ?? '')] as const,
      ),
    ]),
  )
  const parts = { projectFolder: folder, quarantine, kept: versions }
  for (const { finding, file } of wrong)
    if (file.startsWith('articles/')) mendArticle(parts, finding, file)
  const { of } = recordsByFile(folder)
  const hasGaps = after.some(({ finding }) => finding.kind === 'journal')
  for (const { finding, file } of wrong)
    if (isMendableFile(file))
      mendFile({ ...parts, recordsOf: of, hasGaps, projectId: setting.project.id }, finding, file)
  putAllInPlace(folder, quarantine, () => true)
  for (const { finding, file } of strayed) mendOriginal(parts, finding, file)
  for (const file of new Set(
    look(folder).flatMap(({ finding, file: name }) => (finding.kind === 'duplicate' ? [name] : [])),
  ))
    takeOutDoubles(folder, file, quarantine)
}

function look(folder: string): Found[] {
  const surveyed = surveyProject(folder)
  if (!surveyed.ok) return []
  const { report, nameOf } = surveyed.value
  return report.findings
    .filter(({ isNote }) => !isNote)
    .map(finding => ({ finding, file: nameOf(finding) }))
}

function isGood(file: string, bytes: Buffer): boolean {
  return file.startsWith('articles/') ? isGoodArticle(file, bytes) : !isDamagedFile(file, bytes)
}

function isIn(
  archived: readonly ReadonlyMap<string, readonly unknown[]>[],
  journal: string,
): boolean {
  return archived.some(records => (records.get(journal) ?? []).length > 0)
}

function uniqueFiles(found: readonly Found[]): Found[] {
  return [...new Map(found.toReversed().map(one => [one.file, one])).values()].reverse()
}

function articlesIn(folder: string): string[] {
  return fs
    .readdirSync(path.join(folder, 'articles'))
    .filter(name => schemaOfFile(`articles/${name}`) !== undefined)
    .map(name => path.basename(name, '.json'))
}

function putAllInPlace(
  folder: string,
  quarantine: Quarantine,
  isMeant: (file: string) => boolean,
): void {
  for (const { finding, file } of look(folder))
    if (finding.kind === 'wrong-place' && isMeant(file))
      putInPlace(folder, finding, file, quarantine)
}

/** A file that holds what belongs under another name goes there when nothing else stands there. */
function putInPlace(folder: string, finding: Finding, file: string, quarantine: Quarantine): void {
  const { kind, problem } = finding
  const schema = schemaOfFile(file)
  // A place that an article names, and not a file of the project, is never touched.
  if (schema === undefined) return
  const reading = readSnapshot(pathOfFile(folder, file), schema)
  if (!('snapshot' in reading)) return
  const { content } = reading.snapshot
  const own = ownNameOf(file, content)
  if (schemaOfFile(own) === undefined) return
  const target = pathOfFile(folder, own)
  if (fs.lstatSync(target, { throwIfNoEntry: false }) === undefined) {
    renamePatiently(pathOfFile(folder, file), target)
    syncFolder(path.dirname(target))
    quarantine.note({
      file,
      kind,
      problem,
      done: `It was given its own name, ${own}.`,
      stays: false,
    })
    return
  }
  const done = `${own} is there already, so this one was moved out of the way.`
  quarantine.note({ file, kind, problem, done, kept: quarantine.move(file), stays: false })
}
