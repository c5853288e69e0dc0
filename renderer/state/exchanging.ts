import type { ArticleId } from '../../shared/article/article'
import type { ColumnChoice } from '../../shared/article/table-columns'
import type { CopyDifference, WindowImportReport } from '../../shared/ipc/import-calls'
import type { FileHandle, ProjectHandle } from '../../shared/ipc/handles'
import type { Result } from '../../shared/outcome/result'
import { call, handlesOf } from '../workbench-api'
import { openArticle } from './article-opening'
import { closeDialog, dismissTopic, notify, notifyFailure, showDialog } from './notices'
import { reloadProject } from './opening'
import { refreshArticles, refreshHistory } from './refreshing'
import { withProgress } from './progress'
import { settleSaving } from './saving'
import { isReadOnly } from './selectors'
import { store } from './store'
import { countOf } from '../values/count-text'

/** Ask for files and import them. */
export async function chooseImport(): Promise<void> {
  const project = writableProject()
  if (project !== undefined) await showImport(call('chooseImport', { project }))
}

/** Import what was copied in another program. */
export async function pasteArticle(): Promise<void> {
  const project = writableProject()
  if (project !== undefined) await showImport(call('pasteArticle', { project }))
}

/** End the import that is running: what is complete stays. */
export function cancelImport(): void {
  void call('cancelImport', {})
}

/** Say which part of a table is read and which of its columns is what; without columns the table stays out of the import. */
export function answerColumns(id: string, part: number, columns: ColumnChoice | undefined): void {
  const { dialog } = store.getState()
  if (dialog?.kind === 'table-columns' && dialog.question.id === id) closeDialog()
  void call('answerColumns', columns === undefined ? { id, part } : { id, part, columns })
}

/** The whole report of the last import on the clipboard, a line for each file. */
export function copyImportReport(): void {
  void call('copyImportReport', {})
}

/** How a copy differs from the article it is a copy of; `undefined` when that cannot be said, with a notice. */
export async function compareCopies(
  first: ArticleId,
  copy: ArticleId,
): Promise<CopyDifference | undefined> {
  const { opened } = store.getState()
  if (opened === undefined) return undefined
  const answer = await call('compareCopies', { project: opened.project, first, copy })
  if (answer.ok) return answer.value
  notifyFailure(answer.error)
  return undefined
}

const otherWay = 'Press Import articles and choose it there.'

/** Ask for a dataset of this format and import its articles with their annotations. */
export async function importAnnotated(format: string, from: 'file' | 'folder'): Promise<void> {
  const project = writableProject()
  if (project === undefined || !(await settleSaving())) return
  const asked = call('chooseAnnotatedImport', { project, format, from })
  const answer = await withProgress('importing', asked)
  if (!answer.ok) {
    notifyFailure(answer.error)
    return
  }
  await reloadProject()
  showDialog({ kind: 'annotated-import-report', report: answer.value })
}

/** Import files that were dropped on the window. */
export async function importDropped(files: File[]): Promise<void> {
  const project = writableProject()
  if (project === undefined || files.length === 0) return
  const handles = await handlesOf(files)
  if (handles.length === 0) {
    notify(
      `What was dropped is no file that can be found, so nothing was imported. ${otherWay}`,
      'problem',
      importTopic,
    )
    return
  }
  // Where the system does not speak Unicode, names with accents do not survive being dropped.
  const left = files.length - handles.length
  if (left > 0)
    notify(
      `${countOf(left, 'dropped file')} could not be found by name, and ${left === 1 ? 'was' : 'were'} not imported. ${otherWay}`,
      'problem',
    )
  await importHandles(project, handles)
}

/** Import files that main knows by these handles. */
export async function importHandles(
  project: ProjectHandle,
  files: readonly FileHandle[],
): Promise<void> {
  await showImport(call('importFiles', { project, files: [...files] }))
}

function writableProject() {
  const state = store.getState()
  if (state.opened === undefined) {
    notify('Open or create a project first; then drop the files again.', 'problem')
    return undefined
  }
  if (isReadOnly(state)) {
    notify('This project is open for reading only, so nothing can be imported into it.', 'problem')
    return undefined
  }
  return state.opened.project
}

/** What one import said is put away by the next. */
const importTopic = 'an import'

async function showImport(importing: Promise<Result<WindowImportReport>>): Promise<void> {
  const answer = await withProgress('importing', importing)
  // What was said of the import before this one is no longer so.
  dismissTopic(importTopic)
  if (!answer.ok) {
    notifyFailure(answer.error, importTopic)
    return
  }
  await refreshArticles()
  await refreshHistory()
  const first = answer.value.imported[0]
  if (first !== undefined) await openArticle(first.article)
  showDialog({ kind: 'import-report', report: answer.value })
}
