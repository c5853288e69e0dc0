import type { exportCalls as calls } from '../../shared/ipc/export-calls'
import { isExport } from '../export/export-folder'
import { writeCodebook } from '../export/write-codebook'
import { readHistory, rowsOf, writeHistory } from '../export/write-history'
import type { HandlersOf } from '../ipc/handle-calls'
import { exportFormatInfos, exports } from './exports'
import { cancelled } from './setting'
import type { HandlerSetting, WithStore } from './setting'
import path from 'node:path'

/** The calls that write files outside the project. */
export function exportCalls(
  setting: HandlerSetting,
  withStore: WithStore,
): HandlersOf<typeof calls> {
  const { dialogs } = setting
  const exporting = exports(setting)

  return {
    exportFormats: () => ({ formats: exportFormatInfos() }),
    previewExport: ({ project, wish }) =>
      withStore(project, store => exporting.preview(store, wish)),
    exportDataset: async ({ project, wish }) =>
      withStore(project, async store => {
        const name = `${store.name()} ${wish.format} export`
        const out = await dialogs.chooseNewFolder('A folder for the export', name)
        if (out === undefined) return cancelled
        if ((await isExport(out)) && !(await dialogs.mayReplace(path.basename(out))))
          return cancelled
        return exporting.run(store, wish, out)
      }),
    cancelExport: () => {
      exporting.cancel()
      return {}
    },
    exportCodebook: async ({ project, codebook }) =>
      withStore(project, async store => {
        const file = await dialogs.chooseNewFile(
          'Save the codebook as a file',
          `${store.name()} codebook`,
        )
        return file === undefined ? cancelled : writeCodebook(file, codebook)
      }),
    exportHistory: async ({ project, article }) =>
      withStore(project, async store => {
        const file = await dialogs.chooseHistoryFile(`${store.name()} history`)
        if (file === undefined) return cancelled
        const history = await readHistory(store, article)
        return history.ok ? writeHistory(file, rowsOf(store, history.value)) : history
      }),
  }
}
