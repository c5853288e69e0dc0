import fs from 'node:fs'
import path from 'node:path'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import type { Change } from '../../shared/project/change'
import { changeSchema } from '../../shared/project/change'
import { changesBetween } from '../../shared/project/changes-between'
import { changeInWords } from '../../shared/project/compare/change-in-words'
import { differencesInShort } from '../../shared/project/compare/difference'
import type { HistoryWords } from '../../shared/project/history/describe-event'
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
  /** Ours stands at `file` again, theirs is kept as `aside`. Gives whether the user was told. */
  readonly noteKept: (file: string, aside: string) => boolean
  /** What would have to change in ours to make it the kept version. */
  readonly changesTo: (
    kept: string,
  ) => Result<{ readonly file: string; readonly changes: Change[] }>
  /** The same for another version of a file that is given. */
  readonly changesToBytes: (file: string, bytes: Buffer) => Result<Change[]>
}

/**
 * Follows what other programs do to the files of an open project. Ours always stays in use and theirs is
 * always kept; only what another Assay wrote, with all of our records in it, is taken as it is.
 */
export function outsideChanges(given: {
  readonly projectFolder: string
  readonly files: CurrentFiles
  readonly notices: () => readonly string[]
  /** What a file holds, in words for a notice. */
  readonly inWords: (file: string) => string
  /** What keys and ids in a change mean. */
  readonly words: () => HistoryWords
  readonly newId: () => string
  /** Number of the last record of a journal that this program knows. */
  readonly lastSeq: (journal: JournalName) => number
  readonly onChanged: (file: string) => void
  readonly onNews: (news: OutsideNews) => void
  /** Whether news are heard: what was found before stands among the notices. */
  readonly isFollowed: () => boolean
}): OutsideChanges {
  const { projectFolder, files } = given
  const versions = new Map<string, { readonly file: string; readonly at: string }>()
  const known = new Set(conflictCopiesIn(projectFolder).map(({ copy }) => copy))
  const seen: Record<string, number> = {}
  const noteVersion = (file: string, at: string, whatHappened: string): void => {
    const kept = given.newId()
    versions.set(kept, { file, at })
    const found = changesTo(kept)
    const differences = found.ok
      ? found.value.changes.flatMap(change => changeInWords(change, given.words()))
      : []
    if (found.ok && differences.length === 0)
      given.onNews({ text: `${whatHappened} Both say the same.`, isNewer: false })
    else
      given.onNews({
        text: found.ok
          ? `${whatHappened} They differ: ${differencesInShort(differences)}.`
          : whatHappened,
        kept,
        isNewer: false,
      })
  }

  const noteKept = (file: string, aside: string): boolean => {
    if (!given.isFollowed()) return false
    noteVersion(
      file,
      aside,
      `Another program changed ${given.inWords(file)} while the project is open. Your version stays in use, the other one is kept.`,
    )
    return true
  }

  const lookAt = (file: string): void => {
    const before = given.notices().length
    const snapshot = files.isGone(file) ? files.restore(file) : files.read(file)
    given.onChanged(file)
    if (given.notices().length > before || !isNews(snapshot?.appliedSeq ?? {})) return
    given.onNews({
      text: `Assay in another place changed ${given.inWords(file)}, and that came in here.`,
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
      noteVersion(
        file,
        copy,
        `A program that syncs folders could not bring two versions of ${given.inWords(file)} together. Your version is in use, the other one is kept beside it.`,
      )
    }
  }

  const changesTo: OutsideChanges['changesTo'] = kept => {
    const version = versions.get(kept)
    if (version === undefined) return fail('vanished', 'That version is not known any more.')
    const { file, at } = version
    try {
      const changes = changesToBytes(
        file,
        readRegularFile(path.join(projectFolder, ...at.split('/'))),
      )
      if (changes.ok) return succeed({ file, changes: changes.value })
      return fail(changes.error.kind, `${changes.error.message} It is kept as ${at}.`)
    } catch (error) {
      return explainFileError(error, 'The other version could not be read')
    }
  }

  const changesToBytes: OutsideChanges['changesToBytes'] = (file, bytes) => {
    const schema = schemaOfFile(file)
    if (schema === undefined) throw new RangeError(`Not a file of a project: ${file}`)
    const theirs = parseSnapshot(bytes.toString('utf8'), schema)
    const ours = files.read(file)
    if (!('snapshot' in theirs) || ours === undefined)
      return fail('damaged', `The other version of ${given.inWords(file)} cannot be read.`)
    const changes = changesBetween(file, ours.content, theirs.snapshot.content)
    const checked = changeSchema.array().safeParse(changes)
    return checked.success
      ? succeed(checked.data)
      : fail('damaged', `The other version of ${given.inWords(file)} does not fit.`)
  }

  return {
    look: () => {
      // A project that was moved away is no set of deleted files; the next save says so.
      if (!fs.existsSync(path.join(projectFolder, 'project.json'))) return
      for (const file of files.changed()) lookAt(file)
      lookForCopies()
    },
    noteKept,
    changesTo,
    changesToBytes,
  }
}
