import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { ElectronApplication, Page } from '@playwright/test'
import { _electron, test as base } from '@playwright/test'
import { runAssay } from './command-line'

/** Root of the checkout. */
export const checkout = path.dirname(import.meta.dirname)

export type Launch = {
  /** Words after the app's folder: a project, or `--sample`. */
  readonly args?: readonly string[]
  /** Settings folder; a fresh one when none is given. */
  readonly userData?: string
  /** Chromium's sandbox, which needs an ordinary user: Playwright leaves it off otherwise. */
  readonly hasSandbox?: boolean
  readonly size?: { readonly width: number; readonly height: number }
}

/** The running program and its one window. */
export type App = {
  readonly electron: ElectronApplication
  readonly page: Page
  readonly userData: string
  /** Answer the next folder or file dialogs with this path, as if the user had chosen it. */
  readonly answerDialogs: (chosen: string | readonly string[]) => Promise<void>
  /** Close the window as a user does and wait until the program has ended. */
  readonly close: () => Promise<void>
  /** SIGKILL: nothing gets a chance to be written. */
  readonly kill: () => Promise<void>
  /** The same for what may have ended already. */
  readonly end: () => void
}

/** Start the built app as a user would, with settings of its own. */
export async function launchApp(folder: string, options: Launch = {}): Promise<App> {
  const userData = options.userData ?? fs.mkdtempSync(path.join(folder, 'settings-'))
  const electron = await _electron.launch({
    args: [checkout, `--user-data-dir=${userData}`, ...(options.args ?? [])],
    cwd: folder,
    env: { ...inheritedEnvironment(), LANG: 'C.UTF-8', TZ: 'UTC' },
    timeout: 30_000,
    ...(options.hasSandbox === true ? { chromiumSandbox: true } : {}),
  })
  const page = await electron.firstWindow()
  // Asked for now: once the program has ended, Playwright has forgotten it.
  const program = electron.process()
  const { width, height } = options.size ?? { width: 1440, height: 900 }
  await electron.evaluate(
    ({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height)
    },
    { width, height },
  )
  return {
    electron,
    page,
    userData,
    answerDialogs: chosen => answerDialogs(electron, [chosen].flat()),
    close: () => electron.close(),
    kill: async () => {
      const closed = electron.waitForEvent('close')
      program.kill('SIGKILL')
      await closed
    },
    end: () => {
      killWithChildren(program.pid)
    },
  }
}

/** Playwright starts the program as the leader of a group, which its own processes stay in. */
function killWithChildren(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Processes that were killed may write on for a moment: what they write then is removed, too. */
async function removeFolder(folder: string): Promise<void> {
  const patient = Date.now() + 5000
  for (;;)
    try {
      fs.rmSync(folder, { recursive: true, force: true })
      return
    } catch (error) {
      if (Date.now() > patient) throw error
      await setTimeout(50)
    }
}

/** Playwright attaches through the inspector; nothing of the test runner's own may leak in. */
function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) =>
      value === undefined || key.startsWith('NODE_') ? [] : [[key, value]],
    ),
  )
}

async function answerDialogs(
  electron: ElectronApplication,
  paths: readonly string[],
): Promise<void> {
  await electron.evaluate(({ dialog }, chosen) => {
    const [first = ''] = chosen
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...chosen] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: first })
  }, paths)
}

export type Fixtures = {
  /** An empty folder for this test alone, removed afterwards. */
  readonly folder: string
  /** Starts the app; every app a test started is ended with it. */
  readonly launch: (options?: Launch) => Promise<App>
  /** A new project with these files imported by the command line; gives its folder. */
  readonly projectWith: (files: Readonly<Record<string, string | Uint8Array>>) => string
}

export const test = base.extend<Fixtures>({
  folder: async ({}, use) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-e2e-'))
    await use(folder)
    await removeFolder(folder)
  },
  launch: async ({ folder }, use) => {
    const started: App[] = []
    await use(async options => {
      const app = await launchApp(folder, options)
      started.push(app)
      return app
    })
    for (const { end } of started) end()
  },
  projectWith: async ({ folder }, use) => {
    await use(files => {
      const project = path.join(folder, 'project')
      const inbox = path.join(folder, 'inbox')
      fs.mkdirSync(inbox)
      const names = Object.entries(files).map(([name, content]) => {
        fs.writeFileSync(path.join(inbox, name), content)
        return path.join(inbox, name)
      })
      runAssay(['new', project, '--name', 'Test project'], folder)
      if (names.length > 0) runAssay(['import', project, ...names], folder)
      return project
    })
  },
})

export { expect } from '@playwright/test'
