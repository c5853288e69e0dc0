import path from 'node:path'
import { BrowserWindow, dialog, nativeTheme } from 'electron'
import { appAddress } from './app-scheme'
import type { Settings } from './settings'

const smallest = { width: 900, height: 600 }
const usual = { width: 1440, height: 900 }

/** The one window, locked down; shown when its first frame is there, so that it never flashes white. */
export function createWindow(settings: Settings): BrowserWindow {
  const { isMaximized, ...bounds } = settings.bounds() ?? { ...usual, isMaximized: false }
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Assay',
    backgroundColor: paperColour(settings),
    webPreferences: {
      zoomFactor: settings.preferences().zoom,
      preload: path.join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      enableWebSQL: false,
      navigateOnDragDrop: false,
      // A page could have the system ask for a folder and write there; dialogs are opened by main alone.
      disableBlinkFeatures: 'FileSystemAccessLocal',
    },
  })
  // Chromium remembers a zoom of its own for the page: what the settings say counts.
  window.webContents.on('dom-ready', () => {
    window.webContents.setZoomFactor(settings.preferences().zoom)
  })
  if (isMaximized === true) window.maximize()
  window.once('ready-to-show', () => {
    window.show()
  })
  keepBounds(window, settings)
  askBeforeLosing(window)
  void window.loadURL(appAddress())
  return window
}

function paperColour(settings: Settings): string {
  const { theme } = settings.preferences()
  const isDark = theme === 'system' ? nativeTheme.shouldUseDarkColors : theme === 'dark'
  return isDark ? '#16171a' : '#fbfaf7'
}

function keepBounds(window: BrowserWindow, settings: Settings): void {
  window.on('close', () => {
    const { width, height } = window.getNormalBounds()
    settings.setBounds({ width, height, isMaximized: window.isMaximized() })
  })
}

/** How long the page gets to write its last edits and close by itself, before the user is asked. */
const patienceMs = 1000

/**
 * The page holds the window back while an edit is not on the disk. As a rule that takes some milliseconds
 * and the page then closes the window itself; when it does not, only the user may decide otherwise.
 */
function askBeforeLosing(window: BrowserWindow): void {
  let timer: NodeJS.Timeout | undefined
  window.webContents.on('will-prevent-unload', () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (!window.isDestroyed()) void askWhetherToLose(window)
    }, patienceMs)
  })
  window.on('closed', () => {
    clearTimeout(timer)
  })
}

async function askWhetherToLose(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'Your last edits are not saved yet.',
    detail:
      'They could not be written to the disk and exist only in this window. If you close it now, they are gone. Keep it open, and Assay goes on trying.',
    buttons: ['Keep the window open', 'Close and lose them'],
    defaultId: 0,
    cancelId: 0,
  })
  if (response === 1 && !window.isDestroyed()) window.destroy()
}
