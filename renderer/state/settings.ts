import type { Preferences } from '../../shared/ipc/preferences'
import { call } from '../workbench-api'
import { notifyFailure } from './notices'
import { store } from './store'

/** Change how the window looks; shown at once, kept by main. */
export async function setPreferences(change: Partial<Preferences>): Promise<void> {
  store.setState(({ info }) =>
    info === undefined
      ? {}
      : { info: { ...info, preferences: { ...info.preferences, ...change } } },
  )
  await call('setPreferences', change)
}

/** Change the name that this window's annotations carry. */
export async function setAnnotatorName(name: string): Promise<void> {
  const answer = await call('setAnnotatorName', { name })
  if (!answer.ok) {
    notifyFailure(answer.error)
    return
  }
  store.setState(({ info, opened }) => ({
    info: info === undefined ? undefined : { ...info, annotatorName: answer.value.name },
    opened:
      opened === undefined
        ? undefined
        : { ...opened, annotator: { ...opened.annotator, name: answer.value.name } },
  }))
}
