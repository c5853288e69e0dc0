import path from 'node:path'
import type { Result } from '../../shared/outcome/result'
import { succeed } from '../../shared/outcome/result'
import { contentInWords } from '../../shared/project/file-in-words'
import type { Access } from './access'
import { accessTo } from './access'
import { articleLibrary } from './article-library'
import { articleStamps } from './article-stamps'
import { changeHistory } from './change-history'
import { readIndex, writeIndex } from './article-index'
import { codebookRecords } from './codebook-records'
import type { RunCompaction } from './compaction'
import { scheduleCompaction } from './compaction'
import { currentFiles } from './current-files'
import { explainOpening } from './explain-error'
import { fileLineages } from './file-lineages'
import type { Identity, Surroundings } from './identity'
import { journalNameOf } from './identity'
import type { Journal } from './journal'
import { openJournal } from './journal'
import { historyOf, readJournals, recordsOf, reportJournals, settledSeq } from './journal-readings'
import { readProjectHead } from './open-project-file'
import { mentionIndex } from './mention-index'
import { namesOfFiles } from './names-of-files'
import type { OutsideNews } from './outside-changes'
import { outsideChanges } from './outside-changes'
import { pendingRecords } from './pending-records'
import { prepareFolders } from './project-folders'
import { sweepTemporaries } from './sweep-temporaries'
import { watchFolders } from './watch-folders'
import { editAppender } from './append-edit'
import { articleImports } from './article-imports'
import { introduceAnnotator } from './introduce-annotator'
import { otherVersions } from './other-versions'
import { projectMentions } from './project-mentions'
import { projectRecords } from './project-records'
import type { ProjectStore } from './project-store'

/** After an import there are ten thousand files to bring up to date: all of them are looked at for other programs' doing only so often, in milliseconds. */
const lookEveryMs = 50
const fewFiles = 100

export type OpenOptions = {
  readonly identity: Identity
  readonly surroundings: Surroundings
  readonly runCompaction: RunCompaction
  /** Only look: no lock, no journal, nothing is written. */
  readonly readOnly?: boolean
  /** Told what other programs do to the project while it is open. */
  readonly onNews?: ((news: OutsideNews) => void) | undefined
}

/** Open a project: its head, its lock, the journals since the last snapshots, its index. */
export async function openProject(
  folder: string,
  options: OpenOptions,
): Promise<Result<ProjectStore>> {
  const head = readProjectHead(folder)
  if (!head.ok) return head
  try {
    prepareFolders(folder, false)
    const access = accessTo(folder, head.value.newer, {
      readOnly: options.readOnly === true,
      at: options.surroundings.now(),
      annotator: options.identity.name,
    })
    const store = loadProject(folder, head.value.id, access, options)
    const joined = await store.introduce(options.identity.name)
    if (!joined.ok) {
      await store.close()
      return joined
    }
    return succeed(store)
  } catch (error) {
    return explainOpening(error, folder)
  }
}

function loadProject(
  folder: string,
  id: string,
  access: Access,
  options: OpenOptions,
): ProjectStore {
  const { identity, surroundings } = options
  const notices: string[] = []
  let isFollowed = false
  const notice = (sentence: string): void => {
    if (notices.includes(sentence)) return
    notices.push(sentence)
    if (isFollowed) options.onNews?.({ text: sentence, isNewer: false })
  }
  const mayWrite = access.readOnly === undefined
  if (mayWrite) {
    prepareFolders(folder, true)
    sweepTemporaries(folder)
  }

  const index = readIndex(folder)
  const names = namesOfFiles(folder, index, identity.annotator)
  const inWords = (file: string): string => contentInWords(file, names)
  const journalName = journalNameOf(identity)
  const readings = readJournals(folder, index.appliedSeq)
  reportJournals(folder, readings, mayWrite, notice)

  const pending = pendingRecords()
  const seenEdits = new Set<string>()
  for (const sourced of recordsOf(readings)) {
    pending.add(sourced)
    seenEdits.add(sourced.record.edit.id)
  }

  const textSha256Of = (article: string): string => library.textSha256Of(article)
  const files = currentFiles({
    projectFolder: folder,
    pending,
    mayWrite,
    textSha256Of,
    notice,
    inWords,
    onApplied: applied => {
      journal.skipTo(applied[journalName] ?? 0)
    },
    onKept: (file, aside) => outside.noteKept(file, aside),
  })
  const library = articleLibrary({ projectFolder: folder, index, pending, files, notice })
  const stamps = articleStamps(fileLineages(folder), library.filesOf)
  const mentions = mentionIndex({ list: library.annotationFiles, read: library.annotationsIn })
  let lookedAt = -Infinity
  const compaction = scheduleCompaction({
    projectFolder: folder,
    pending,
    run: async job => {
      // Another program deleted it: from its latest records alone it would come back without the earlier ones.
      const isLong = pending.files().length > fewFiles && performance.now() - lookedAt < lookEveryMs
      if (!isLong || files.isChanged(job.file)) {
        outside.look()
        lookedAt = performance.now()
      }
      const isLost = job.file.startsWith('annotations/') && files.isGone(job.file)
      if (!isLost || files.restore(job.file) === undefined)
        stamps.noteWritten(job.file, await options.runCompaction(job))
      files.noteWritten(job.file)
    },
    textSha256Of: file => (file.startsWith('annotations/') ? textSha256Of(articleOf(file)) : ''),
    onFailure: () => {
      // One sentence for all files: there may be thousands, and none of them is lost by it.
      notice(
        'Some files of this project could not be brought up to date on the disk. Every edit is kept in the record of edits, and it is tried again.',
      )
    },
  })
  const outside = outsideChanges({
    projectFolder: folder,
    files,
    notices: () => notices,
    inWords,
    words: () => records.words(),
    newId: surroundings.newId,
    lastSeq: name =>
      name === journalName
        ? journal.lastSeq()
        : (readings.find(reading => reading.name === name)?.lastSeq ?? index.appliedSeq[name] ?? 0),
    onChanged: library.noteFile,
    onNews: news => options.onNews?.(news),
    isFollowed: () => isFollowed,
  })
  const stopWatching =
    options.onNews === undefined || !mayWrite ? undefined : watchFolders(folder, outside.look)
  const own = readings.find(({ name }) => name === journalName)
  const journal: Journal = openJournal(
    folder,
    {
      name: journalName,
      lastSeq: Math.max(own?.lastSeq ?? 0, index.appliedSeq[journalName] ?? 0),
      damaged: own?.damaged ?? false,
    },
    {
      unsettled: () => pending.ofJournal(journalName),
      onMended: (count, kept) => {
        notice(sayMended(count, kept))
      },
    },
  )

  const appendEdit = editAppender({
    access,
    journal,
    journalName,
    now: surroundings.now,
    seen: seenEdits,
    library,
    pending,
    onWritten: (edit, by) => {
      if (by === 'program') stamps.noteEdit(edit)
      mentions.noteEdit(edit)
      compaction.noteEdit()
    },
  })
  const records = projectRecords({ files, identity, notice })
  const { newId } = surroundings

  const close = async (): Promise<void> => {
    stopWatching?.()
    compaction.stop()
    await journal.close()
    if (mayWrite) {
      await compaction.run()
      try {
        writeIndex(folder, library.indexNow(settledSeq(readings, journal, pending.lowestWaiting())))
      } catch {
        // Only a cache; the next opening makes it anew.
      }
    }
    access.release()
  }

  return {
    folder,
    id,
    ...records,
    readOnly: access.readOnly,
    notices: () => notices,
    inWords,
    summaries: () => library.summaries(),
    readArticle: (article: string) => library.read(article),
    stampOf: stamps.of,
    unsettledFiles: pending.files,
    history: () => historyOf(folder, journalName),
    changeHistory: article => changeHistory(folder, article),
    ...projectMentions(mentions, library),
    codebookRecords: codebookRecords({
      annotator: records.annotator.id,
      mentions: () => mentions.all(),
      summaries: () => library.summaries(),
      read: article => library.read(article),
    }),
    appendEdit,
    ...articleImports({
      projectFolder: folder,
      access,
      newId,
      appendEdit,
      noteImported: library.noteImported,
    }),
    beginNews: () => {
      isFollowed = true
    },
    settle: (article?: string) =>
      compaction.run(article === undefined ? undefined : file => file.includes(article)),
    ...otherVersions({ outside, appendEdit, newId, inWords }),
    close,
    introduce: name =>
      introduceAnnotator(name, {
        annotator: records.annotator,
        files,
        access,
        newId,
        appendEdit,
      }),
  }
}

function sayMended(count: number, kept: string | undefined): string {
  return (
    `Another program changed the record of edits while the project was open. ${count} of your edits were missing there and were written again, so nothing is lost` +
    (kept === undefined ? '.' : `; what stood there is kept as ${kept}.`)
  )
}

function articleOf(file: string): string {
  return path.basename(file).split('.')[0] ?? ''
}
