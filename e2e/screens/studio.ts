import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type { App, Launch } from '../app'
import { launchApp, test as base } from '../app'
import { startScreen } from '../window/start-screen'
import type { Workbench } from '../window/workbench'
import { workbench } from '../window/workbench'
import { annotateSample } from './annotate-sample'
import type { ScreenName } from './screens'
import { papersOf, pictureOf } from './screens'
import { writePage } from './write-page'

const pictures = path.join(import.meta.dirname, '..', '..', 'docs', 'screens')

/** An hour of the sample's world: no picture shows the day on which it was made. */
const hour = Date.parse('2031-03-19T09:30:00Z')

type Shown = { readonly app: App; readonly page: Page; readonly window: Workbench }

type Studio = {
  /** A window of the annotator Ada on nothing, or on the words given. */
  readonly open: (options?: Launch) => Promise<Shown>
  /** A window on a copy of the annotated sample project; the words of its title choose an article. */
  readonly openSample: (options?: Launch) => Promise<Shown & { readonly project: string }>
  /** A settings folder whose annotator is Ada, with more settings beside. */
  readonly settings: (more?: object) => string
}

export const test = base.extend<{ readonly studio: Studio }, { readonly sample: string }>({
  sample: [
    async ({}, use) => {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-screens-'))
      const userData = writeSettings(folder, {})
      const app = await launchApp(folder, { userData })
      try {
        await setClock(app)
        await startScreen(app.page).openSample()
        await annotateSample(workbench(app.page))
        await app.close()
        await use(path.join(userData, 'sample-project'))
      } finally {
        app.end()
        fs.rmSync(folder, { recursive: true, force: true })
        writePage()
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  studio: async ({ folder, launch, sample }, use) => {
    const settings: Studio['settings'] = more => writeSettings(folder, more ?? {})
    const open = async (options: Launch = {}): Promise<Shown> => {
      const app = await launch({ userData: settings(), ...options })
      await setClock(app)
      await calm(app.page)
      return { app, page: app.page, window: workbench(app.page) }
    }
    await use({
      settings,
      open,
      openSample: async options => {
        const project = path.join(folder, 'The Oravna flood')
        fs.cpSync(sample, project, { recursive: true })
        const shown = await open({ ...options, args: [project] })
        await shown.window.isReady()
        return { ...shown, project }
      },
    })
  },
})

function writeSettings(folder: string, more: object): string {
  const userData = fs.mkdtempSync(path.join(folder, 'settings-'))
  const annotator = { id: '01950000-0000-7000-8000-000000000001', name: 'Ada Winter' }
  const preferences = { theme: 'light' }
  const content = { annotator, instance: 'a1b2c3d4', preferences, ...more }
  fs.writeFileSync(path.join(userData, 'config.json'), JSON.stringify(content))
  return userData
}

/** Let the program and its window believe in the hour of the sample. */
async function setClock(app: App): Promise<void> {
  const shift = `{
    const Real = Date, ahead = ${hour} - Real.now()
    globalThis.Date = class extends Real {
      constructor(...given) { given.length === 0 ? super(Real.now() + ahead) : super(...given) }
      static now() { return Real.now() + ahead }
    }
  }`
  await app.electron.evaluate((_, code) => {
    process.getBuiltinModule('node:vm').runInThisContext(code)
  }, shift)
  await app.page.evaluate(shift)
}

/** No caret that blinks, nothing on its way. */
async function calm(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { caret-color: transparent !important; transition: none !important }')
    document.adoptedStyleSheets.push(sheet)
  })
}

/** Take a picture of the window as it is now, with what follows once the keys rest, on each of its papers. */
export async function shoot(page: Page, name: ScreenName): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  for (const paper of papersOf(name)) {
    await page.evaluate(async shown => {
      document.documentElement.dataset['theme'] = shown
      await document.fonts.ready
      await new Promise(resolve => setTimeout(resolve, 400))
    }, paper)
    const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 50 })
    fs.writeFileSync(path.join(pictures, pictureOf(name, paper)), Buffer.from(data, 'base64'))
  }
  await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'light'
  })
  await devtools.detach()
}

export { expect } from '@playwright/test'
