import path from 'node:path'
import type { BackedUp } from '../backup/backup-names'
import { placeOf } from '../backup/backup-names'
import type { Backups } from '../backup/backups'
import { goodGenerations } from '../backup/keep-generation'
import { BadArchive, readArchive } from '../backup/read-archive'
import type { JournalRecord } from '../../shared/project/record'
import { scanFrames } from '../store/journal-frame'

/** Backups of this very copy of the project, and nothing of another one with the same id. */
export type KeptVersions = {
  /** The newest version of each file that `isGood` accepts; one pass over every archive that is needed. */
  readonly newestOf: (
    wanted: ReadonlyMap<string, (bytes: Buffer) => boolean>,
  ) => Promise<ReadonlyMap<string, Buffer>>
  /** What each archive holds of these journals, the newest archive first. */
  readonly recordsOf: (
    journals: ReadonlySet<string>,
  ) => Promise<readonly ReadonlyMap<string, readonly JournalRecord[]>[]>
}

export function keptVersions(backups: Backups, project: BackedUp): KeptVersions {
  const own = path.basename(placeOf('', project))
  const places = backups.places(project).filter(place => path.basename(place) === own)
  const archives = backups
    .list(project)
    .map(({ archive }) => archive)
    .filter(archive => places.includes(path.dirname(path.dirname(archive))))

  return {
    newestOf: async wanted => {
      const found = new Map<string, Buffer>()
      for (const [file, isGood] of wanted) {
        const [newest] = places
          .flatMap(place => goodGenerations(place, file))
          .filter(({ bytes }) => isGood(bytes))
        if (newest !== undefined) found.set(file, newest.bytes)
      }
      for (const archive of archives) {
        const isOpen = (file: string): boolean => wanted.has(file) && !found.has(file)
        if (![...wanted.keys()].some(isOpen)) break
        for (const { file, bytes } of await entriesOf(archive, isOpen))
          if (wanted.get(file)?.(bytes) === true) found.set(file, bytes)
      }
      return found
    },
    recordsOf: async journals => {
      const all: Map<string, JournalRecord[]>[] = []
      if (journals.size === 0) return all
      for (const archive of archives) {
        const records = new Map<string, JournalRecord[]>()
        const isWanted = (file: string): boolean => journals.has(journalOf(file) ?? '')
        for (const { file, bytes } of await entriesOf(archive, isWanted)) {
          const scan = scanFrames(bytes)
          const journal = journalOf(file) ?? ''
          const known = records.get(journal) ?? []
          records.set(journal, [...known, ...scan.records, ...scan.setAside])
        }
        all.push(records)
      }
      return all
    },
  }
}

function journalOf(file: string): string | undefined {
  return /^journal\/([^/]+)\/\d{10}\.log$/.exec(file)?.[1]
}

/** An archive that is damaged gives what stands before the damage: each file is checked by who uses it. */
async function entriesOf(
  archive: string,
  wanted: (file: string) => boolean,
): Promise<{ readonly file: string; readonly bytes: Buffer }[]> {
  const entries: { readonly file: string; readonly bytes: Buffer }[] = []
  try {
    for await (const entry of readArchive(archive, wanted)) entries.push(entry)
  } catch (error) {
    if (!(error instanceof BadArchive)) throw error
  }
  return entries
}
