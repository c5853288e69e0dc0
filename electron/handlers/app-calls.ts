import type { appCalls as calls } from '../../shared/ipc/app-calls'
import { succeed } from '../../shared/outcome/result'
import type { HandlersOf } from '../ipc/handle-calls'
import type { HandlerSetting } from './setting'
import path from 'node:path'

/** The calls about the program itself. */
export function appCalls(setting: HandlerSetting): HandlersOf<typeof calls> {
  const { settings, projects } = setting

  return {
    appInfo: () => {
      const open = setting.openFirst()
      return {
        ...setting.about,
        preferences: settings.preferences(),
        annotatorName: settings.identity().name,
        people: [...settings.people()],
        recent: settings.recent().map(({ path: folder, name, openedAt }) => ({
          project: projects.handleFor(folder),
          name,
          folder: path.basename(folder),
          openedAt,
        })),
        notices: settings.notice === undefined ? [] : [settings.notice],
        ...(open === undefined ? {} : { open }),
      }
    },
    setPreferences: changed => {
      const next = settings.setPreferences(
        Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined)),
      )
      setting.onPreferences?.(next)
      return next
    },
    setAnnotatorName: async ({ name }) => {
      settings.setAnnotatorName(name)
      const renamed = await projects.renameAnnotator(name)
      return renamed.ok ? succeed({ name }) : renamed
    },
    workAs: ({ person, name }) => {
      const known = settings.people().find(({ id }) => id === person)
      settings.workAs(known?.name ?? name, known?.id)
      return succeed({ name: known?.name ?? name })
    },
    reportFault: ({ fault }) => {
      setting.onWindowFault(fault)
      return {}
    },
    saveFaultReport: async () => {
      await setting.saveFaultReport()
      return {}
    },
    firstPaint: ({ name }) => {
      setting.onFirstPaint(name)
      return {}
    },
  }
}
