import fs from 'node:fs'
import path from 'node:path'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { removeDurably } from '../store/durable-write'
import { explainFileError } from '../store/explain-error'
import type { BackupDone, RunBackup } from './backup-job'
import type { Backup, BackedUp, BackupReason } from './backup-names'
import { placeOf, readArchiveName } from './backup-names'
import { printOf } from './project-listing'
import { isDailyDue, prunable } from './prune'

/** Copies of projects outside of them. Every archive is read back and compared before it counts. */
export type Backups = {
  /**
   * Pack the project as it is now into a verified archive; call it before anything large is changed, after
   * `store.settle()`. The failure says what it means and what to do.
   */
  readonly makeBackup: (project: BackedUp, reason: BackupReason) => Promise<Result<Backup>>
  /** Make the archive of today, when there is none and something was done; gives it when it was made. */
  readonly makeDaily: (project: BackedUp) => Promise<Result<Backup | undefined>>
  /** Keep one file, which was just written, among its last good versions. */
  readonly keepGeneration: (project: BackedUp, file: string) => Promise<Result<object>>
  /** All archives of a project, also those from other places on this disk, the newest first. */
  readonly list: (project: Pick<BackedUp, 'id'>) => readonly Backup[]
  /** Folders that may hold generations of a project, the likeliest first. */
  readonly places: (project: Pick<BackedUp, 'id' | 'folder'>) => readonly string[]
  /** Ids of the projects that were backed up from one place on the disk, by the last part of `placeOf`. */
  readonly idsAt: (place: string) => readonly string[]
  /** Verify an archive and unpack it into a new folder. */
  readonly unpack: (backup: Backup, folder: string) => Promise<Result<object>>
}

export function backupsIn(given: {
  /** Folder that holds all backups, asked each time: the user may choose another. */
  readonly root: () => string
  /** Folders where backups were kept before. */
  readonly earlierRoots?: readonly string[]
  readonly run: RunBackup
  readonly now: () => string
}): Backups {
  const list = ({ id }: Pick<BackedUp, 'id'>): readonly Backup[] =>
    rootsOf(given)
      .flatMap(root => placesIn(root, id))
      .flatMap(archivesIn)
      .sort((a, b) => b.serial - a.serial || (a.at < b.at ? 1 : -1))

  const makeBackup = async (project: BackedUp, reason: BackupReason): Promise<Result<Backup>> => {
    const inside = path.relative(project.folder, given.root())
    if (inside === '' || !(inside.startsWith('..') || path.isAbsolute(inside)))
      return fail(
        'refused',
        'No backup was made, because backups are set to be kept inside the project itself. Choose another folder for them.',
      )
    const place = placeOf(given.root(), project)
    try {
      sweepUnfinished(place)
      const serial = (list(project)[0]?.serial ?? 0) + 1
      const done = await given.run({
        kind: 'archive',
        project,
        place,
        serial,
        reason,
        at: given.now(),
      })
      if (!done.ok || done.backup === undefined) return explainBackup(done, project.name)
      for (const old of prunable(archivesIn(place), sizeOf)) removeDurably(old.archive)
      return succeed(done.backup)
    } catch (error) {
      return explainFileError(error, `No backup of “${project.name}” was made`)
    }
  }

  return {
    makeBackup,
    makeDaily: async project => {
      try {
        const own = archivesIn(placeOf(given.root(), project))
        if (!isDailyDue(own, given.now(), printOf(project.folder))) return succeed(undefined)
      } catch (error) {
        return explainFileError(error, `No backup of “${project.name}” was made`)
      }
      return makeBackup(project, 'daily')
    },
    keepGeneration: async (project, file) => {
      const place = placeOf(given.root(), project)
      const done = await given.run({
        kind: 'generation',
        projectFolder: project.folder,
        file,
        place,
      })
      return done.ok ? succeed({}) : explainBackup(done, project.name)
    },
    list,
    places: project => {
      const own = rootsOf(given).map(root => placeOf(root, project))
      const all = rootsOf(given).flatMap(root => placesIn(root, project.id))
      return [...new Set([...own, ...all])]
    },
    idsAt: place =>
      rootsOf(given)
        .filter(root => fs.existsSync(root))
        .flatMap(root => fs.readdirSync(root))
        .filter(name => name.endsWith(`.${place}`))
        .map(name => name.slice(0, -place.length - 1)),
    unpack: async (backup, folder) => {
      const done = await given.run({ kind: 'unpack', archive: backup.archive, folder })
      if (done.ok) return succeed({})
      return done.bad === undefined
        ? explainBackup(done, path.basename(folder))
        : fail('damaged', `This backup cannot be used: ${done.bad}. Choose an earlier one.`)
    },
  }
}

function rootsOf(given: {
  readonly root: () => string
  readonly earlierRoots?: readonly string[]
}): string[] {
  return [...new Set([given.root(), ...(given.earlierRoots ?? [])])]
}

function placesIn(root: string, id: string): string[] {
  if (!fs.existsSync(root)) return []
  return fs
    .readdirSync(root)
    .filter(name => name.startsWith(`${id}.`))
    .map(name => path.join(root, name))
}

function archivesIn(place: string): Backup[] {
  const folder = path.join(place, 'archives')
  if (!fs.existsSync(folder)) return []
  return fs.readdirSync(folder).flatMap(name => readArchiveName(path.join(folder, name)) ?? [])
}

/** What an interrupted backup left: it never had a name. */
function sweepUnfinished(place: string): void {
  const folder = path.join(place, 'archives')
  if (!fs.existsSync(folder)) return
  for (const name of fs.readdirSync(folder))
    if (name.startsWith('unfinished-')) removeDurably(path.join(folder, name))
}

function sizeOf({ archive }: Backup): number {
  return fs.statSync(archive).size
}

function explainBackup(done: BackupDone, name: string): ReturnType<typeof fail> {
  const what = `No backup of “${name}” was made, the project itself is untouched`
  if (done.ok || done.code === undefined)
    return fail(
      'not-saved',
      `${what}: ${done.ok ? 'nothing was written' : (done.bad ?? 'it could not be written')}. The backups before it stay; it is tried again.`,
    )
  return explainFileError(Object.assign(new Error(done.code), { code: done.code }), what)
}
