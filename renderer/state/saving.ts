import type { Failure, FailureKind } from '../../shared/outcome/result'
import type { ProjectHandle } from '../../shared/ipc/handles'
import type { Edit } from '../../shared/project/change'
import { call } from '../workbench-api'
import { finishDrafts } from './drafts'
import { dismissTopic, notify, notifyFailure } from './notices'
import type { NoticeChoice, SaveState } from './store'
import { store } from './store'
import type { Sync } from './sync'
import { createSync } from './sync'

let sync: Sync | undefined

/** Start sending the edits of `project`; the one before must have been settled. */
export function startSaving(project: ProjectHandle): void {
  sync?.stop()
  sync = createSync({
    send: edit => call('appendEdit', { project, edit }),
    onState: showSaving,
    pause: (delayMs, then) => {
      const timer = setTimeout(then, delayMs)
      return () => {
        clearTimeout(timer)
      }
    },
  })
}

export function stopSaving(): void {
  sync?.stop()
  sync = undefined
}

export function sendEdit(edit: Edit): void {
  if (sync === undefined) throw new RangeError('An edit needs an open project')
  for (const edits of collecting) edits.push(edit)
  sync.push(edit)
}

const collecting = new Set<Edit[]>()

/**
 * Collect every edit that an answer of main, asked for now, may be without: those that wait, and those made
 * until the returned function is called, which gives them in order and ends it. Asking afterwards what waits
 * would miss those that main acknowledged between writing its answer and the window having it.
 */
export function collectEdits(): () => readonly Edit[] {
  const edits = [...waitingEdits()]
  collecting.add(edits)
  return () => {
    collecting.delete(edits)
    return edits
  }
}

/** Edits that main has not acknowledged yet, in order. */
function waitingEdits(): readonly Edit[] {
  return sync?.waiting() ?? []
}

/** Resolves when main has acknowledged every edit, or could not. */
export async function allSaved(): Promise<boolean> {
  return (await sync?.settled()) ?? true
}

export function retrySaving(): void {
  sync?.retry()
}

/** Turn what is typed into edits and wait until all are written; false when that fails now. */
export async function settleSaving(): Promise<boolean> {
  finishDrafts()
  return allSaved()
}

const reasons: Partial<Record<FailureKind, string>> = {
  'disk-full': 'disk full',
  'read-only': 'read-only',
  'in-use': 'in use elsewhere',
  vanished: 'folder is gone',
}

function showSaving(waiting: number, failure: Failure | undefined): void {
  const before = store.getState().save
  const save = saveStateOf(waiting, failure)
  // The same word again: nobody has to be told.
  if (save.kind === 'failed' || save.kind !== before.kind) store.setState({ save })
  if (save.kind === 'failed') {
    // Once put away it stays away while nothing changes: the word in the bar above goes on saying it.
    if (before.kind !== 'failed' || before.message !== save.message)
      notify(save.message, 'problem', 'saving', waysOut)
  } else if (before.kind === 'failed') dismissTopic('saving')
}

/** Putting the notice away is the third: the edits stay in the window and are tried again. */
const waysOut: readonly NoticeChoice[] = [
  {
    label: 'Try again now',
    choose: () => {
      retrySaving()
    },
  },
  { label: 'Save elsewhere…', choose: () => void saveElsewhere() },
]

/**
 * Go on in a copy of the project at a place the user chooses: everything that was saved is copied, and what
 * waits is written there.
 */
async function saveElsewhere(): Promise<void> {
  const { opened } = store.getState()
  if (opened === undefined) return
  // Also those that are written in the old place meanwhile: the copy may be without them.
  const collected = collectEdits()
  const answer = await call('saveElsewhere', { project: opened.project })
  const edits = collected()
  if (store.getState().opened !== opened) return
  if (!answer.ok) {
    notifyFailure(answer.error)
    return
  }
  startSaving(answer.value.project)
  store.setState({ opened: answer.value })
  dismissTopic('saving')
  for (const edit of edits) sync?.push(edit)
  notify(
    `You are working in the copy “${answer.value.folder}” now. The project in its old place stays as it was saved last.`,
    'note',
    'elsewhere',
  )
  await call('closeProject', { project: opened.project })
}

function saveStateOf(waiting: number, failure: Failure | undefined): SaveState {
  if (failure !== undefined)
    return {
      kind: 'failed',
      reason: reasons[failure.kind] ?? 'could not be written',
      message: failure.message,
    }
  return waiting === 0 ? { kind: 'saved' } : { kind: 'saving' }
}

/** After this long without an acknowledgement the user is asked, and the window no longer closes by itself. */
const patienceMs = 800

/**
 * Before the window goes: what is typed becomes edits, and the window stays until every edit is written;
 * then it goes by itself. When that takes too long, main asks the user. Returns the unsubscribe.
 */
export function guardClosing(): () => void {
  const beforeUnload = (event: BeforeUnloadEvent): void => {
    finishDrafts()
    if (waitingEdits().length === 0) return
    event.preventDefault()
    void closeOnceSaved()
  }
  const hidden = (): void => {
    if (document.visibilityState === 'hidden') finishDrafts()
  }
  window.addEventListener('beforeunload', beforeUnload)
  document.addEventListener('visibilitychange', hidden)
  return () => {
    window.removeEventListener('beforeunload', beforeUnload)
    document.removeEventListener('visibilitychange', hidden)
  }
}

async function closeOnceSaved(): Promise<void> {
  const asked = Date.now()
  if ((await settleSaving()) && Date.now() - asked < patienceMs) window.close()
}
