import { setTimeout } from 'node:timers/promises'
import type { Session } from 'electron'
import { app, BrowserWindow, session } from 'electron'
import { appAddress, appScheme, registerAppScheme, serveWindow } from '../../electron/app-scheme'
import {
  cancelRequests,
  denyWindows,
  keepCallsHome,
  silencingSwitches,
  stayOnPage,
  stopSpellChecker,
} from '../../electron/security'
import type { LayerName, LayerSample } from './layer-samples'

/** One window of a run: a page, and the one layer of the program that is on, if any. */
export type BareWindow = {
  readonly sample: LayerSample
  readonly layer: LayerName | undefined
  /** Folder that holds the page as `index.html`. */
  readonly folder: string
}

/** How long the pages get to reach out: by then each has, when nothing stops it. Milliseconds. */
const patienceMs = 2500

/**
 * A program with none of the layers that lock the network out, but for those it is told: the real
 * functions of the real program, each alone. The last word of the command line is the run, as JSON.
 */
const windows = JSON.parse(process.argv.at(-1) ?? '[]') as readonly BareWindow[]

for (const { layer = '' } of windows) {
  const value = silencingSwitches[layer]
  if (value !== undefined) app.commandLine.appendSwitch(layer, value)
}
registerAppScheme()
// Not awaited at the top level: the program is not ready before this module is through.
void app.whenReady().then(async () => {
  for (const [index, bare] of windows.entries()) await openBare(bare, `window-${String(index)}`)
  await setTimeout(patienceMs)
  app.exit(0)
})

async function openBare({ sample, layer, folder }: BareWindow, name: string): Promise<void> {
  const own = session.fromPartition(name)
  if (layer === 'content policy') serveWindow(own, folder)
  else serveUnguarded(own, sample.html)
  if (layer === 'cancelled requests') cancelRequests(own)
  if (layer === 'no spell checker') stopSpellChecker(own)
  const window = new BrowserWindow({
    show: false,
    // Off where it is not the subject: every window would ask for the same dictionary.
    webPreferences: {
      session: own,
      sandbox: true,
      spellcheck: sample.layer === 'no spell checker',
    },
  })
  if (layer === 'no navigation') stayOnPage(window.webContents)
  if (layer === 'no windows') denyWindows(window.webContents)
  if (layer === 'calls kept home') keepCallsHome(window.webContents)
  // A page that leaves at once ends its own loading with an error, which is what it is here for.
  await window.loadURL(appAddress()).catch(() => undefined)
}

/** The page without the policy that the program serves its own with. */
function serveUnguarded(own: Session, html: string): void {
  own.protocol.handle(
    appScheme,
    () => new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }),
  )
}
