import type { ProjectHandle } from '../../shared/ipc/handles'
import { countOf } from '../values/count-text'
import { call } from '../workbench-api'
import { importHandles } from './exchanging'
import { notify } from './notices'
import { openProject, startWorkbench } from './opening'
import { isReadOnly } from './selectors'
import { store } from './store'

/** Show what the program was started with, and bring in the articles that were named. */
export async function startWithNamed(): Promise<void> {
  watchWaitingArticles()
  await startWorkbench()
  await takeNamedArticles()
}

/** Another start named a project, perhaps with articles for it. */
export async function openNamed(project: ProjectHandle): Promise<void> {
  await openProject(project)
  await takeNamedArticles(project)
}

/** Take the articles that a start has named; without a project on screen, or with another than `into`, they wait. */
export async function takeNamedArticles(into?: ProjectHandle): Promise<void> {
  const { files } = await call('takeNamedArticles', {})
  if (files.length === 0) return
  store.setState(({ waitingArticles }) => ({ waitingArticles: [...waitingArticles, ...files] }))
  const { opened } = store.getState()
  if (opened === undefined) return
  if (into !== undefined && opened.project !== into)
    sayTheyWait('The project that they were named with did not open')
  else await importWaiting()
}

/** The articles that wait for a project are not brought in. */
export function forgetWaiting(): void {
  store.setState({ waitingArticles: [] })
}

function watchWaitingArticles(): void {
  store.subscribe(({ opened }, before) => {
    if (opened !== undefined && opened !== before.opened) void importWaiting()
  })
}

async function importWaiting(): Promise<void> {
  const state = store.getState()
  const { opened, waitingArticles } = state
  if (opened === undefined || waitingArticles.length === 0) return
  if (isReadOnly(state)) {
    sayTheyWait('This project is open for reading only')
    return
  }
  forgetWaiting()
  await importHandles(
    opened.project,
    waitingArticles.map(({ file }) => file),
  )
}

function sayTheyWait(why: string): void {
  const { length } = store.getState().waitingArticles
  notify(
    `${why}, so ${countOf(length, 'article')} named at the start ${length === 1 ? 'was' : 'were'} not imported. ${length === 1 ? 'It waits' : 'They wait'} for the project that you open next.`,
    'problem',
  )
}
