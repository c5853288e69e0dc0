import { BrowserWindow, session } from 'electron'
import { appScheme } from './app-scheme'
import type { Printer } from './export/print-pieces'
import { fail, succeed } from '../shared/outcome/result'

const address = `${appScheme}://print/page`

/** The number of each page below it, quiet as the notes. */
const pageNumber =
  '<div style="width:100%;font:7pt sans-serif;text-align:center;color:#625e57"><span class="pageNumber"></span> / <span class="totalPages"></span></div>'

/**
 * A printer that shows a page in a window nobody sees and lets Chromium make a PDF of it. The window runs
 * no script, has nothing of the program's, and its session reaches nothing but the one page, from memory.
 */
export function openWindowPrinter(): Printer {
  let page = ''
  const ownSession = session.fromPartition(`print-${Date.now()}`)
  ownSession.webRequest.onBeforeRequest((details, respond) => {
    respond({ cancel: details.url !== address })
  })
  ownSession.protocol.handle(
    appScheme,
    () => new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }),
  )
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: ownSession,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  return {
    print: async given => {
      page = given
      try {
        await window.loadURL(address)
        const pdf = await window.webContents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
          displayHeaderFooter: true,
          headerTemplate: '<span></span>',
          footerTemplate: pageNumber,
        })
        return succeed(new Uint8Array(pdf))
      } catch (error) {
        return fail(
          'not-saved',
          `could not be printed (${String(error)}). Export the articles as web pages instead and print them from a browser.`,
        )
      }
    },
    close: () => {
      if (!window.isDestroyed()) window.destroy()
    },
  }
}
