import path from 'node:path'
import type { Annotator, Source } from '../../shared/annotation/annotation'
import { annotatorSchema, sourceSchema } from '../../shared/annotation/annotation'
import type { Article } from '../../shared/article/article'
import type { Codebook } from '../../shared/codebook/codebook'
import { codebookSchema } from '../../shared/codebook/codebook'
import { defaultCodebook } from '../../shared/codebook/default-codebook'
import type { ArticleId } from '../../shared/article/article'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import type { ArticleReading } from '../../shared/ipc/article-reading'
import type { Change, Edit } from '../../shared/project/change'
import { currentMinReader, currentVersion } from '../../shared/project/files'
import { contentInWords } from '../../shared/project/file-in-words'
import type { ArticleHistory } from '../../shared/project/history/article-history'
import type { HistoryWords } from '../../shared/project/history/describe-event'
import type { Mention, NamedAnnotations, OwnedAnnotation } from '../../shared/project/mention'
import { namesSource } from '../../shared/project/mention'
import type { JournalRecord } from '../../shared/project/record'
import type { ArticleSummary } from '../../shared/project/summary'
import type { UndoHistory } from '../../shared/project/undo-history'
import type { Access } from './access'
import { accessTo } from './access'
import type { ArticleToWrite } from './article-files'
import { writeArticleFiles, writeArticlesTogether } from './article-files'
import { articleLibrary } from './article-library'
import { articleStamps } from './article-stamps'
import { changeHistory } from './change-history'
import { readIndex, writeIndex } from './article-index'
import type { CodebookRecords } from './codebook-records'
import { codebookRecords } from './codebook-records'
import type { RunCompaction } from './compaction'
import { scheduleCompaction } from './compaction'
import { currentFiles } from './current-files'
import { explainFileError, explainOpening } from './explain-error'
import { faultOfEdit } from './fault-of-edit'
import { faultOfReferences } from './fault-of-references'
import { fileLineages } from './file-lineages'
import type { Identity, Surroundings } from './identity'
import { journalNameOf } from './identity'
import type { Journal } from './journal'
import { openJournal } from './journal'
import { historyOf, readJournals, recordsOf, reportJournals, settledSeq } from './journal-readings'
import { readProjectHead } from './open-project-file'
import { mentionIndex } from './mention-index'
import { namesOfFiles } from './names-of-files'
import type { OutsideChanges, OutsideNews } from './outside-changes'
import { outsideChanges } from './outside-changes'
import { pendingRecords } from './pending-records'
import { prepareFolders } from './project-folders'
import { sweepTemporaries } from './sweep-temporaries'
import { watchFolders } from './watch-folders'

export type ProjectStore = {
  readonly folder: string
  readonly id: string
  readonly name: () => string
  readonly annotator: Annotator
  /** Why nothing can be changed, when nothing can. */
  readonly readOnly: string | undefined
  /** Sentences about what was found and mended so far. */
  readonly notices: () => readonly string[]
  /** The notices up to now were read: what is found from now on is told as news. */
  readonly beginNews: () => void
  readonly codebook: () => Codebook
  readonly sources: () => Source[]
  readonly annotators: () => Annotator[]
  /** What a file of the project holds, in words that stand behind “the file with”. */
  readonly inWords: (file: string) => string
  /** What the keys and ids in changes mean. */
  readonly words: () => HistoryWords
  readonly summaries: () => ArticleSummary[]
  readonly readArticle: (id: string) => Result<ArticleReading>
  /**
   * What is equal at two times when an article is the same but for the edits that the window made itself:
   * a window that has kept what it read, and its edits, need not read it again.
   */
  readonly stampOf: (id: string) => string
  /** Files that records wait to go into. */
  readonly unsettledFiles: () => readonly string[]
  readonly history: () => UndoHistory
  /** Who did what to the annotations, of one article or of all; rejects when a journal cannot be read. */
  readonly changeHistory: (article?: ArticleId) => Promise<ArticleHistory>
  /** Every annotation of the project in short, without those of articles in the bin. */
  readonly mentions: () => Promise<readonly Mention[]>
  /** The annotations that name a source, whole, also those of articles in the bin. */
  readonly annotationsOfSource: (source: string) => Promise<NamedAnnotations>
  /** How parts of the codebook are used, and what changes with them. */
  readonly codebookRecords: CodebookRecords
  /**
   * Resolves when the edit is durable; an edit that was sent before (same id) is not written again. The
   * window knows its own edits; those made `by` the program itself make what it keeps out of date.
   */
  readonly appendEdit: (
    edit: Edit,
    by?: 'window' | 'program',
  ) => Promise<Result<{ readonly seq: number }>>
  /** Write a new article and put it into the project, with what comes along, in one undoable edit. */
  readonly addArticle: (
    article: ArticleToWrite,
    along?: readonly Change[],
  ) => Promise<Result<{ readonly seq: number }>>
  /** Write many new articles at once; `recordImport` then says that they came in. */
  readonly writeArticles: (articles: readonly ArticleToWrite[]) => Promise<Result<object>>
  /** Put articles that were written into the record of edits, with what comes along, as steps of undo of at most some thousand articles. */
  readonly recordImport: (
    articles: readonly ImportedHead[],
    along?: readonly Change[],
  ) => Promise<Result<object>>
  /** Write down who annotates here, under this name; done at opening and when the name changes. */
  readonly introduce: (name: string) => Promise<Result<{ readonly seq: number }>>
  /** Write the snapshots of one article's files, or of everything. */
  readonly settle: (article?: string) => Promise<void>
  /** What would change if a version that another program wrote, and that is kept, were used instead of ours. */
  readonly changesTo: OutsideChanges['changesTo']
  /** Use it: one step of undo. Gives how many changes that were. */
  readonly useKept: (kept: string) => Promise<Result<{ readonly changes: number }>>
  /** What would change if these bytes of another version of a file were used instead of ours; and using them. */
  readonly changesToBytes: OutsideChanges['changesToBytes']
  readonly useBytes: (file: string, bytes: Buffer) => Promise<Result<{ readonly changes: number }>>
  readonly close: () => Promise<void>
}

/** After an import there are ten thousand files to bring up to date: all of them are looked at for other programs' doing only so often, in milliseconds. */
const lookEveryMs = 50
const fewFiles = 100

/** What the record of an import says of an article. */
export type ImportedHead = Pick<Article, 'id' | 'title'> & { readonly importedAt: string }

/** Articles whose import is one step of undo; more make several, so that no record grows without end. */
const mostInOneStep = 5000

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
    words: () => words(),
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

  const appendEdit = async (
    edit: Edit,
    by: 'window' | 'program' = 'program',
  ): Promise<Result<{ seq: number }>> => {
    if (access.readOnly !== undefined) return fail('read-only', access.readOnly)
    if (seenEdits.has(edit.id)) return succeed({ seq: journal.lastSeq() })
    const fault =
      faultOfEdit(edit, article => library.textOf(article)) ??
      (by === 'window' ? faultOfReferences(edit, library) : undefined)
    if (fault !== undefined) return fail('refused', fault)
    let record: JournalRecord
    try {
      record = await journal.append(edit, surroundings.now())
    } catch (error) {
      return explainFileError(error, 'Your last edit is not saved yet, but kept in this window')
    }
    seenEdits.add(edit.id)
    pending.add({ journal: journalName, record })
    library.noteEdit(edit)
    if (by === 'program') stamps.noteEdit(edit)
    mentions.noteEdit(edit)
    compaction.noteEdit()
    return succeed({ seq: record.seq })
  }

  const readRecords = <Value>(
    wanted: string,
    schema: { parse: (value: unknown) => Value },
  ): Value[] =>
    files.list(wanted).flatMap(file => {
      const snapshot = files.read(file)
      return snapshot === undefined ? [] : [schema.parse(snapshot.content)]
    })

  const readSources = (): Source[] => readRecords('sources', sourceSchema)

  const readCodebook = (): Codebook => {
    const snapshot = files.read('codebook.json') ?? files.restore('codebook.json')
    if (snapshot !== undefined) return codebookSchema.parse(snapshot.content)
    notice('The codebook is missing and nothing else holds it, so the usual types are shown.')
    return defaultCodebook
  }

  const words = (): HistoryWords => ({
    codebook: readCodebook(),
    sources: new Map(readSources().map(source => [source.id, source])),
  })

  const annotator: Annotator = readRecords('annotators', annotatorSchema).find(
    known => known.id === identity.annotator,
  ) ?? {
    format: 'assay-annotator',
    version: currentVersion,
    minReader: currentMinReader,
    id: identity.annotator,
    name: identity.name,
  }

  const useChanges = async (
    changes: readonly Change[],
    label: string,
  ): Promise<Result<{ readonly changes: number }>> => {
    if (changes.length === 0) return succeed({ changes: 0 })
    const used = await appendEdit({ id: surroundings.newId(), label, changes: [...changes] })
    return used.ok ? succeed({ changes: changes.length }) : used
  }

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
    name: () => {
      const name = files.read('project.json')?.content['name']
      return typeof name === 'string' ? name : ''
    },
    annotator,
    readOnly: access.readOnly,
    notices: () => notices,
    codebook: readCodebook,
    sources: readSources,
    inWords,
    words,
    annotators: () => readRecords('annotators', annotatorSchema),
    summaries: () => library.summaries(),
    readArticle: (article: string) => library.read(article),
    stampOf: stamps.of,
    unsettledFiles: pending.files,
    history: () => historyOf(folder, journalName),
    changeHistory: article => changeHistory(folder, article),
    mentions: async () => {
      const all = await mentions.all()
      const binned = new Set<string>(
        library.summaries().flatMap(({ id, removedAt }) => (removedAt === undefined ? [] : [id])),
      )
      return all.filter(({ article }) => !binned.has(article))
    },
    annotationsOfSource: async source => {
      const named = (await mentions.all()).filter(mention => namesSource(mention, source))
      const ids = new Set<string>(named.map(({ id }) => id))
      const annotations = [...new Set(named.map(({ article }) => article))].flatMap(article =>
        annotationsOf(library.read(article)).filter(({ annotation }) => ids.has(annotation.id)),
      )
      return { annotations, named: named.length }
    },
    codebookRecords: codebookRecords({
      annotator: annotator.id,
      mentions: () => mentions.all(),
      summaries: () => library.summaries(),
      read: article => library.read(article),
    }),
    appendEdit,
    addArticle: async (given, along = []) => {
      if (access.readOnly !== undefined) return fail('read-only', access.readOnly)
      const { article } = given
      try {
        writeArticleFiles(folder, given)
      } catch (error) {
        return explainFileError(error, `“${article.title}” was not imported`)
      }
      return appendEdit({
        id: surroundings.newId(),
        label: `import “${article.title}”`,
        changes: [
          {
            kind: 'metadata',
            article: article.id,
            before: { removedAt: article.original.importedAt },
          },
          ...along,
        ],
      })
    },
    writeArticles: async articles => {
      if (access.readOnly !== undefined) return fail('read-only', access.readOnly)
      try {
        await writeArticlesTogether(folder, articles)
      } catch (error) {
        return explainFileError(error, 'The import stopped')
      }
      library.noteImported(articles.map(({ article }) => article))
      return succeed({})
    },
    recordImport: async (articles, along = []) => {
      for (let from = 0; from < articles.length; from += mostInOneStep) {
        const step = articles.slice(from, from + mostInOneStep)
        const isLast = from + mostInOneStep >= articles.length
        const written = await appendEdit({
          id: surroundings.newId(),
          label: importLabel(step),
          changes: [
            ...step.map(({ id, importedAt }) => ({
              kind: 'metadata' as const,
              article: id,
              before: { removedAt: importedAt },
            })),
            ...(isLast ? along : []),
          ],
        })
        if (!written.ok) return written
      }
      return succeed({})
    },
    beginNews: () => {
      isFollowed = true
    },
    settle: (article?: string) =>
      compaction.run(article === undefined ? undefined : file => file.includes(article)),
    changesTo: outside.changesTo,
    useKept: async kept => {
      const found = outside.changesTo(kept)
      if (!found.ok) return found
      const { file, changes } = found.value
      return useChanges(changes, `use the other version of ${inWords(file)}`)
    },
    changesToBytes: outside.changesToBytes,
    useBytes: async (file, bytes) => {
      const found = outside.changesToBytes(file, bytes)
      if (!found.ok) return found
      return useChanges(found.value, `use an earlier version of ${inWords(file)}`)
    },
    close,
    introduce: async (name: string) => {
      const file = `annotators/${identity.annotator}.json`
      const known = files.read(file)?.content
      if (access.readOnly !== undefined || known?.['name'] === name) return succeed({ seq: 0 })
      const before = known === undefined ? undefined : annotatorSchema.parse(known)
      return appendEdit({
        id: surroundings.newId(),
        label: 'annotator',
        permanent: true,
        changes: [
          {
            kind: 'annotator',
            id: identity.annotator,
            ...(before === undefined ? {} : { before }),
            after: { ...(before ?? annotator), name },
          },
        ],
      })
    },
  }
}

function sayMended(count: number, kept: string | undefined): string {
  return (
    `Another program changed the record of edits while the project was open. ${count} of your edits were missing there and were written again, so nothing is lost` +
    (kept === undefined ? '.' : `; what stood there is kept as ${kept}.`)
  )
}

function importLabel(articles: readonly ImportedHead[]): string {
  const [only] = articles
  return articles.length === 1 && only !== undefined
    ? `import “${only.title}”`
    : `import ${articles.length} articles`
}

function annotationsOf(reading: Result<ArticleReading>): OwnedAnnotation[] {
  if (!reading.ok) return []
  const { article, sets } = reading.value
  return sets.flatMap(({ annotator, annotations }) =>
    annotations.map(annotation => ({ article: article.id, annotator, annotation })),
  )
}

function articleOf(file: string): string {
  return path.basename(file).split('.')[0] ?? ''
}
