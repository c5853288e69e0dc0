import path from 'node:path'
import type { importCalls as calls } from '../../shared/ipc/import-calls'
import type { ProjectHandle } from '../../shared/ipc/handles'
import { fail } from '../../shared/outcome/result'
import { compareCopies } from '../import/compare-copies'
import { encodingsOf, readInEncoding } from '../import/read-in-encoding'
import { importFiles } from '../import/import-files'
import { importItems } from '../import/import-items'
import { nothingCopied, pastedItem } from '../import/pasted-item'
import type { HandlersOf } from '../ipc/handle-calls'
import { articleVersions } from './article-versions'
import { columnQuestions } from './column-questions'
import type { FileHandles } from './file-handles'
import { importAnnotated } from './import-annotated'
import { imports } from './imports'
import { cancelled } from './setting'
import type { HandlerSetting, WithStore } from './setting'

/** The calls that bring articles in. */
export function importCalls(
  setting: HandlerSetting,
  withStore: WithStore,
  files: FileHandles,
): HandlersOf<typeof calls> {
  const { settings, dialogs } = setting
  const importing = imports(setting)
  const versions = articleVersions(setting)
  const columnsOfTables = columnQuestions(settings, setting.onColumnsWanted)
  const importInto = (handle: ProjectHandle, paths: readonly string[]) =>
    withStore(handle, store =>
      importing.run(store, how =>
        importFiles(store, paths, { ...how, askColumns: columnsOfTables.asker(how.signal) }),
      ),
    )

  return {
    chooseImport: async ({ project }) => {
      const chosen = await dialogs.chooseFiles()
      return chosen === undefined ? cancelled : importInto(project, chosen)
    },
    importFiles: ({ project, files: handles }) =>
      importInto(
        project,
        handles.flatMap(handle => files.pathOf(handle) ?? []),
      ),
    takeNamedArticles: () => ({
      files: setting
        .takeNamedArticles()
        .map(file => ({ file: files.register(file), name: path.basename(file) })),
    }),
    pasteArticle: ({ project }) =>
      withStore(project, async store => {
        const item = pastedItem(await setting.clipboard.read())
        if (item === undefined) return fail('empty', nothingCopied)
        return importing.run(store, how => importItems(store, [item], 1, how))
      }),
    cancelImport: () => {
      importing.cancel()
      return {}
    },
    answerColumns: ({ id, part, columns }) => {
      columnsOfTables.answer(id, { part, columns })
      return {}
    },
    compareCopies: ({ project, first, copy }) =>
      withStore(project, store => compareCopies(store, first, copy)),
    encodingsOf: ({ project, article }) =>
      withStore(project, store => encodingsOf(store, article, setting.reader)),
    readInEncoding: ({ project, article, encoding }) =>
      withStore(project, store =>
        importing.alone(store, how => readInEncoding(store, article, encoding, how)),
      ),
    previewReplacement: ({ project, article, by }) =>
      withStore(project, async store => {
        if (by.kind === 'article') return versions.fromArticle(store, article, by.article)
        if (by.kind !== 'file') {
          const { kind: _kind, ...how } = by
          return versions.reread(store, article, how)
        }
        const [chosen] = (await dialogs.chooseFiles()) ?? []
        return chosen === undefined ? cancelled : versions.fromFile(store, article, chosen)
      }),
    takeVersion: ({ project, version, as }) =>
      withStore(project, store => versions.take(store, version, as)),
    copyImportReport: async () => {
      await setting.clipboard.writeText(importing.reportText())
      return {}
    },
    chooseAnnotatedImport: async ({ project, format, from }) => {
      const chosen = await dialogs.chooseDataset(from)
      if (chosen === undefined) return cancelled
      return withStore(project, store =>
        importing.alone(store, how => importAnnotated(store, format, chosen, how)),
      )
    },
  }
}
