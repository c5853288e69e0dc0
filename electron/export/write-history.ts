import fs from 'node:fs'
import path from 'node:path'
import type { ArticleId } from '../../shared/article/article'
import type { HistoryRow } from '../../shared/formats/history-table'
import { historyCsv, historyRows } from '../../shared/formats/history-table'
import type { ArticleHistory } from '../../shared/project/history/article-history'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { writeDurably } from '../store/durable-write'
import { explainFileError } from '../store/explain-error'
import type { ProjectStore } from '../store/project-store'

/** The history of an article's annotations, or of the project's. Fails when a journal cannot be read. */
export async function readHistory(
  store: ProjectStore,
  article?: ArticleId,
): Promise<Result<ArticleHistory>> {
  try {
    return succeed(await store.changeHistory(article))
  } catch (error) {
    return explainFileError(error, 'The history was not read; the annotations are untouched')
  }
}

/** The history of a store as rows in plain words. */
export function rowsOf(store: ProjectStore, { events }: ArticleHistory): HistoryRow[] {
  return historyRows(events, {
    codebook: store.codebook(),
    sources: new Map(store.sources().map(source => [source.id, source])),
    annotators: store.annotators(),
  })
}

/** Write rows to `file`: as CSV, or as JSON when its name ends so. The answer has the file's name, never its path. */
export function writeHistory(
  file: string,
  rows: readonly HistoryRow[],
): Result<{ readonly file: string }> {
  const target = path.extname(file) === '' ? `${file}.csv` : file
  // A project's own files are JSON, too: in their place this would read as damage.
  if (fs.existsSync(path.join(path.dirname(target), 'project.json')))
    return fail(
      'refused',
      'This folder is a project, whose files only Assay writes. Choose another place for the history.',
    )
  const isJson = path.extname(target).toLowerCase() === '.json'
  try {
    writeDurably(target, isJson ? `${JSON.stringify(rows, undefined, 2)}\n` : historyCsv(rows))
    return succeed({ file: path.basename(target) })
  } catch (error) {
    return explainFileError(error, 'The history was not written')
  }
}
