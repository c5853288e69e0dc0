import fs from 'node:fs'
import path from 'node:path'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import type { Change } from '../../shared/project/change'
import { changeSchema } from '../../shared/project/change'
import { changesBetween } from '../../shared/project/changes-between'
import type { AppliedSeq, JournalName } from '../../shared/project/record'
import { conflictCopiesIn } from './conflict-copies'
import type { CurrentFiles } from './current-files'
import { explainFileError } from './explain-error'
import { schemaOfFile } from './project-files'
import { readRegularFile } from './read-regular-file'
import { parseSnapshot } from './snapshot'

/** What the user is told of another program's doing. */
export type OutsideNews = {
  readonly text: string
  /** Names the version that is kept beside ours, when there is one to compare with or to use. */
  readonly kept?: string
  /** What is on the disk is newer than what the window shows. */
  readonly isNewer: boolean
}

export type OutsideChanges = {
  /** See what other programs did since the last look; tells `onNews`. */
  readonly look: () => void
  /** Ours stands at `file` again, theirs is kept as `aside`. */
  readonly noteKept: (file: string, aside: string) => void
  /** What would have to change in ours to make it the kept version. */
  readonly changesTo: (
    kept: string,
  ) => Result<{ readonly file: string; readonly changes: Change[] }>
}

/**
 * Follows what other programs do to the files of an open project. Ours always stays in use and theirs is
 * always kept; only what another Assay wrote, with all of our records in it, is taken as it is.
 */
export function outsideChanges(given: {
  readonly projectFolder: string
  readonly files: CurrentFiles
  readonly notices: () => readonly string[]
  readonly newId: () => string
  /** Number of the last record of a journal that this program knows. */
  readonly lastSeq: (journal: JournalName) => number
  readonly onChanged: (file: string) => void
  readonly onNews: (news: OutsideNews) => void
}): OutsideChanges {
  const { projectFolder, files } = given
  const versions = new Map<string, { readonly file: string; readonly at: string }>()
  const known = new Set(conflictCopiesIn(projectFolder).map(({ copy }) => copy))
  const seen: Record<string, number> = {}
  let told = given.notices().length

  const noteKept = (file: string, aside: string): void => {
    const kept = given.newId()
    versions.set(kept, { file, at: aside })
    given.onNews({
      text: `${file} was changed by another program while the project is open. Yours stays in use; the other version is kept as ${aside}.`,
      kept,
      isNewer: false,
    })
  }

  const lookAt = (file: string): void => {
    const before = given.notices().length
    const snapshot = files.isGone(file) ? files.restore(file) : files.read(file)
    given.onChanged(file)
    if (given.notices().length > before || !isNews(snapshot?.appliedSeq ?? {})) return
    given.onNews({
      text: `${file} was changed by Assay in another place, and came in here.`,
      isNewer: true,
    })
  }

  /** Whether a file has records in it that this program has never seen; only being touched is no news. */
  const isNews = (applied: AppliedSeq): boolean => {
    const fresh = Object.entries(applied).filter(
      ([journal, seq]) => seq > Math.max(seen[journal] ?? 0, given.lastSeq(journal)),
    )
    for (const [journal, seq] of fresh) seen[journal] = seq
    return fresh.length > 0
  }

  const lookForCopies = (): void => {
    for (const { file, copy } of conflictCopiesIn(projectFolder)) {
      if (known.has(copy)) continue
      known.add(copy)
      const kept = given.newId()
      versions.set(kept, { file, at: copy })
      given.onNews({
        text: `A program that syncs folders could not bring two versions of ${file} together. Yours is in use; the other one is beside it as “${path.basename(copy)}”.`,
        kept,
        isNewer: false,
      })
    }
  }

  return {
    look: () => {
      // A project that was moved away is no set of deleted files; the next save says so.
      if (!fs.existsSync(path.join(projectFolder, 'project.json'))) return
      told = given.notices().length
      for (const file of files.changed()) lookAt(file)
      lookForCopies()
      for (const text of given.notices().slice(told)) given.onNews({ text, isNewer: false })
    },
    noteKept,
    changesTo: kept => {
      const version = versions.get(kept)
      if (version === undefined) return fail('vanished', 'That version is not known any more.')
      const { file, at } = version
      const schema = schemaOfFile(file)
      if (schema === undefined) throw new RangeError(`Not a file of a project: ${file}`)
      try {
        const bytes = readRegularFile(path.join(projectFolder, ...at.split('/')))
        const theirs = parseSnapshot(bytes.toString('utf8'), schema)
        const ours = files.read(file)
        if (!('snapshot' in theirs) || ours === undefined)
          return fail(
            'damaged',
            `The other version of ${file} cannot be read by this program. It is kept as ${at}.`,
          )
        const changes = changesBetween(file, ours.content, theirs.snapshot.content)
        const checked = changeSchema.array().safeParse(changes)
        return checked.success
          ? succeed({ file, changes: checked.data })
          : fail('damaged', `The other version of ${file} does not fit. It is kept as ${at}.`)
      } catch (error) {
        return explainFileError(error, 'The other version could not be read')
      }
    },
  }
}
