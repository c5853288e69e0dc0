import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { CallName } from '../../shared/ipc/contract'
import { calls } from '../../shared/ipc/contract'
import type { App } from '../app'
import { expect, test } from '../app'
import { runAssay } from '../command-line'
import { readAnnotations, readArticles } from '../project-files'
import { trapsText } from '../traps'
import { workbench } from '../window/workbench'
import { isLong, tries } from './counts'
import type { Known } from './made-up-calls'
import { madeUpInputs } from './made-up-calls'
import { noteResult } from './note-result'

/** Calls of each name. */
const each = tries(1000, 10_000)
/** Calls that are under way at once; then the project is opened again, as one of them may have closed it. */
const atOnce = 250

type Outcome = { readonly served: number; readonly refused: number; readonly told: boolean }

test('whatever a window calls, nothing escapes, no file outside is touched, and it is served on', async ({
  launch,
  folder,
  projectWith,
}) => {
  test.setTimeout(120_000 + each * 500)
  const seed = isLong ? Math.floor(Math.random() * 2 ** 31) : 20_310_314
  const project = projectWith({ 'ferry.txt': trapsText })
  const secret = 'what stands outside of every project'
  fs.mkdirSync(path.join(folder, 'outside'))
  fs.writeFileSync(path.join(folder, 'outside', 'secret.txt'), secret)
  const app = await launch({ args: [project] })
  const window = workbench(app.page)
  await window.isReady()
  await window.selectWords('14 dead')
  await app.page.keyboard.press('3')
  await window.isSaved()
  await cancelDialogs(app)
  const known = await knownIn(app, project)
  const before = filesAround(folder, [project, app.userData])

  const names = Object.keys(calls) as CallName[]
  const counts = { served: 0, refused: 0 }
  for (const [index, name] of names.entries()) {
    const inputs = madeUpInputs(name, each, known, seed + index)
    for (let from = 0; from < inputs.length; from += atOnce) {
      const texts = inputs.slice(from, from + atOnce).map(input => JSON.stringify(input ?? null))
      const outcome = await callAll(app, name, texts, { project: known['project'] ?? '', secret })
      expect(outcome.told, `${name} told what stands outside`).toBe(false)
      counts.served += outcome.served
      counts.refused += outcome.refused
    }
  }
  const strange = await callStrangely(app, names)
  counts.refused += strange
  expect(counts.served).toBeGreaterThan(each)
  expect(counts.refused).toBeGreaterThan(each)

  // The same program is served on, and nothing has stuck to it.
  expect(await app.electron.evaluate(() => Object.keys(Object.prototype))).toEqual([])
  expect(app.electron.windows()).toHaveLength(1)
  const answer = await app.page.evaluate(project => {
    const { workbench } = globalThis as unknown as Held
    return workbench.call('openProject', { project })
  }, known['project'])
  expect(answer).toMatchObject({ ok: true })
  const log = path.join(app.userData, 'faults.log')
  const faults = fs.existsSync(log) ? fs.readFileSync(log, 'utf8') : ''
  expect(faults.split('\n').filter(line => / main: /.test(line))).toEqual([])
  expect(filesAround(folder, [project, app.userData])).toEqual(before)
  await app.close()
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true })
  expect(readAnnotations(project).map(({ quote }) => quote[0]?.exact)).toContain('14 dead')
  noteResult({
    test: 'Calls from nowhere',
    count: names.length * each + strange,
    found: `${names.length} calls; {served} of the right shape were answered, {refused} refused; no exception escaped, no file outside of the project was read or written`,
    figures: counts,
  })
})

type Held = {
  readonly workbench: { readonly call: (name: string, input: unknown) => Promise<unknown> }
}

/** Make these calls of one name at once, after opening the project. */
function callAll(
  app: App,
  name: string,
  texts: readonly string[],
  { project, secret }: { readonly project: string; readonly secret: string },
): Promise<Outcome> {
  return app.page.evaluate(
    async ({ name, texts, project, secret }) => {
      const { workbench } = globalThis as unknown as Held
      await workbench.call('openProject', { project })
      const settled = await Promise.allSettled(
        texts.map(text => workbench.call(name, JSON.parse(text))),
      )
      return {
        served: settled.filter(({ status }) => status === 'fulfilled').length,
        refused: settled.filter(({ status }) => status === 'rejected').length,
        told: settled.some(one => JSON.stringify(one).includes(secret)),
      }
    },
    { name, texts, project, secret },
  )
}

/** Call with what no JSON holds; gives how often. Everything of it must be refused. */
function callStrangely(app: App, names: readonly string[]): Promise<number> {
  return app.page.evaluate(async names => {
    const { workbench } = globalThis as unknown as Held
    const cycle: Record<string, unknown> = {}
    cycle['self'] = cycle
    let deep: unknown = 'end'
    for (let level = 0; level < 5000; level += 1) deep = { project: deep }
    class Shaped {
      readonly name = 'a class'
    }
    const inputs = [
      cycle,
      deep,
      new Map([['project', 'x']]),
      new Set(['project']),
      [1n],
      new Date(),
      /x/,
      new Error('x'),
      new Uint8Array(1000),
      { name: () => 1 },
      Symbol('x'),
      new Proxy({}, { ownKeys: () => ['length'] }),
      { name: new Shaped(), more: new Shaped() },
      Object.create({ project: 'inherited' }),
    ]
    let refused = 0
    for (const name of [...names, 'constructor', '__proto__', 'toString', '', 'readFile', {}, 7])
      for (const input of inputs) {
        const takesNothing = await Promise.resolve()
          .then(() => workbench.call(name as string, input))
          .then(
            () => true,
            () => false,
          )
        // A call without input takes what arrives as an empty object.
        if (!takesNothing) refused += 1
      }
    return refused
  }, names)
}

/** Whatever a call asks the user is cancelled. */
function cancelDialogs(app: App): Promise<void> {
  return app.electron.evaluate(({ dialog }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' })
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false })
  })
}

/** The handles and ids that the window itself has. */
async function knownIn(app: App, project: string): Promise<Known> {
  const info = (await app.page.evaluate(() => {
    const { workbench } = globalThis as unknown as Held
    return workbench.call('appInfo', {})
  })) as { readonly open: string; readonly people: readonly { readonly id: string }[] }
  const [article] = readArticles(project)
  const annotator = info.people[0]?.id ?? ''
  return {
    project: info.open,
    into: info.open,
    article: article?.id ?? '',
    articles: article?.id ?? '',
    annotator,
    person: annotator,
  }
}

/** Hash of everything in the folder of the test but for what may change. */
function filesAround(folder: string, without: readonly string[]): Record<string, string> {
  const files = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .map(entry => ({ entry, full: path.join(entry.parentPath, entry.name) }))
    .filter(({ full }) => !without.some(own => full === own || full.startsWith(own + path.sep)))
  return Object.fromEntries(
    files.map(({ entry, full }) => [
      path.relative(folder, full),
      entry.isFile() ? createHash('sha256').update(fs.readFileSync(full)).digest('hex') : '',
    ]),
  )
}
