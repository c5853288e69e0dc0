import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { ArticleId } from '../../shared/article/article'
import type { AppInfo } from '../../shared/ipc/app-calls'
import type { FileHandle, ProjectHandle } from '../../shared/ipc/handles'
import type { ColumnQuestion } from '../../shared/ipc/import-calls'
import type { Preferences } from '../../shared/ipc/preferences'
import type { OpenedProject } from '../../shared/ipc/project-calls'
import type { Fault } from '../../shared/outcome/fault'
import type { Result } from '../../shared/outcome/result'
import { packReading } from '../../shared/ipc/packed-reading'
import { fail, succeed } from '../../shared/outcome/result'
import { describeChange } from '../../shared/project/describe-change'
import { mentionsOf, sourceUses, usedValues } from '../../shared/project/mention'
import { isExport } from '../export/export-folder'
import { importFiles } from '../import/import-files'
import { compareCopies } from '../import/compare-copies'
import type { ImportProgress } from '../import/import-items'
import { importItems } from '../import/import-items'
import { nothingCopied, pastedItem } from '../import/pasted-item'
import type { ArticleReader } from '../import/reader/article-reader'
import type { Clipboard } from './clipboard'
import type { Handlers } from '../ipc/handle-calls'
import type { Settings } from '../settings'
import type { RunCompaction } from '../store/compaction'
import type { Printer } from '../export/print-pieces'
import type { ProjectSearch } from '../search/project-search'
import { copyProject } from '../store/copy-project'
import { createProject } from '../store/create-project'
import { duplicateProject } from '../store/duplicate-project'
import type { Surroundings } from '../store/identity'
import type { ProjectStore } from '../store/project-store'
import type { Backups } from '../backup/backups'
import { backupCalls } from '../backup/backup-calls'
import type { Dialogs } from './dialogs'
import type { OpenProjects } from './open-projects'
import { readHistory, rowsOf, writeHistory } from '../export/write-history'
import { writeCodebook } from '../export/write-codebook'
import { columnQuestions } from './column-questions'
import { exportFormatInfos, exports } from './exports'
import { imports } from './imports'
import { importAnnotated } from './import-annotated'
import { merging } from './merging'
import { farRelations } from './relation-ends'
import { readings } from './readings'
import { sampleProjectFolder } from '../import/sample-project'

export type HandlerSetting = {
  readonly settings: Settings
  readonly projects: OpenProjects
  readonly backups: Backups
  readonly dialogs: Dialogs
  readonly surroundings: Surroundings
  readonly runCompaction: RunCompaction
  readonly search: ProjectSearch
  readonly reader: ArticleReader
  readonly userData: string
  readonly about: Pick<AppInfo, 'version' | 'electron' | 'platform'>
  /** Project to show first, when one was named at the start. */
  readonly openFirst: () => ProjectHandle | undefined
  readonly clipboard: Clipboard
  readonly onImportProgress: (progress: ImportProgress) => void
  readonly onColumnsWanted: (question: ColumnQuestion) => void
  readonly onExportProgress: (progress: { done: number; total: number }) => void
  /** Opens what prints pages; tests have none. */
  readonly openPrinter?: (() => Printer) | undefined
  readonly onFirstPaint: (projectName: string) => void
  /** Told after each change: the menu shows keys, and the window has a size. */
  readonly onPreferences?: (preferences: Preferences) => void
  readonly onWindowFault: (fault: Fault) => void
  readonly saveFaultReport: () => Promise<void>
}

export type FileHandles = {
  readonly register: (path: string) => FileHandle
  readonly pathOf: (handle: FileHandle) => string | undefined
}

/** Dropped files by handles; the window never learns a path. */
export function fileHandles(): FileHandles {
  const paths = new Map<FileHandle, string>()
  return {
    register: file => {
      const handle = randomUUID() as FileHandle
      paths.set(handle, file)
      return handle
    },
    pathOf: handle => paths.get(handle),
  }
}

/** Differences between two versions of a file that the window lists. */
const shownDifferences = 200

const cancelled = fail('cancelled', 'Nothing was chosen, so nothing was done.')

/** One function for each call of the contract. */
export function createHandlers(setting: HandlerSetting, files: FileHandles): Handlers {
  const { settings, projects, dialogs, surroundings } = setting
  const reading = readings()
  const exporting = exports(setting)
  const merges = merging(setting)

  const withStore = async <Value>(
    handle: ProjectHandle,
    use: (store: ProjectStore) => Result<Value> | Promise<Result<Value>>,
  ): Promise<Result<Value>> => {
    const store = projects.get(handle)
    return store.ok ? await use(store.value) : store
  }

  const importing = imports(setting)
  const columnsOfTables = columnQuestions(settings, setting.onColumnsWanted)
  const importInto = (handle: ProjectHandle, paths: readonly string[]) =>
    withStore(handle, store =>
      importing.run(store, how =>
        importFiles(store, paths, { ...how, askColumns: columnsOfTables.asker(how.signal) }),
      ),
    )

  const openChosen = async (folder: string | undefined): Promise<Result<OpenedProject>> =>
    folder === undefined ? cancelled : await projects.open(folder)

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
    createProject: async ({ name }) => {
      const folder = await dialogs.chooseNewFolder(`A folder for “${name}”`, name)
      if (folder === undefined) return cancelled
      const created = await createProject(folder, name, settings.identity(), surroundings)
      return created.ok ? projects.open(created.value.folder) : created
    },
    chooseProject: async () => openChosen(await dialogs.chooseProjectFolder()),
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
        const { file, changes } = found.value
        return succeed({
          file,
          differences: changes.slice(0, shownDifferences).map(describeChange),
          more: Math.max(0, changes.length - shownDifferences),
        })
      }),
    useKept: ({ project, kept }) => withStore(project, store => store.useKept(kept)),
    closeProject: async ({ project }) => {
      await projects.close(project)
      return succeed({})
    },
    ...backupCalls(setting, withStore),
    beginRead: ({ project, what }) =>
      withStore(project, async store => {
        switch (what.kind) {
          case 'summaries':
            return succeed(reading.begin(store.summaries()))
          case 'history':
            return succeed(reading.begin(store.history()))
          case 'article': {
            const article = store.readArticle(what.article)
            return article.ok ? succeed(reading.begin(packReading(article.value))) : article
          }
          case 'article-history': {
            const history = await readHistory(store, what.article)
            return history.ok ? succeed(reading.begin(history.value)) : history
          }
          case 'source-uses':
            return succeed(reading.begin(sourceUses(await store.mentions())))
          case 'mentions':
            return succeed(reading.begin(mentionsOf(await store.mentions(), what.source)))
          case 'annotations-of-source':
            return succeed(reading.begin(await store.annotationsOfSource(what.source)))
          case 'codebook-uses':
            return succeed(reading.begin(await store.codebookRecords.uses()))
          case 'touched-by-codebook':
            return succeed(
              reading.begin(await store.codebookRecords.touchedBy(what.types, what.relations)),
            )
          case 'used-values': {
            const values = usedValues(await store.mentions(), what.type, what.attribute)
            return succeed(reading.begin(values))
          }
        }
      }),
    readPart: ({ read, part }) => reading.part(read, part),
    appendEdit: ({ project, edit }) =>
      withStore(project, store => store.appendEdit(edit, 'window')),
    articleStamp: ({ project, article }) =>
      withStore(project, store => succeed({ stamp: store.stampOf(article) })),
    leaveArticle: ({ project, article }) => {
      const store = projects.get(project)
      if (store.ok) void store.value.settle(article)
      return {}
    },
    chooseImport: async ({ project }) => {
      const chosen = await dialogs.chooseFiles()
      return chosen === undefined ? cancelled : importInto(project, chosen)
    },
    importFiles: ({ project, files: handles }) =>
      importInto(
        project,
        handles.flatMap(handle => files.pathOf(handle) ?? []),
      ),
    cancelImport: () => {
      importing.cancel()
      return {}
    },
    answerColumns: ({ id, columns }) => {
      columnsOfTables.answer(id, columns)
      return {}
    },
    compareCopies: ({ project, first, copy }) =>
      withStore(project, store => compareCopies(store, first, copy)),
    pasteArticle: ({ project }) =>
      withStore(project, async store => {
        const item = pastedItem(await setting.clipboard.read())
        if (item === undefined) return fail('empty', nothingCopied)
        return importing.run(store, how => importItems(store, [item], 1, how))
      }),
    copyImportReport: async () => {
      await setting.clipboard.writeText(importing.reportText())
      return {}
    },
    chooseAnnotatedImport: async ({ project, format, from }) => {
      const chosen = await dialogs.chooseDataset(from)
      if (chosen === undefined) return cancelled
      return withStore(project, store => importAnnotated(store, format, chosen, surroundings))
    },
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
    farRelations: ({ project, article }) =>
      withStore(project, store => farRelations(store, article)),
    beginSearch: ({ project, query }) =>
      withStore(project, store => setting.search.begin(store, query)),
    continueSearch: ({ project, search }) =>
      withStore(project, async store => {
        const part = await setting.search.next(store, search)
        if (!part.ok) return part
        const { hits, uncounted, articlesDone, articlesTotal } = part.value
        return succeed({
          hits: hits.map(hit => ({ ...hit, article: hit.article as ArticleId })),
          articlesDone,
          articlesTotal,
          hasMore: uncounted > 0 || articlesDone < articlesTotal,
        })
      }),
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
    exportDataset: async ({ project, wish }) =>
      withStore(project, async store => {
        const name = `${store.name()} ${wish.format} export`
        const out = await dialogs.chooseNewFolder('A folder for the export', name)
        if (out === undefined) return cancelled
        if ((await isExport(out)) && !(await dialogs.mayReplace(path.basename(out))))
          return cancelled
        return exporting.run(store, wish, out)
      }),
    exportFormats: () => ({ formats: exportFormatInfos() }),
    previewExport: ({ project, wish }) =>
      withStore(project, store => exporting.preview(store, wish)),
    cancelExport: () => {
      exporting.cancel()
      return {}
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
