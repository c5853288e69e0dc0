import type { mergeCalls as calls } from '../../shared/ipc/merge-calls'
import { fail } from '../../shared/outcome/result'
import type { HandlersOf } from '../ipc/handle-calls'
import { merging } from './merging'
import { cancelled } from './setting'
import type { HandlerSetting, WithStore } from './setting'

/** The calls that merge another copy of the project. */
export function mergeCalls(
  setting: HandlerSetting,
  withStore: WithStore,
): HandlersOf<typeof calls> {
  const { dialogs } = setting
  const merges = merging(setting)

  return {
    chooseCopy: ({ project, from }) =>
      withStore(project, async store => {
        if (store.readOnly !== undefined) return fail('read-only', store.readOnly)
        const chosen = await dialogs.chooseCopy(from)
        return chosen === undefined ? cancelled : merges.preview(store, chosen)
      }),
    mergeCopy: ({ project, copy, sameSources }) =>
      withStore(project, store => merges.merge(store, copy, sameSources)),
    copyMergeReport: async () => {
      await setting.clipboard.writeText(merges.reportText())
      return {}
    },
  }
}
