import path from 'node:path'
import type { ProjectHandle } from '../../shared/ipc/handles'
import type { upkeepCalls as calls } from '../../shared/ipc/upkeep-calls'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import type { Checked } from '../../shared/project/damage/checked'
import { checkedLines, mendedLines } from '../../shared/project/damage/report-lines'
import type { Clipboard } from '../handlers/clipboard'
import type { OpenProjects } from '../handlers/open-projects'
import type { HandlersOf } from '../ipc/handle-calls'
import type { Settings } from '../settings'
import type { Upkeep } from './run-upkeep'
import type { UpkeepProgress } from './upkeep-job'

type Setting = {
  readonly projects: OpenProjects
  readonly settings: Settings
  readonly upkeep: Upkeep
  readonly backupRoots: {
    readonly root: () => string
    readonly earlierRoots: readonly string[]
  }
  readonly clipboard: Clipboard
  readonly onUpkeepProgress: (progress: UpkeepProgress) => void
}

const unknown = fail(
  'vanished',
  'This project is not known any more. Open its folder from the start screen.',
)

/** Checking and mending whole projects, open ones and those that cannot be opened. */
export function upkeepCalls(setting: Setting): HandlersOf<typeof calls> {
  const { projects, settings, upkeep, onUpkeepProgress } = setting
  let lastReport = ''

  /** What is being written while it is read may look damaged for a moment, so damage is looked at twice. */
  const check = async (project: ProjectHandle, folder: string): Promise<Result<Checked>> => {
    const you = settings.identity().annotator
    const look = async (): Promise<Result<Checked>> => {
      const store = projects.get(project)
      if (store.ok && store.value.readOnly === undefined) await store.value.settle()
      return upkeep.run({ kind: 'check', folder, you }, onUpkeepProgress)
    }
    const first = await look()
    const store = projects.get(project)
    const last = first.ok && !first.value.isSound && store.ok ? await look() : first
    if (!last.ok || !store.ok) return last
    return succeed({ ...last.value, isBehind: store.value.unsettledFiles().length > 0 })
  }

  return {
    checkProject: async ({ project }) => {
      const folder = projects.folderOf(project)
      if (folder === undefined) return unknown
      const checked = await check(project, folder)
      if (checked.ok) lastReport = checkedLines(path.basename(folder), checked.value)
      return checked
    },
    repairProject: async ({ project }) => {
      const folder = projects.folderOf(project)
      if (folder === undefined) return unknown
      const store = projects.get(project)
      if (store.ok && store.value.readOnly !== undefined)
        return fail('read-only', store.value.readOnly)
      await projects.close(project)
      const mended = await upkeep.run(
        {
          kind: 'repair',
          folder,
          identity: settings.identity(),
          roots: {
            root: setting.backupRoots.root(),
            earlierRoots: setting.backupRoots.earlierRoots,
          },
        },
        onUpkeepProgress,
      )
      if (mended.ok) lastReport = mendedLines(path.basename(folder), mended.value)
      return mended
    },
    cancelUpkeep: () => {
      upkeep.cancel()
      return {}
    },
    copyUpkeepReport: async () => {
      await setting.clipboard.writeText(lastReport)
      return {}
    },
  }
}
