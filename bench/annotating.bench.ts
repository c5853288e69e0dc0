import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { test } from '@playwright/test'
import type { App } from '../e2e/app'
import { expect, launchApp } from '../e2e/app'
import { workbench } from '../e2e/window/workbench'
import { openBarePage } from './bare-page'
import { madeUpProject } from './made-up-project'
import type { Row } from './table'
import { isSmoke, percentile, report } from './table'
import { isSaved, workMeter } from './work-meter'

/*
 * What an annotator does over and over, in an article with 10,000 annotations, with each of the panels
 * beside the text (they share one place): the processor time of the main thread in the 150 ms from the
 * key or the mouse on, less that of a key which does nothing; and beside it what a page takes that has the
 * text alone, because one machine is not like another. What only follows when the keys rest is not in these
 * 150 ms, so adding is measured once more with a rest after it.
 */
const large = isSmoke
  ? { characters: 50_000, annotations: 500 }
  : { characters: 1_000_000, annotations: 10_000 }
const rounds = isSmoke ? 2 : 40
/** Rounds before those that are measured: the first of a session run their code for the first time. */
const warmUp = isSmoke ? 1 : 6

/** From a key until what follows when the keys rest has been drawn, in milliseconds. */
const withRestMs = 600

type Figures = Map<string, number[]>

test('annotating with panels open', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-bench-'))
  const { project, store } = await madeUpProject([large])
  await store.close()
  const app = await launchApp(folder, { args: [project.folder] })
  const { page } = app
  try {
    await workbench(page).isReady()
    const rows = await measureAnnotating(page, 'cards')
    await page.getByRole('button', { name: /^Sources/ }).click()
    rows.push(...(await measureAnnotating(page, 'sources')))
    await page.getByRole('button', { name: /^List of annotations/ }).click()
    rows.push(...(await measureAnnotating(page, 'list')))
    rows.push(...(await measureFiltering(page)))
    report('annotating', comparedWith(await measureBarePage(app), rows))
  } finally {
    await app.close()
    fs.rmSync(folder, { recursive: true, force: true })
    project.remove()
  }
})

/** Adds, moves an end, removes and hovers, in turns, so that a busy moment meets all of them. */
async function measureAnnotating(page: Page, panels: string): Promise<Row[]> {
  const window = workbench(page)
  const meter = await workMeter(page)
  const figures: Figures = new Map()
  const measure = async (what: string, act: () => Promise<unknown>): Promise<void> => {
    const known = figures.get(what) ?? []
    figures.set(what, [...known, await meter.after(act)])
  }
  const key = (name: string) => () => page.keyboard.press(name)
  await window.text.focus()
  await page.keyboard.press('ControlOrMeta+Home')
  for (let line = 0; line < 30; line += 1) await page.keyboard.press('ArrowDown')
  await page.waitForTimeout(1000)
  for (let round = -warmUp; round < rounds; round += 1) {
    if (round === 0) figures.clear()
    await page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
    await page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
    await page.waitForTimeout(120)
    await measure('nothing', key('Shift'))
    await measure('add', key(String(1 + ((round + warmUp) % 3))))
    await isSaved(page)
    await page.keyboard.press('e')
    await page.waitForTimeout(120)
    await measure('move an end by a character', key('ArrowRight'))
    await measure('keep the end', key('Enter'))
    await isSaved(page)
    await measure('remove', key('Delete'))
    await expect(window.answer).toContainText('Deleted')
    await isSaved(page)
    const mark = await markToHover(page, round)
    await measure('hover', () => page.mouse.move(mark.x, mark.y))
    await page.keyboard.press('ArrowRight')
  }
  return [...rowsOf(figures, panels), ...(await measureWithRest(page, panels))]
}

/** Adds and rests, removes it, and adds again further on. */
async function measureWithRest(page: Page, panels: string): Promise<Row[]> {
  const meter = await workMeter(page)
  const figures: Figures = new Map([
    ['nothing', []],
    ['add and rest', []],
  ])
  for (let round = 0; round < rounds / 5; round += 1) {
    await page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
    await page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
    await page.waitForTimeout(withRestMs)
    const key = (name: string) => meter.after(() => page.keyboard.press(name), withRestMs)
    figures.get('nothing')?.push(await key('Shift'))
    figures.get('add and rest')?.push(await key(String(1 + (round % 3))))
    await page.keyboard.press('Delete')
    await isSaved(page)
    await page.keyboard.press('ArrowRight')
  }
  // Without a target: the part that waits is drawn while nobody does anything.
  return rowsOf(figures, panels).map(row => ({ ...row, 'target ms': '' }))
}

/** The middle of one of the marks on the screen, another one each time. */
async function markToHover(
  page: Page,
  round: number,
): Promise<{ readonly x: number; readonly y: number }> {
  const places = await page.evaluate(() =>
    [...document.querySelectorAll('.mark')]
      .map(mark => mark.getBoundingClientRect())
      // On one line, so that its middle is on its words.
      .filter(({ height, width }) => height < 40 && width > 4)
      .filter(({ top, bottom }) => top > 150 && bottom < innerHeight - 150)
      .map(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 })),
  )
  const place = places[((round + warmUp) * 7) % places.length]
  if (place === undefined) throw new Error('No mark is on the screen')
  return place
}

/** Types a word into the filter of the list, letter by letter, and clears it. */
async function measureFiltering(page: Page): Promise<Row[]> {
  const meter = await workMeter(page)
  await page.getByRole('searchbox', { name: 'Filter the annotations' }).focus()
  const figures: Figures = new Map([
    ['nothing', []],
    ['filter, a letter', []],
  ])
  for (let round = -warmUp; round < rounds / 4; round += 1) {
    if (round === 0) for (const known of figures.values()) known.length = 0
    for (const letter of 'harb') {
      figures.get('nothing')?.push(await meter.after(() => page.keyboard.press('Shift')))
      figures.get('filter, a letter')?.push(await meter.after(() => page.keyboard.press(letter)))
    }
    // As a person clears it; looked for by its role, it would leave something to clear in the next figure.
    await page.keyboard.press('Escape')
    await page.waitForTimeout(150)
  }
  return rowsOf(figures, 'list')
}

/** What the browser takes for an element around a few words of a text as long, in a page with nothing else. */
async function measureBarePage(app: App): Promise<Row> {
  const bare = await openBarePage(app, large.characters)
  const nothing: number[] = []
  const work: number[] = []
  for (let round = -warmUp; round < rounds; round += 1) {
    const idle = await bare.meter.after(() => Promise.resolve())
    const wrapped = await bare.meter.after(bare.wrapWords)
    if (round < 0) continue
    nothing.push(idle)
    work.push(wrapped)
  }
  await bare.close()
  const [row] = rowsOf(
    new Map([
      ['nothing', nothing],
      ['words wrapped in a bare page', work],
    ]),
    '',
  )
  if (row === undefined) throw new Error('A bare page was measured')
  return row
}

function comparedWith(bare: Row, rows: readonly Row[]): Row[] {
  return [bare, ...rows].map(row => ({
    ...row,
    'p50 to the bare page': Number(row['p50 ms']) / Number(bare['p50 ms']),
  }))
}

function rowsOf(figures: Figures, panels: string): Row[] {
  const floor = percentile(figures.get('nothing') ?? [], 50)
  return [...figures]
    .filter(([what]) => what !== 'nothing')
    .map(([what, work]) => ({
      what,
      open: panels,
      'p50 ms': percentile(work, 50) - floor,
      'p95 ms': percentile(work, 95) - floor,
      'floor p50 ms': floor,
      'target ms': 8,
    }))
}
