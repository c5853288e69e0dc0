import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { ProjectHandle } from '../../shared/ipc/handles'
import type { OpenedProject } from '../../shared/ipc/project-calls'
import { projectHandle } from '../../shared/ipc/handles'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import type { Backups } from '../backup/backups'
import type { BackupKeeper } from '../backup/while-open'
import { backUpWhileOpen } from '../backup/while-open'
import type { Settings } from '../settings'
import type { RunCompaction } from '../store/compaction'
import type { Surroundings } from '../store/identity'
import type { OutsideNews } from '../store/outside-changes'
import type { ProjectStore } from '../store/project-store'
import { openProject } from '../store/open-project'
import { realFolder } from '../store/real-folder'

/** The projects the window may name, by handles that say nothing of where they lie. */
export type OpenProjects = {
  /** A handle for a folder, the same one each time; the folder need not be open or even exist. */
  readonly handleFor: (folder: string) => ProjectHandle
  readonly folderOf: (handle: ProjectHandle) => string | undefined
  /** Open the folder's project, or give the one that is open already. */
  readonly open: (folder: string) => Promise<Result<OpenedProject>>
  readonly get: (handle: ProjectHandle) => Result<ProjectStore>
  /** The project opened last, while it is open: what a window that had to be drawn anew shows. */
  readonly latest: () => ProjectHandle | undefined
  /** The user's name changed: write it into the projects that are open. */
  readonly renameAnnotator: (name: string) => Promise<Result<object>>
  readonly close: (handle: ProjectHandle) => Promise<void>
  readonly closeAll: () => Promise<void>
}

export function openProjects(given: {
  readonly settings: Settings
  readonly surroundings: Surroundings
  readonly runCompaction: RunCompaction
  readonly backups: Backups
  /** A sentence for the user about something that happened by itself. */
  readonly onNotice: (sentence: string) => void
  /** Told what other programs do to a project that is open. */
  readonly onNews?: (project: ProjectHandle, news: OutsideNews) => void
}): OpenProjects {
  const { settings, surroundings } = given
  const folders = new Map<ProjectHandle, string>()
  const stores = new Map<ProjectHandle, ProjectStore>()
  const keepers = new Map<ProjectHandle, BackupKeeper>()

  const handleFor = (folder: string): ProjectHandle => {
    const real = realFolder(folder)
    for (const [handle, known] of folders) if (known === real) return handle
    const handle = projectHandle.parse(randomUUID())
    folders.set(handle, real)
    return handle
  }

  const storeFor = async (handle: ProjectHandle, folder: string): Promise<Result<ProjectStore>> => {
    const known = stores.get(handle)
    if (known !== undefined) return succeed(known)
    const keeping = backUpWhileOpen(given)
    const opened = await openProject(folder, {
      identity: settings.identity(),
      surroundings,
      runCompaction: keeping.compactAndKeep,
      onNews: news => given.onNews?.(handle, news),
    })
    if (!opened.ok) return opened
    stores.set(handle, opened.value)
    keepers.set(handle, keeping)
    keeping.begin(opened.value)
    return opened
  }

  const close = async (handle: ProjectHandle): Promise<void> => {
    const store = stores.get(handle)
    stores.delete(handle)
    keepers.get(handle)?.stop()
    keepers.delete(handle)
    if (store === undefined) return
    // It may have been renamed since it was opened.
    settings.rename(realFolder(store.folder), store.name())
    await store.close()
  }

  return {
    handleFor,
    folderOf: handle => folders.get(handle),
    open: async folder => {
      const handle = handleFor(folder)
      const opened = await storeFor(handle, folder)
      if (!opened.ok) return opened
      const store = opened.value
      settings.remember({
        path: realFolder(folder),
        name: store.name(),
        openedAt: surroundings.now(),
      })
      return succeed(describeProject(handle, store))
    },
    get: handle => {
      const store = stores.get(handle)
      if (store !== undefined) return succeed(store)
      return fail(
        'vanished',
        'This project is not open any more. Open it again from the start screen.',
      )
    },
    renameAnnotator: async name => {
      for (const store of stores.values()) {
        const introduced = await store.introduce(name)
        if (!introduced.ok) return introduced
      }
      return succeed({})
    },
    latest: () => [...stores.keys()].at(-1),
    close,
    closeAll: async () => {
      for (const handle of [...stores.keys()]) await close(handle)
    },
  }
}

function describeProject(handle: ProjectHandle, store: ProjectStore): OpenedProject {
  // Asked for in any case, and what changed while the project was closed is found by it.
  store.summaries()
  const described = {
    project: handle,
    id: store.id,
    name: store.name(),
    folder: path.basename(store.folder),
    codebook: store.codebook(),
    sources: store.sources(),
    annotators: store.annotators(),
    annotator: store.annotator,
    ...(store.readOnly === undefined ? {} : { readOnly: store.readOnly }),
    notices: [...store.notices()],
  }
  store.beginNews()
  return described
}
