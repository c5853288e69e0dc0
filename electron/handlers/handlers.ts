import { backupCalls } from '../backup/backup-calls'
import { versionCalls } from '../backup/version-calls'
import type { Handlers } from '../ipc/handle-calls'
import { upkeepCalls } from '../upkeep/upkeep-calls'
import { appCalls } from './app-calls'
import { articleCalls } from './article-calls'
import { exportCalls } from './export-calls'
import type { FileHandles } from './file-handles'
import { importCalls } from './import-calls'
import { mergeCalls } from './merge-calls'
import { projectCalls } from './project-calls'
import { searchCalls } from './search-calls'
import type { HandlerSetting, WithStore } from './setting'

/** One function for each call of the contract; each topic of `shared/ipc` has its file here. */
export function createHandlers(setting: HandlerSetting, files: FileHandles): Handlers {
  const withStore: WithStore = async (handle, use) => {
    const store = setting.projects.get(handle)
    return store.ok ? await use(store.value) : store
  }
  return {
    ...appCalls(setting),
    ...projectCalls(setting, withStore),
    ...backupCalls(setting),
    ...versionCalls(setting),
    ...upkeepCalls(setting),
    ...articleCalls(setting, withStore),
    ...importCalls(setting, withStore, files),
    ...mergeCalls(setting, withStore),
    ...searchCalls(setting, withStore),
    ...exportCalls(setting, withStore),
  }
}
