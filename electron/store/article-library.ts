import fs from 'node:fs'
import type { Article, ArticleEdits } from '../../shared/article/article'
import { articleEditsSchema } from '../../shared/article/article'
import type { ArticleReading } from '../../shared/ipc/article-reading'
import type { Result } from '../../shared/outcome/result'
import { succeed } from '../../shared/outcome/result'
import type { Change, Edit } from '../../shared/project/change'
import { annotationFile } from '../../shared/project/change'
import type { AnnotationsFile } from '../../shared/project/files'
import type { OwnedAnnotation } from '../../shared/project/mention'
import type { AppliedSeq } from '../../shared/project/record'
import type { ArticleSummary } from '../../shared/project/summary'
import { readArticleFile } from './article-files'
import type { ArticleIndex, IndexEntry, StampedFiles } from './article-index'
import { digestFiles, stampArticles } from './article-index'
import type { CurrentFiles } from './current-files'
import type { KnownRecords } from './fault-of-references'
import type { PendingRecords } from './pending-records'
import { placeAll } from './placed-sets'
import { pathOfFile } from './project-files'
import type { Snapshot } from './snapshot'
import { summarize } from './summarize'

/** Articles kept in memory after reading: the ones on screen, and what is needed to check their edits. */
const keptArticles = 4

export type ArticleLibrary = {
  /** All articles, those in the bin too, in the order of their ids (the order they were imported in). */
  readonly summaries: () => ArticleSummary[]
  readonly read: (id: string) => Result<ArticleReading>
  /** Names of the files that hold what people did with an article: its details and everybody's annotations. */
  readonly filesOf: (id: string) => string[]
  readonly textOf: (id: string) => string | undefined
  readonly textSha256Of: (id: string) => string
  /** Whether the article has a file, whatever stands in it. */
  readonly isArticle: (id: string) => boolean
  /** Names of all annotation files of articles that exist. */
  readonly annotationFiles: () => string[]
  /** The records of one of these files as they are now. */
  readonly recordsIn: (file: string) => KnownRecords
  /** Its annotations, each with where it belongs. */
  readonly annotationsIn: (file: string) => OwnedAnnotation[]
  /** Articles were written: what the list says of them is known without reading them again. */
  readonly noteImported: (articles: readonly Article[]) => void
  /** An edit was written: what was known of its articles is out of date. */
  readonly noteEdit: (edit: Edit) => void
  /** A file of an article changed by another way than an edit. */
  readonly noteFile: (file: string) => void
  readonly indexNow: (appliedSeq: AppliedSeq) => ArticleIndex
}

/** What a project knows of its articles: summaries from the index, whole ones read when asked for. */
export function articleLibrary(given: {
  readonly projectFolder: string
  readonly index: ArticleIndex
  readonly pending: PendingRecords
  readonly files: CurrentFiles
  readonly notice: (sentence: string) => void
}): ArticleLibrary {
  const { projectFolder, files, notice } = given
  const kept = new Map<string, Article>()
  const stale = new Set<string>()
  let summaries: Map<string, ArticleSummary> | undefined

  const readArticle = (id: string): Result<Article> => {
    const known = kept.get(id)
    if (known !== undefined) return succeed(known)
    const read = readArticleFile(projectFolder, id)
    if (!read.ok) return read
    kept.set(id, read.value)
    const oldest = kept.keys().next()
    if (kept.size > keptArticles && oldest.done === false) kept.delete(oldest.value)
    return read
  }

  const editsOf = (id: string): ArticleEdits | undefined => {
    const content = files.read(`metadata/${id}.json`)?.content
    if (content === undefined) return undefined
    const { format: _format, version: _version, minReader: _minReader, ...edits } = content
    return articleEditsSchema.parse(edits)
  }

  // Asked for every article in turn, so the folder is listed once and kept up with by noteEdit.
  let annotationNames: Map<string, Set<string>> | undefined
  const namesOf = (id: string): Set<string> => {
    if (annotationNames === undefined) {
      annotationNames = new Map()
      for (const file of files.list('annotations'))
        addTo(annotationNames, articleOfFile(file), file)
    }
    return annotationNames.get(id) ?? new Set()
  }

  const annotationFilesOf = (id: string): AnnotationsFile[] =>
    [...namesOf(id)].flatMap(file => {
      const snapshot = files.read(file)
      return snapshot === undefined ? [] : [asAnnotationsFile(snapshot)]
    })

  const summarizeArticle = (id: string): ArticleSummary | undefined => {
    const article = readArticle(id)
    if (!article.ok) {
      const title = given.index.entries.get(id)?.summary.title
      notice(title === undefined ? article.error.message : `“${title}”: ${article.error.message}`)
      return undefined
    }
    const head = { ...article.value, length: article.value.text.length }
    return summarize(head, editsOf(id), annotationFilesOf(id))
  }

  const refresh = (id: string, into: Map<string, ArticleSummary>): void => {
    const summary = summarizeArticle(id)
    if (summary === undefined) into.delete(id)
    else into.set(id, summary)
  }

  const touchedByPending = (): Set<string> =>
    new Set(
      given.pending
        .files()
        .filter(file => /^(?:annotations|metadata)\//.test(file))
        .map(articleOfFile),
    )

  /** Annotation files that the index knows and the folder has lost: they are never deleted by us. */
  const restoreMissing = ({ id, annotators }: ArticleSummary): void => {
    namesOf(id)
    for (const annotator of Object.keys(annotators)) {
      const file = `annotations/${id}.${annotator}.json`
      if (fs.existsSync(pathOfFile(projectFolder, file))) continue
      if (files.restore(file) !== undefined && annotationNames !== undefined)
        addTo(annotationNames, id, file)
    }
  }

  /** Hashes of articles’ files, by the stamp the files had. */
  const digests = new Map<string, string | undefined>()
  for (const { stamp, digest } of given.index.entries.values())
    if (digest !== undefined) digests.set(stamp, digest)
  const digestOf = (stamped: StampedFiles): string | undefined => {
    const digest = digests.get(stamped.stamp) ?? digestFiles(projectFolder, stamped)
    digests.set(stamped.stamp, digest)
    return digest
  }

  /** Other times come with every copy of a project: then the bytes tell. */
  const isOf = (entry: IndexEntry, stamped: StampedFiles): boolean =>
    entry.stamp === stamped.stamp ||
    (entry.digest !== undefined && entry.digest === digestOf(stamped))

  const loadSummaries = (): Map<string, ArticleSummary> => {
    const loaded = new Map<string, ArticleSummary>()
    const touched = touchedByPending()
    for (const [id, stamped] of stampArticles(projectFolder)) {
      const entry = given.index.entries.get(id)
      const isKnown = entry !== undefined && isOf(entry, stamped)
      if (isKnown && !touched.has(id)) loaded.set(id, entry.summary)
      else {
        if (entry !== undefined && !isKnown) {
          // Older content may have come back while the project was closed.
          for (const file of [`metadata/${id}.json`, ...namesOf(id)]) files.distrust(file)
          restoreMissing(entry.summary)
        }
        refresh(id, loaded)
      }
    }
    return loaded
  }

  /** An article coming into the project, as `noteImported` knows it. */
  const isKnownImport = (change: Change): boolean => {
    if (change.kind !== 'metadata' || change.after !== undefined) return false
    const known = summaries?.get(change.article)
    return known !== undefined && known.edits === undefined && !stale.has(change.article)
  }

  const currentSummaries = (): Map<string, ArticleSummary> => {
    summaries ??= loadSummaries()
    for (const id of stale) refresh(id, summaries)
    stale.clear()
    return summaries
  }

  return {
    summaries: () => [...currentSummaries().values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    read: id => {
      // What changed while the project was closed is found out there, before any of it is used.
      currentSummaries()
      const article = readArticle(id)
      if (!article.ok) return article
      const edits = editsOf(id)
      const sets = annotationFilesOf(id).map(file => placeAll(article.value.text, file))
      return succeed({ article: article.value, ...(edits === undefined ? {} : { edits }), sets })
    },
    filesOf: id => [`metadata/${id}.json`, ...[...namesOf(id)].sort()],
    textOf: id => {
      const article = readArticle(id)
      return article.ok ? article.value.text : undefined
    },
    textSha256Of: id => {
      const article = readArticle(id)
      return article.ok ? article.value.textSha256 : ''
    },
    isArticle: id => fs.existsSync(pathOfFile(projectFolder, `articles/${id}.json`)),
    recordsIn: file => {
      const snapshot = files.read(file)
      return snapshot === undefined
        ? { annotations: [], relations: [] }
        : asAnnotationsFile(snapshot)
    },
    annotationFiles: () =>
      [...currentSummaries().keys()].sort().flatMap(id => [...namesOf(id)].sort()),
    annotationsIn: file => {
      const snapshot = files.read(file)
      if (snapshot === undefined) return []
      const { article, annotator, annotations } = asAnnotationsFile(snapshot)
      return annotations.map(annotation => ({ article, annotator, annotation }))
    },
    noteFile: file => {
      if (/^(?:annotations|metadata)\//.test(file)) stale.add(articleOfFile(file))
    },
    noteImported: articles => {
      for (const article of articles)
        summaries?.set(
          article.id,
          summarize({ ...article, length: article.text.length }, undefined, []),
        )
    },
    noteEdit: edit => {
      for (const change of edit.changes) {
        if (!('article' in change) || isKnownImport(change)) continue
        stale.add(change.article)
        if (change.kind !== 'metadata' && annotationNames !== undefined)
          addTo(annotationNames, change.article, annotationFile(change.article, change.annotator))
      }
    },
    indexNow: appliedSeq => {
      const all = stampArticles(projectFolder)
      return {
        appliedSeq,
        entries: new Map(
          [...currentSummaries()].flatMap(([id, summary]) => {
            const stamped = all.get(id)
            if (stamped === undefined) return []
            const digest = digestOf(stamped)
            const entry = { stamp: stamped.stamp, summary }
            return [[id, digest === undefined ? entry : { ...entry, digest }] as const]
          }),
        ),
      }
    },
  }
}

/** The shape was checked when the snapshot was read; records that are laid over it are checked in the journal. */
function asAnnotationsFile({ content }: Snapshot): AnnotationsFile {
  const checked: unknown = content
  return checked as AnnotationsFile
}

function articleOfFile(file: string): string {
  return file.split('/')[1]?.split('.')[0] ?? ''
}

function addTo(names: Map<string, Set<string>>, article: string, file: string): void {
  const known = names.get(article)
  if (known === undefined) names.set(article, new Set([file]))
  else known.add(file)
}
