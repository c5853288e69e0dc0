import type { Failure } from '../../shared/outcome/result'
import type { Dialog, Notice } from './store'
import { store } from './store'

let lastId = 0

/** Show a sentence until it is put away. The same sentence is not shown twice. */
export function notify(text: string, tone: Notice['tone'] = 'note'): void {
  store.setState(({ notices }) => {
    if (notices.some(notice => notice.text === text)) return {}
    lastId += 1
    return { notices: [...notices, { id: lastId, tone, text }] }
  })
}

/** Show what went wrong; closing a dialog is no failure worth a word. */
export function notifyFailure(failure: Failure): void {
  if (failure.kind !== 'cancelled') notify(failure.message, 'problem')
}

export function dismissNotice(id: number): void {
  store.setState(({ notices }) => ({ notices: notices.filter(notice => notice.id !== id) }))
}

/** A short answer to the last key, in the bottom line. */
export function hint(text: string | undefined): void {
  store.setState({ hint: text })
}

export function showDialog(dialog: Dialog | undefined): void {
  store.setState({ dialog })
}

/** Close whichever dialog is open. */
export function closeDialog(): void {
  showDialog(undefined)
}
