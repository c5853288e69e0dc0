import { readJson } from '../workbench-api'
import { notifyFailure } from './notices'
import { editsIn, foundIn } from './read-project'
import { settleSaving } from './saving'
import { store } from './store'

/** Read the list of articles again: some came in by another way than an edit of this window. */
export async function refreshArticles(): Promise<void> {
  const { opened } = store.getState()
  if (opened === undefined) return
  await settleSaving()
  const summaries = await readJson(opened.project, { kind: 'summaries' })
  if (store.getState().opened !== opened) return
  if (!summaries.ok) notifyFailure(summaries.error)
  else
    store.setState(state => ({
      summaries: summaries.value,
      found: foundIn(summaries.value, state.found),
      ...(state.project === undefined
        ? {}
        : { project: { ...state.project, edits: editsIn(summaries.value) } }),
    }))
}

/** Read again what can be undone: main made an edit of its own. */
export async function refreshHistory(): Promise<void> {
  const { opened } = store.getState()
  if (opened === undefined) return
  const history = await readJson(opened.project, { kind: 'history' })
  if (store.getState().opened !== opened) return
  if (history.ok) store.setState({ history: history.value })
  else notifyFailure(history.error)
}
