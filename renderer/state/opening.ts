import type { AnnotatorId } from '../../shared/annotation/annotation'
import type { ArticleId } from '../../shared/article/article'
import type { ProjectHandle } from '../../shared/ipc/handles'
import type { OpenedProject } from '../../shared/ipc/project-calls'
import type { Result } from '../../shared/outcome/result'
import { succeed } from '../../shared/outcome/result'
import { forgetTexts } from '../editor/kept-texts'
import { call, readJson } from '../workbench-api'
import { countOf } from '../values/count-text'
import { leaveArticle, openArticle } from './article-opening'
import { explainOpening } from './explain-opening'
import { forgetUnfinished } from './drafts'
import { forgetKeptArticles } from './kept-articles'
import { makeEdit } from './edits'
import { hint, notify, notifyFailure, showDialog } from './notices'
import { foundIn, projectStateOf } from './read-project'
import { settleSaving, startSaving, stopSaving } from './saving'
import { isInBin } from './selectors'
import { goToOtherPane, openBeside } from './side-by-side'
import { emptyProject, store, whenDrawn } from './store'
import { forgetPlaces, rememberPlace, stopWaiting } from './view'

/** The first question to main, and what the program was started with. */
export async function startWorkbench(): Promise<void> {
  const info = await call('appInfo', {})
  store.setState({ info })
  if (info.open !== undefined) await openProject(info.open)
  // Last: opening a project puts away what was said before it.
  for (const notice of info.notices) notify(notice, 'problem')
}

export function openProject(project: ProjectHandle): Promise<void> {
  return open(() => call('openProject', { project }), project)
}

/** Read the project on screen anew, because something else than an edit of this window changed it; the open articles stay. */
export async function reloadProject(): Promise<void> {
  if (!(await isSafeToLeave())) return
  const shown = await showAnew()
  if (!shown.ok) notifyFailure(shown.error)
}

/**
 * Close the project on screen and open it again: another program may have let it go, or somebody else works
 * here now. The open articles stay. `meanwhile` runs while it is closed; when that fails, nothing else changes.
 */
export async function reopenProject(
  meanwhile: () => Promise<Result<unknown>> = () => Promise.resolve(succeed(undefined)),
): Promise<void> {
  const { opened } = store.getState()
  if (opened === undefined || !(await isSafeToLeave())) return
  leaveArticle()
  const closed = await call('closeProject', { project: opened.project })
  const done = closed.ok ? await meanwhile() : closed
  const shown = await showAnew()
  if (!shown.ok) {
    clearProject()
    await refreshInfo()
  }
  for (const result of [done, shown]) if (!result.ok) notifyFailure(result.error)
}

/** Open a project that can only be read once more, with what others have done to it meanwhile. */
export async function tryToWrite(): Promise<void> {
  await reopenProject()
  const { opened } = store.getState()
  if (opened !== undefined)
    hint(
      opened.readOnly === undefined ? 'You can change it now' : 'Read anew, still for reading only',
    )
}

/** Somebody else works at this computer now: the project on screen is opened again as theirs. Without an id a new person. */
export async function workAs(name: string, person?: AnnotatorId): Promise<void> {
  await reopenProject(() => call('workAs', { name, ...(person === undefined ? {} : { person }) }))
  hint(`You work as ${store.getState().opened?.annotator.name ?? name} now`)
}

async function showAnew(): Promise<Result<unknown>> {
  const { opened, article, beside, panes } = store.getState()
  if (opened === undefined) return succeed(undefined)
  const answer = await call('openProject', { project: opened.project })
  if (!answer.ok) return answer
  // They are about what was; off the page before the places are remembered, which they would move.
  store.setState({ notices: [] })
  await new Promise<void>(whenDrawn)
  for (const pane of panes) rememberPlace(pane)
  await showProject(answer.value, article?.article.id)
  if (beside?.article !== undefined) {
    await openBeside(beside.article.article.id)
    goToOtherPane()
  }
  return answer
}

export async function chooseProject(): Promise<void> {
  const chosen = await call('chooseProject', {})
  if (chosen.ok) await openProject(chosen.value.project)
  else notifyFailure(chosen.error)
}

export function openSample(): Promise<void> {
  return open(() => call('openSample', {}))
}

export function createProject(name: string): Promise<void> {
  return open(() => call('createProject', { name }))
}

export async function duplicateProject(name: string): Promise<void> {
  const { opened } = store.getState()
  if (opened !== undefined)
    await open(() => call('duplicateProject', { project: opened.project, name }))
}

/** Put a backup into a folder of its own, as a project of its own, and open that. */
export async function openBackup(
  project: ProjectHandle,
  backup: { readonly serial: number; readonly at: string },
): Promise<void> {
  const { serial, at } = backup
  await open(() => call('openBackup', { project, serial, at }))
}

export function renameProject(name: string): void {
  const { project } = store.getState()
  if (project === undefined || project.name === name) return
  makeEdit('rename the project', [
    { kind: 'project', before: { name: project.name }, after: { name } },
  ])
}

/** Close the project on screen; stays open, and says why, while edits cannot be written. */
export async function closeProject(): Promise<void> {
  const { opened } = store.getState()
  if (opened === undefined || !(await isSafeToLeave())) return
  leaveArticle()
  const closed = await call('closeProject', { project: opened.project })
  if (!closed.ok) {
    notifyFailure(closed.error)
    return
  }
  clearProject()
  forgetPlaces()
  await refreshInfo()
}

export async function forgetProject(project: ProjectHandle): Promise<void> {
  await call('forgetProject', { project })
  await refreshInfo()
}

async function isSafeToLeave(): Promise<boolean> {
  if (await settleSaving()) return true
  notify(
    'The last edits are not written yet, so the project stays open. Nothing is lost while this window is open.',
    'problem',
  )
  return false
}

/** `project` is what is asked for, when it is known: then a failure offers to check it and its backups. */
async function open(
  ask: () => Promise<Result<OpenedProject>>,
  project?: ProjectHandle,
): Promise<void> {
  if (!(await isSafeToLeave())) return
  const before = store.getState().opened
  const answer = await ask()
  if (!answer.ok) {
    if (project === undefined) notifyFailure(answer.error)
    else await explainOpening(answer.error, project)
    await refreshInfo()
    return
  }
  if (answer.value.project === before?.project) return
  if (before !== undefined) {
    leaveArticle()
    await call('closeProject', { project: before.project })
  }
  forgetPlaces()
  await showProject(answer.value)
}

/** Show a project with one of its articles: the `wanted` one, or the first. */
async function showProject(opened: OpenedProject, wanted?: ArticleId): Promise<void> {
  clearProject()
  startSaving(opened.project)
  const [summaries, history] = await Promise.all([
    readJson(opened.project, { kind: 'summaries' }),
    readJson(opened.project, { kind: 'history' }),
  ])
  if (!summaries.ok) {
    notifyFailure(summaries.error)
    await call('closeProject', { project: opened.project })
    return
  }
  if (!history.ok) notifyFailure(history.error)
  store.setState({
    opened,
    project: projectStateOf(opened, summaries.value),
    summaries: summaries.value,
    found: foundIn(summaries.value, new Map()),
    ...(history.ok ? { history: history.value } : {}),
  })
  sayWhatWasMended(opened)
  void refreshInfo()
  const first =
    summaries.value.find(({ id }) => id === wanted) ??
    summaries.value.find(summary => !isInBin(summary))
  if (first !== undefined && (await openArticle(first.id)))
    await call('firstPaint', { name: opened.name })
}

/** Sentences that are shown one by one; more of them are one notice that leads to all. */
const fewNotices = 2

function sayWhatWasMended({ notices, project }: OpenedProject): void {
  if (notices.length <= fewNotices) {
    for (const notice of notices) notify(notice)
    return
  }
  notify(
    `${countOf(notices.length, 'thing')} in this project were damaged or changed by other programs while it was closed, and were mended as far as possible.`,
    'note',
    'opening',
    [
      {
        label: 'Show',
        choose: () => {
          showDialog({ kind: 'check', project })
        },
      },
    ],
  )
}

function clearProject(): void {
  stopSaving()
  for (const pane of store.getState().panes) stopWaiting(pane)
  forgetUnfinished()
  forgetKeptArticles()
  forgetTexts()
  store.setState({ ...emptyProject, notices: [] })
  showDialog(undefined)
}

async function refreshInfo(): Promise<void> {
  const info = await call('appInfo', {})
  store.setState({ info })
}
