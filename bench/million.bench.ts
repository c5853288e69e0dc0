import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { test } from '@playwright/test'
import { launchApp } from '../e2e/app'
import { workbench } from '../e2e/window/workbench'
import { madeUpProject } from './made-up-project'
import type { Row } from './table'
import { isSmoke, percentile, report } from './table'

/*
 * How long does a project of a million annotations take to open, and the first edit in it? Opening is from
 * the start of the program to an article on the screen; its floor is a project with one such article. The
 * first edit is from the key to the frame that shows the card, and to the word “Saved”.
 */
const each = isSmoke
  ? { characters: 2_000, annotations: 20 }
  : { characters: 20_000, annotations: 1000 }
const articles = isSmoke ? 5 : 1000
const rounds = isSmoke ? 1 : 3

type Times = { readonly shown: number; readonly saved: number }
type Figures = { readonly open: number[]; readonly shown: number[]; readonly saved: number[] }

test('opening a million annotations', async () => {
  if (!isSmoke) test.setTimeout(30 * 60_000)
  const many = await madeOnce(articles)
  const one = await made(1)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-bench-'))
  try {
    const [large, small]: [Figures, Figures] = [noFigures(), noFigures()]
    for (let round = 0; round < rounds; round += 1) {
      await measure(folder, many.folder, large)
      await measure(folder, one.folder, small)
    }
    const copied = noFigures()
    touchAll(path.join(many.folder, 'annotations'))
    await measure(folder, many.folder, copied)
    // The index is a cache: what it costs when it is gone.
    const anew = noFigures()
    fs.rmSync(path.join(many.folder, '.assay', 'index.json'))
    await measure(folder, many.folder, anew)
    const count = (articles * each.annotations).toLocaleString('en')
    report('million', [
      row(`open ${count} annotations`, large.open, small.open, 8000),
      row('first edit, key to card', large.shown, small.shown, 100),
      row('first edit, key to saved', large.saved, small.saved, 150),
      row('open once after it was copied', copied.open, small.open, 8000),
      row('open once without the index', anew.open, small.open, NaN),
    ])
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
    many.remove()
    one.remove()
  }
})

function noFigures(): Figures {
  return { open: [], shown: [], saved: [] }
}

function row(what: string, values: number[], floor: number[], target: number): Row {
  return {
    what,
    'p50 ms': percentile(values, 50),
    'worst ms': percentile(values, 100),
    'floor p50 ms': percentile(floor, 50),
    'ratio p50': percentile(values, 50) / percentile(floor, 50),
    ...(Number.isNaN(target) ? {} : { 'target ms': target }),
  }
}

/** Making it takes two minutes: `ASSAY_MILLION` names a project of an earlier run, made by this and kept. */
async function madeOnce(count: number): Promise<{ folder: string; remove: () => void }> {
  const kept = process.env['ASSAY_MILLION']
  if (kept !== undefined && fs.existsSync(kept)) return { folder: kept, remove: () => undefined }
  const project = await made(count)
  if (kept === undefined) return project
  fs.cpSync(project.folder, kept, { recursive: true, preserveTimestamps: true })
  project.remove()
  return { folder: kept, remove: () => undefined }
}

async function made(count: number): Promise<{ folder: string; remove: () => void }> {
  const { project, store } = await madeUpProject(Array.from({ length: count }, () => each))
  await store.close()
  return project
}

/** As a copy of the project has them: other times for the same bytes. */
function touchAll(folder: string): void {
  const now = new Date()
  for (const name of fs.readdirSync(folder)) fs.utimesSync(path.join(folder, name), now, now)
}

async function measure(folder: string, project: string, figures: Figures): Promise<void> {
  const begun = performance.now()
  const app = await launchApp(folder, { args: [project] })
  try {
    // Longer than any other test waits: without its index a project takes its time.
    await workbench(app.page).text.waitFor({ timeout: 120_000 })
    await workbench(app.page).text.focus()
    figures.open.push(performance.now() - begun)
    const { shown, saved } = await firstEdit(app.page)
    figures.shown.push(shown)
    figures.saved.push(saved)
  } finally {
    await app.close()
  }
}

/** Tag the first words as soon as the article is there; milliseconds from the key. */
async function firstEdit(page: Page): Promise<Times> {
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
  await page.evaluate(() => {
    const save = document.querySelector<HTMLElement>('[aria-label="Save state"]')
    const cards = document.querySelector('section[aria-label="Annotations"]')
    if (save === null || cards === null) throw new Error('The window has no cards')
    const frame = (): Promise<number> => new Promise(requestAnimationFrame)
    /** Resolves after the first frame in which `isIt` holds. */
    const drawn = async (isIt: () => boolean): Promise<number> => {
      do await frame()
      while (!isIt())
      await new Promise(resolve => setTimeout(resolve))
      return performance.now()
    }
    // By name, not by number: in a dense text the last card goes when one more comes.
    const ids = (): (string | null)[] =>
      [...cards.querySelectorAll('[data-annotation]')].map(card =>
        card.getAttribute('data-annotation'),
      )
    const before = new Set(ids())
    const isShown = (): boolean => ids().some(id => !before.has(id))
    const times = new Promise<Times>(resolve => {
      const onKey = async (start: number): Promise<void> => {
        const all = [
          drawn(isShown),
          // Both words are there; one of them is seen. Before the edit it is Saved, too.
          drawn(() => isShown() && save.innerText === 'Saved'),
        ] as const
        const [shown, saved] = await Promise.all(all)
        resolve({ shown: shown - start, saved: saved - start })
      }
      const listen = (event: KeyboardEvent): void => {
        if (event.key === '1') void onKey(performance.now())
      }
      addEventListener('keydown', listen, { capture: true })
    })
    Object.assign(globalThis, { times })
  })
  await page.keyboard.press('1')
  return page.evaluate(() => (globalThis as unknown as { times: Promise<Times> }).times)
}
