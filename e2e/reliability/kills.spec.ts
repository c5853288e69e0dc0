import { setTimeout } from 'node:timers/promises'
import type { App, Fixtures } from '../app'
import { expect, test } from '../app'
import { runAssay } from '../command-line'
import { workbench } from '../window/workbench'
import { tries } from './counts'
import type { ExpectedStates } from './expected-states'
import { expectedStates, hashOfMarks } from './expected-states'
import { brokenFilesIn, countRecords, marksIn, readAllScript, temporariesIn } from './found-state'
import { noteResult } from './note-result'

/** Kills of the whole program; every second time its window or a helper process was killed before. */
const kills = tries(40, 500)
/** Side by side, one for each of two processor cores. */
const lanes = 2
/** Longest time in a stream of edits after which a kill comes. */
const latestKillMs = 400
/** A project that was killed is on the screen again within this, as a rule, also on a crowded machine. */
const reopenedMs = 15_000

const articles = ['alder.txt', 'birch.txt']
const types = ['claim', 'quote', 'figure']

/** 400 different words, so that every edit of a stream is told from every other. */
const wordsOf = (article: string): string[] =>
  Array.from({ length: 400 }, (_, index) => `${article.slice(0, 5)}${index + 1}`)

type Lane = {
  readonly project: string
  readonly states: ExpectedStates
  /** Records that were there before the first edit: importing, and who annotates here. */
  firstRecords: number | undefined
  /** Number of the newest state that the window called saved. */
  acknowledged: number
  /** When each state that is not acknowledged yet was sent. */
  sentAt: number[]
}

for (let lane = 0; lane < lanes; lane += 1)
  test(`kills of the program and its processes at random moments lose nothing that was called saved (${lane + 1} of ${lanes})`, async ({
    launch,
    folder,
    projectWith,
  }) => {
    const count = Math.ceil(kills / lanes)
    test.setTimeout(count * 12_000)
    const files = Object.fromEntries(articles.map(name => [name, wordsOf(name).join(' ')]))
    const project = projectWith(files)
    const states = expectedStates()
    const state: Lane = {
      project,
      states,
      firstRecords: undefined,
      acknowledged: 0,
      sentAt: [],
    }
    const openings: number[] = []
    const killed = { main: 0, window: 0, utility: 0, graphics: 0 }
    let userData: string | undefined
    for (let round = 0; round < count; round += 1) {
      const { app, openedMs } = await reopen(launch, state, userData)
      userData = app.userData
      openings.push(openedMs)
      const isWindowKilled = round % 2 === 1
      if (isWindowKilled) {
        await killWindow(app, state)
        killed.window += 1
      } else {
        const helper = round % 4 === 0 ? 'utility' : 'graphics'
        await Promise.all([stream(app, state, latestKillMs), killHelper(app, helper)])
        killed[helper] += 1
      }
      await killMain(
        app,
        state,
        isWindowKilled ? 'at once' : (['edits', 'leaving', 'closing'] as const)[(round / 2) % 3],
      )
      killed.main += 1
      // A killed program leaves whole files only, each old or new.
      expect(brokenFilesIn(project)).toEqual([])
    }
    const { app, openedMs } = await reopen(launch, state, userData)
    openings.push(openedMs)
    await app.close()
    expect(runAssay(['check', project], folder)).toMatchObject({ ok: true })
    noteResult({
      test: 'Kills at random moments',
      count: killed.main,
      found:
        '{main} kills of the program, {window} of the window’s process, {utility} of the network’s, {graphics} of the graphics’; {edits} edits; 0 corrupt, 0 acknowledged lost, no temporary file left after reopening; on screen again in {median openedMs} ms (median), {worst openedMs} ms (worst)',
      figures: { ...killed, edits: state.states.last() },
      samples: { openedMs: openings },
    })
    const usual = openings.sort((a, b) => a - b)[openings.length >> 1] ?? 0
    expect(usual).toBeLessThan(reopenedMs)
  })

/** Open the project in the real program and hold what it shows against what may be there. */
async function reopen(
  launch: Fixtures['launch'],
  lane: Lane,
  userData: string | undefined,
): Promise<{ app: App; openedMs: number }> {
  const begun = performance.now()
  const app = await launch({
    args: ['--disable-gpu', lane.project],
    ...(userData === undefined ? {} : { userData }),
  })
  await workbench(app.page).isReady()
  const openedMs = performance.now() - begun
  checkState(lane, await app.page.evaluate(readAllScript))
  expect(temporariesIn(lane.project), 'temporary files after reopening').toEqual([])
  return { app, openedMs }
}

/** The state on the disk is one of those that may be there, by number and by hash; go on from it. */
function checkState(lane: Lane, readings: unknown): void {
  const { states } = lane
  lane.firstRecords ??= countRecords(lane.project)
  const number = countRecords(lane.project) - lane.firstRecords
  expect(number, 'an acknowledged edit is lost').toBeGreaterThanOrEqual(lane.acknowledged)
  expect(number, 'an edit that nobody made').toBeLessThanOrEqual(states.last())
  expect(hashOfMarks(marksIn(readings as string[])), `state ${number} is corrupt`).toBe(
    states.hashOf(number),
  )
  states.goBackTo(number)
  lane.acknowledged = number
  lane.sentAt = []
}

/** Tag word after word, and take one back now and then, until `ms` are over or the window is gone. */
async function stream(app: App, lane: Lane, ms: number): Promise<void> {
  const { keyboard } = app.page
  const article = await app.page.getByRole('textbox', { name: /^Text of / }).innerText()
  const name = articles.find(candidate => article.includes(candidate.slice(0, 5))) ?? ''
  const words = wordsOf(name)
  await keyboard.press('ControlOrMeta+Home')
  const end = performance.now() + ms
  for (let index = 0; performance.now() < end && index < words.length; index += 1) {
    await keyboard.press('ControlOrMeta+Shift+ArrowRight')
    const kind = index % types.length
    lane.states.tag({ article: name, type: types[kind] ?? '', words: words[index] ?? '' })
    lane.sentAt[lane.states.last()] = performance.now()
    await keyboard.press(String(kind + 1))
    if (index % 5 === 4) {
      lane.states.undo()
      lane.sentAt[lane.states.last()] = performance.now()
      await keyboard.press('ControlOrMeta+z')
    }
    await noteSaved(app, lane)
  }
}

/** What the window calls saved must be on the disk from now on. */
async function noteSaved(app: App, lane: Lane): Promise<void> {
  const sent = lane.states.last()
  const word = await app.page.evaluate(
    () => document.querySelector<HTMLElement>('[aria-label="Save state"]')?.innerText,
  )
  if (word === 'Saved') lane.acknowledged = sent
}

/** Run edits into a kill that comes at a random moment; `kill` resolves when it has happened. */
async function intoKill(app: App, lane: Lane, kill: () => Promise<void>): Promise<void> {
  let isKilled = false
  const streaming = stream(app, lane, 10_000).catch((error: unknown) => {
    if (!isKilled) throw error
  })
  await setTimeout(Math.random() * latestKillMs)
  isKilled = true
  await kill()
  await streaming
}

async function killMain(
  app: App,
  lane: Lane,
  during: 'edits' | 'leaving' | 'closing' | 'at once' | undefined,
): Promise<void> {
  if (during === 'edits') return intoKill(app, lane, app.kill)
  if (during === 'leaving') {
    // Snapshots of the article that is left are written beside this.
    await app.page.keyboard.press('Alt+PageDown')
    await setTimeout(Math.random() * 60)
  }
  if (during === 'closing') {
    await app.electron.evaluate(({ BrowserWindow }) => {
      setImmediate(() => {
        for (const window of BrowserWindow.getAllWindows()) window.close()
      })
    })
    await setTimeout(Math.random() * 120)
    app.end()
    return
  }
  await app.kill()
}

/** Kill the window's process in a stream of edits: it comes back with everything that was acknowledged. */
async function killWindow(app: App, lane: Lane): Promise<void> {
  const pid = await processOf(app, 'Tab')
  const crashed = app.page.waitForEvent('crash')
  let killedAt = 0
  await intoKill(app, lane, async () => {
    killedAt = performance.now()
    process.kill(pid, 'SIGKILL')
    await crashed
  })
  let readings: unknown
  await expect(async () => {
    readings = await app.electron.evaluate(async ({ webContents }, script) => {
      const [contents] = webContents.getAllWebContents()
      if (contents === undefined || contents.isCrashed()) throw new Error('no window yet')
      const hasText: unknown = await contents.executeJavaScript(
        'document.querySelector("[role=textbox][aria-label^=Text]") !== null',
      )
      if (hasText !== true) throw new Error('no text yet')
      const all: unknown = await contents.executeJavaScript(script)
      return all
    }, readAllScript)
  }).toPass({ timeout: 15_000, intervals: [50] })
  const number = countRecords(lane.project) - (lane.firstRecords ?? 0)
  const lostSince = lane.sentAt[number + 1]
  if (lostSince !== undefined) expect(killedAt - lostSince).toBeLessThan(1000)
  checkState(lane, readings)
}

/** Kill the process of the network service or of the graphics; neither holds anything of anybody's work. */
async function killHelper(app: App, helper: 'utility' | 'graphics'): Promise<void> {
  const pid = await processOf(app, helper === 'utility' ? 'Utility' : 'GPU')
  await setTimeout(Math.random() * latestKillMs)
  process.kill(pid, 'SIGKILL')
}

async function processOf(app: App, type: string): Promise<number> {
  const pid = await app.electron.evaluate(
    ({ app: program }, wanted) => program.getAppMetrics().find(({ type }) => type === wanted)?.pid,
    type,
  )
  if (pid === undefined) throw new Error(`No process of kind ${type}`)
  return pid
}
