import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { test } from '@playwright/test'
import type { App } from '../e2e/app'
import { launchApp } from '../e2e/app'
import { workbench } from '../e2e/window/workbench'
import { madeUpProject } from './made-up-project'
import type { Row } from './table'
import { isSmoke, percentile, report } from './table'
import { isSaved, untilPainted, workMeter } from './work-meter'

/*
 * Opening an article and tagging, in the real window. Opening is from the click to the frame after the
 * text is there with its marks, set against building the same text as bare paragraphs in the same window.
 * Tagging is work: the processor time of the main thread in all tasks that follow the key, less those that
 * follow a key which does nothing. Processor time, because other programs on the machine would count too.
 */
const small = { characters: 5_000, annotations: 0 }
const large = isSmoke
  ? { characters: 50_000, annotations: 500 }
  : { characters: 1_000_000, annotations: 10_000 }
const opens = isSmoke ? 2 : 12
const adds = isSmoke ? 3 : 100
/** Added before the others, and shown apart. */
const firstAdds = isSmoke ? 1 : 6

test('opening an article and adding an annotation', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-bench-'))
  const { project, store } = await madeUpProject([small, large, small])
  const titles = store.summaries().map(({ title }) => title)
  await store.close()
  const app = await launchApp(folder, { args: [project.folder] })
  try {
    await workbench(app.page).isReady()
    const rows: Row[] = [
      ...(await measureOpening(app.page, titles)),
      ...(await measureAdding(app, titles[1] ?? '')),
      ...(await measureScrolling(app.page)),
    ]
    report('window', rows)
  } finally {
    await app.close()
    fs.rmSync(folder, { recursive: true, force: true })
    project.remove()
  }
})

async function measureOpening(page: Page, titles: readonly string[]): Promise<Row[]> {
  const [first = '', big = '', last = ''] = titles
  const figures: Record<'small' | 'large' | 'bareSmall' | 'bareLarge', number[]> = {
    small: [],
    large: [],
    bareSmall: [],
    bareLarge: [],
  }
  const meter = await workMeter(page)
  const work: number[] = []
  for (let round = 0; round < opens; round += 1) {
    const before = await meter.total()
    figures.large.push(await openAndPaint(page, big))
    work.push((await meter.total()) - before)
    figures.bareLarge.push(await paintBare(page))
    figures.small.push(await openAndPaint(page, round % 2 === 0 ? last : first))
    figures.bareSmall.push(await paintBare(page))
  }
  const row = (what: string, values: number[], floor: number[], target: number): Row => ({
    what,
    'p50 ms': percentile(values, 50),
    'p95 ms': percentile(values, 95),
    'floor p50 ms': percentile(floor, 50),
    'ratio p50': percentile(values, 50) / percentile(floor, 50),
    'target ms': target,
  })
  const [firstTime = NaN, ...again] = figures.large
  return [
    row('open 5 KB', figures.small, figures.bareSmall, 40),
    row('open 1 MB, 10,000 annotations', again, figures.bareLarge, 80),
    row('the same for the first time since the start', [firstTime], figures.bareLarge, 80),
    row('main-thread work of opening it, cards and all', work, figures.bareLarge, 80),
  ]
}

/** Click the article in the list; milliseconds until the frame that shows its text and its marks has been drawn. */
async function openAndPaint(page: Page, title: string): Promise<number> {
  const milliseconds = await page.evaluate(async wanted => {
    const row = [...document.querySelectorAll('li[aria-label]')].find(
      item => item.getAttribute('aria-label') === wanted,
    )
    const button = row?.querySelector('button')
    if (!button) throw new Error(`No row for ${wanted}`)
    const start = performance.now()
    button.click()
    const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame)
    const isThere = (): boolean => {
      const text = document.querySelector('[role="textbox"][aria-label^="Text of"]')
      return text?.getAttribute('aria-label') === `Text of ${wanted}` && text.clientHeight > 0
    }
    while (!isThere()) await nextFrame()
    await nextFrame()
    await new Promise(resolve => {
      const channel = new MessageChannel()
      channel.port1.onmessage = resolve
      channel.port2.postMessage(undefined)
    })
    return performance.now() - start
  }, title)
  await page.waitForTimeout(300)
  return milliseconds
}

/** Build the text on screen again as bare paragraphs over everything else, and draw it. */
async function paintBare(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const paragraphs = [...document.querySelectorAll('[role="textbox"] p')].map(
      element => element.textContent,
    )
    const start = performance.now()
    const cover = document.createElement('div')
    cover.style.cssText = 'position:fixed;inset:0;overflow:auto;z-index:9999;background:white'
    for (const text of paragraphs) {
      const paragraph = document.createElement('p')
      paragraph.textContent = text
      cover.append(paragraph)
    }
    document.body.append(cover)
    await new Promise(requestAnimationFrame)
    await new Promise(resolve => {
      const channel = new MessageChannel()
      channel.port1.onmessage = resolve
      channel.port2.postMessage(undefined)
    })
    const milliseconds = performance.now() - start
    cover.remove()
    return milliseconds
  })
}

/**
 * Every other annotation is measured until its mark is painted, every other in all work of the 150 ms after
 * the key, so that neither way of measuring is in the figure of the other. The first of a session have a row
 * of their own: their code runs for the first time.
 */
async function measureAdding({ page }: App, title: string): Promise<Row[]> {
  const window = workbench(page)
  await window.openArticle(title)
  const meter = await workMeter(page)
  await page.keyboard.press('ControlOrMeta+Home')
  for (let line = 0; line < 30; line += 1) await page.keyboard.press('ArrowDown')
  await page.waitForTimeout(1000)
  const first: Figures = { floor: [], work: [] }
  const painted: Figures = { floor: [], work: [] }
  const all: Figures = { floor: [], work: [] }
  for (let round = -firstAdds; round < 2 * adds; round += 1) {
    await page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
    await page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
    await page.waitForTimeout(120)
    const key = ['1', '2', '3'][(round + firstAdds) % 3] ?? '1'
    const isAll = round < 0 || round % 2 === 1
    const figures = round < 0 ? first : isAll ? all : painted
    const measure = (pressed: string, isShown: 'one mark more' | 'a frame'): Promise<number> =>
      isAll
        ? meter.after(() => page.keyboard.press(pressed))
        : untilPainted(page, meter, pressed, isShown)
    figures.floor.push(await measure('Shift', 'a frame'))
    await page.waitForTimeout(50)
    figures.work.push(await measure(key, 'one mark more'))
    await isSaved(page)
    await page.keyboard.press('ArrowRight')
  }
  const among = large.annotations.toLocaleString('en')
  return [
    addedRow(`add to ${among}, until its mark is painted`, painted, 5),
    addedRow('the same, all main-thread work of the 150 ms after the key', all, 8),
    addedRow(`that of the first ${firstAdds} since the start`, first, 8),
  ]
}

type Figures = { readonly floor: number[]; readonly work: number[] }

function addedRow(what: string, { floor, work }: Figures, target: number): Row {
  const usual = percentile(floor, 50)
  return {
    what,
    'p50 ms': percentile(work, 50) - usual,
    'p95 ms': percentile(work, 95) - usual,
    'floor p50 ms': usual,
    'ratio p50': percentile(work, 50) / usual,
    'target ms': target,
  }
}

/** Scroll a screenful in small steps, one a frame, and time the frames. */
async function measureScrolling(page: Page): Promise<Row[]> {
  const frames = await page.evaluate(
    async count => {
      const scroller = document.querySelector('[data-scroll]')
      if (scroller === null) throw new Error('Nothing scrolls')
      const times: number[] = []
      let last = await new Promise<number>(requestAnimationFrame)
      for (let frame = 0; frame < count; frame += 1) {
        scroller.scrollTop += 100
        const now = await new Promise<number>(requestAnimationFrame)
        times.push(now - last)
        last = now
      }
      return times
    },
    isSmoke ? 20 : 400,
  )
  return [
    {
      what: 'scroll 100 px a frame (p99 in the p95 column)',
      'p50 ms': percentile(frames, 50),
      'p95 ms': percentile(frames, 99),
      'floor p50 ms': 1000 / 60,
      'ratio p50': percentile(frames, 50) / (1000 / 60),
      'target ms': 16.8,
    },
  ]
}
