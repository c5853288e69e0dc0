import type { Page } from '@playwright/test'
import type { App } from '../e2e/app'
import type { WorkMeter } from './work-meter'
import { workMeter } from './work-meter'

/** A page with nothing but a long text, for what the browser itself takes on this machine. */
export type BarePage = {
  readonly meter: WorkMeter
  /** Puts an element around some words on the screen, others each time, and waits for the frame after. */
  readonly wrapWords: () => Promise<unknown>
  readonly close: () => Promise<void>
}

/** Of a paragraph; every second one stands in an element from the beginning, as a text that is annotated would have them. */
const pieces = 8

/** Opens a window of `app` on `characters` letters in sections that are laid out when they are near, as Assay's own are. */
export async function openBarePage(app: App, characters: number): Promise<BarePage> {
  const opened = app.electron.waitForEvent('window')
  await app.electron.evaluate(({ BrowserWindow }) => {
    void new BrowserWindow({ width: 1280, height: 800 }).loadURL('data:text/html,<main></main>')
  })
  const page = await opened
  await page.waitForSelector('main', { state: 'attached' })
  await fill(page, Math.ceil(characters / (pieces * 50 * 20)))
  await page.waitForTimeout(1000)
  const meter = await workMeter(page)
  let turn = 0
  return {
    meter,
    wrapWords: () => page.evaluate(wrap, (turn += 1)),
    close: () => page.close(),
  }
}

async function fill(page: Page, sections: number): Promise<void> {
  await page.evaluate(
    ({ sections, pieces }) => {
      const style = document.createElement('style')
      style.textContent = `main { width: 640px; margin: auto; font: 18px/1.6 serif }
        section { content-visibility: auto; contain-intrinsic-size: auto 3000px }
        span { background: rgb(255 220 0 / 40%) }`
      document.head.append(style)
      const words = 'the harbour office counted thirty ships and a ferry that came back at night'
      for (let section = 0; section < sections; section += 1) {
        const element = document.createElement('section')
        for (let paragraph = 0; paragraph < 20; paragraph += 1) {
          const text = document.createElement('p')
          for (let piece = 0; piece < pieces; piece += 1) {
            const from = (7 * (section + paragraph + piece)) % 24
            const part = `${words.slice(from, from + 49)} `
            if (piece % 2 === 0) {
              text.append(part)
              continue
            }
            const mark = document.createElement('span')
            mark.textContent = part
            text.append(mark)
          }
          element.append(text)
        }
        document.querySelector('main')?.append(element)
      }
    },
    { sections, pieces },
  )
}

function wrap(turn: number): Promise<void> {
  return new Promise(resolve => {
    requestAnimationFrame(() => {
      const texts = [...document.querySelectorAll('section:first-child p')]
        .slice(0, 4)
        .flatMap(paragraph => [...paragraph.childNodes])
        .filter((node): node is Text => node instanceof Text && node.length > 12)
      const words = texts[(7 * turn) % texts.length]
      if (words === undefined) throw new Error('No words are left to wrap')
      const range = new Range()
      range.setStart(words, 2)
      range.setEnd(words, 10)
      range.surroundContents(document.createElement('span'))
      resolve()
    })
  })
}
