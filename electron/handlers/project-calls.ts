import type { projectCalls as calls } from '../../shared/ipc/project-calls'
import { fail, succeed } from '../../shared/outcome/result'
import { sampleProjectFolder } from '../import/sample-project'
import type { HandlersOf } from '../ipc/handle-calls'
import { copyProject } from '../store/copy-project'
import { createProject } from '../store/create-project'
import { duplicateProject } from '../store/duplicate-project'
import { differencesOf } from './differences-of'
import { cancelled } from './setting'
import type { HandlerSetting, WithStore } from './setting'

/** The calls about projects as wholes. */
export function projectCalls(
  setting: HandlerSetting,
  withStore: WithStore,
): HandlersOf<typeof calls> {
  const { settings, projects, dialogs, surroundings } = setting

  return {
    createProject: async ({ name }) => {
      const folder = await dialogs.chooseNewFolder(`A folder for “${name}”`, name)
      if (folder === undefined) return cancelled
      const created = await createProject(folder, name, settings.identity(), surroundings)
      return created.ok ? projects.open(created.value.folder) : created
    },
    chooseProject: async () => {
      const folder = await dialogs.chooseProjectFolder()
      return folder === undefined ? cancelled : succeed({ project: projects.handleFor(folder) })
    },
    openProject: async ({ project }) => {
      const folder = projects.folderOf(project)
      if (folder === undefined)
        return fail('vanished', 'This project is not known any more. Open its folder instead.')
      return projects.open(folder)
    },
    openSample: async () => {
      const sample = await sampleProjectFolder(setting.userData, {
        identity: settings.identity(),
        surroundings,
        runCompaction: setting.runCompaction,
      })
      return sample.ok ? projects.open(sample.value.folder) : sample
    },
    forgetProject: ({ project }) => {
      const folder = projects.folderOf(project)
      if (folder !== undefined) settings.forget(folder)
      return {}
    },
    duplicateProject: async ({ project, name }) =>
      withStore(project, async store => {
        const folder = await dialogs.chooseNewFolder(`A folder for “${name}”`, name)
        if (folder === undefined) return cancelled
        await store.settle()
        const copied = duplicateProject(store.folder, folder, name, surroundings)
        return copied.ok ? projects.open(copied.value.folder) : copied
      }),
    saveElsewhere: async ({ project }) =>
      withStore(project, async store => {
        const folder = await dialogs.chooseNewFolder('A folder to go on in', store.name())
        if (folder === undefined) return cancelled
        const copied = copyProject(store.folder, folder, {
          besideName: surroundings.newId(),
          what: 'The project was not copied, and your last edits are still only in this window',
        })
        return copied.ok ? projects.open(copied.value.folder) : copied
      }),
    compareKept: ({ project, kept }) =>
      withStore(project, store => {
        const found = store.changesTo(kept)
        if (!found.ok) return found
        return succeed({
          what: store.inWords(found.value.file),
          ...differencesOf(store, found.value.changes),
        })
      }),
    useKept: ({ project, kept }) => withStore(project, store => store.useKept(kept)),
    closeProject: async ({ project }) => {
      await projects.close(project)
      return succeed({})
    },
  }
}
