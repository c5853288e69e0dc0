import path from 'node:path'
import type { BrowserWindow } from 'electron'
import { app, Menu, session } from 'electron'
import Store from 'electron-store'
import type { ProjectHandle } from '../shared/ipc/handles'
import type { Preferences } from '../shared/ipc/preferences'
import { backupRoots } from './backup/backup-roots'
import { backupsIn } from './backup/backups'
import { runBackupsIn } from './backup/run-backup'
import { registerAppScheme, serveWindow } from './app-scheme'
import { systemClipboard } from './handlers/clipboard'
import { systemDialogs } from './handlers/dialogs'
import { fileHandles } from './handlers/file-handles'
import { createHandlers } from './handlers/handlers'
import type { OpenProjects } from './handlers/open-projects'
import { openProjects } from './handlers/open-projects'
import { openWindowPrinter } from './window-printer'
import { articleReader, usualWidth } from './import/reader/article-reader'
import { sampleProjectFolder } from './import/sample-project'
import { handleCalls } from './ipc/handle-calls'
import { sendEvent } from './ipc/send-event'
import type { FaultLog, FaultSetting } from './store/fault-log'
import { openFaultLog } from './store/fault-log'
import { catchTheRest, reviveWindow, saveFaultReport } from './last-resort'
import { menuTemplate } from './menu-template'
import { projectSearch } from './search/project-search'
import { lockContents, lockSession, silenceChromium } from './security'
import type { Settings } from './settings'
import { openSettings } from './settings'
import type { StartRequest } from './start-arguments'
import { readStartArguments } from './start-arguments'
import type { RunCompaction } from './store/compaction'
import { runInWorker } from './store/run-in-worker'
import { utilityReader } from './start-utility-reader'
import { upkeepIn } from './upkeep/run-upkeep'
import { realSurroundings } from './surroundings'
import { createWindow } from './window'
import { tuneEngine } from './window-engine'

/** Programs of the threads and processes that work beside the window. */
type WorkerFiles = {
  readonly snapshots: URL
  readonly search: URL
  readonly reader: URL
  readonly backups: URL
  readonly upkeep: URL
}

type WindowRequest = Extract<StartRequest, { kind: 'window' }>

/** Start the program with its window; a second start on the same settings hands over to the first. */
export function startWindow(request: WindowRequest, workers: WorkerFiles): void {
  const faults = openFaultLog(app.getPath('userData'), about(), realSurroundings.now)
  catchTheRest(faults)
  silenceChromium(app)
  tuneEngine(app)
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  registerAppScheme()
  lockContents(app)
  void app.whenReady().then(() => run(request, workers, faults))
}

async function run(request: WindowRequest, workers: WorkerFiles, faults: FaultLog): Promise<void> {
  const userData = app.getPath('userData')
  const settings = openSettings(
    path.join(userData, 'config.json'),
    () => new Store({ name: 'config' }),
  )
  const worker = runInWorker(workers.snapshots)
  const search = projectSearch(workers.search)
  const reader = articleReader(utilityReader(workers.reader), settings.readerLimits(), usualWidth)
  let window: BrowserWindow | undefined
  const backupWorker = runBackupsIn(workers.backups)
  const roots = backupRoots(settings, userData)
  const upkeep = upkeepIn(workers.upkeep)
  const backups = backupsIn({
    ...roots,
    run: backupWorker.run,
    now: realSurroundings.now,
  })
  const projects = openProjects({
    settings,
    surroundings: realSurroundings,
    runCompaction: worker.run,
    backups,
    onNotice: text => {
      sendEvent(window?.webContents, 'notice', { text })
    },
    onNews: (project, news) => {
      sendEvent(window?.webContents, 'projectNews', { project, ...news })
    },
  })
  const namedArticles = [...request.articles]
  let first = await firstProject(request, projects, settings, worker.run)

  lockSession(session.defaultSession)
  serveWindow(session.defaultSession, path.join(import.meta.dirname, '..', 'renderer'))
  const files = fileHandles()
  const handlers = createHandlers(
    {
      settings,
      projects,
      backups,
      backupRoots: roots,
      upkeep,
      dialogs: systemDialogs(() => window),
      surroundings: realSurroundings,
      runCompaction: worker.run,
      search,
      reader,
      clipboard: systemClipboard,
      openPrinter: openWindowPrinter,
      userData,
      about: about(),
      openFirst: () => projects.latest() ?? first,
      takeNamedArticles: () => namedArticles.splice(0),
      onImportProgress: progress => {
        sendEvent(window?.webContents, 'importProgress', progress)
      },
      onColumnsWanted: question => {
        sendEvent(window?.webContents, 'columnsWanted', question)
      },
      onUpkeepProgress: progress => {
        sendEvent(window?.webContents, 'upkeepProgress', progress)
      },
      onExportProgress: progress => {
        sendEvent(window?.webContents, 'exportProgress', progress)
      },
      onFirstPaint: announceOnce(),
      onPreferences: preferences => {
        showMenu(preferences)
        window?.webContents.setZoomFactor(preferences.zoom)
      },
      onWindowFault: fault => {
        faults.write('window', fault)
      },
      saveFaultReport: () => saveFaultReport(faults),
    },
    files,
  )
  handleCalls(handlers, files.register, event => event.sender === window?.webContents)
  const showMenu = ({ keys }: Pick<Preferences, 'keys'>): void => {
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menuTemplate(process.platform, keys, command => {
          sendEvent(window?.webContents, 'command', { command })
        }),
      ),
    )
  }
  showMenu(settings.preferences())
  window = createWindow(settings)
  reviveWindow(window, faults)
  window.on('closed', () => {
    window = undefined
  })

  app.on('second-instance', (_event, argv, workingFolder) => {
    const asked = readStartArguments(argv, app.isPackaged, workingFolder)
    if (window === undefined) return
    if (window.isMinimized()) window.restore()
    window.focus()
    if (asked.kind !== 'window') return
    namedArticles.push(...asked.articles)
    if (asked.folder === undefined) {
      if (asked.articles.length > 0) sendEvent(window.webContents, 'articlesNamed', {})
      return
    }
    first = projects.handleFor(asked.folder)
    sendEvent(window.webContents, 'openRequested', { project: first })
  })
  app.on('window-all-closed', () => {
    app.quit()
  })
  closeBeforeQuitting(projects, async () => {
    reader.stop()
    await Promise.all([worker.stop(), search.stop(), backupWorker.stop(), upkeep.stop()])
  })
}

/** Snapshots are written and the locks released before the program ends. */
function closeBeforeQuitting(projects: OpenProjects, stopWorker: () => Promise<void>): void {
  let isClosed = false
  app.on('will-quit', event => {
    if (isClosed) return
    event.preventDefault()
    void projects
      .closeAll()
      .then(stopWorker)
      .finally(() => {
        isClosed = true
        // Electron ignores a quit from within the event that was just prevented.
        setImmediate(() => {
          app.quit()
        })
      })
  })
}

async function firstProject(
  request: WindowRequest,
  projects: OpenProjects,
  settings: Settings,
  runCompaction: RunCompaction,
): Promise<ProjectHandle | undefined> {
  if (request.folder !== undefined) return projects.handleFor(request.folder)
  if (!request.sample) return undefined
  const sample = await sampleProjectFolder(app.getPath('userData'), {
    identity: settings.identity(),
    surroundings: realSurroundings,
    runCompaction,
  })
  return sample.ok ? projects.handleFor(sample.value.folder) : undefined
}

/** Say once, on standard output, that the first article can be read. */
function announceOnce(): (projectName: string) => void {
  let isAnnounced = false
  return projectName => {
    if (isAnnounced) return
    isAnnounced = true
    const milliseconds = Math.round(performance.now())
    process.stdout.write(
      `Assay ${app.getVersion()} ready in ${milliseconds} ms (Electron ${process.versions.electron}, project ${projectName})\n`,
    )
  }
}

function about(): FaultSetting & { readonly platform: 'linux' | 'mac' | 'windows' } {
  return {
    version: app.getVersion(),
    electron: process.versions.electron,
    platform: platformName(),
  }
}

function platformName(): 'linux' | 'mac' | 'windows' {
  if (process.platform === 'darwin') return 'mac'
  return process.platform === 'win32' ? 'windows' : 'linux'
}
