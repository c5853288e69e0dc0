import type { Failure } from '../../shared/outcome/result'
import type { Dialog, Notice, NoticeChoice } from './store'
import { store } from './store'

let lastId = 0

/** Show a sentence until it is put away, or until a newer one on the same topic comes. */
export function notify(
  text: string,
  tone: Notice['tone'] = 'note',
  topic: string = text,
  choices: readonly NoticeChoice[] = [],
): void {
  lastId += 1
  const notice = { id: lastId, tone, text, topic, choices }
  store.setState(({ notices }) => ({
    notices: notices.some(shown => shown.text === text)
      ? notices
      : [...notices.filter(shown => shown.topic !== topic), notice],
  }))
}

/** Put away what was said on a topic: it is no longer so. */
export function dismissTopic(topic: string): void {
  store.setState(({ notices }) => ({ notices: notices.filter(shown => shown.topic !== topic) }))
}

/** Show what went wrong; closing a dialog is no failure worth a word. */
export function notifyFailure(failure: Failure, topic?: string): void {
  if (failure.kind !== 'cancelled') notify(failure.message, 'problem', topic)
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
