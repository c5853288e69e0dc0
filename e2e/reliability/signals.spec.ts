import { setTimeout } from 'node:timers/promises'
import { expect, test } from '../app'
import { runAssay } from '../command-line'
import { readAnnotations, readJournalText } from '../project-files'
import { trapsText } from '../traps'
import { workbench } from '../window/workbench'
import { tries } from './counts'

/** Stops of the program in one stream of edits. */
const stops = tries(8, 100)
/** Longest time between a key and the stop, so that it falls before, into and behind the saving. Milliseconds. */
const latestStopMs = 15
/** How long the machine sleeps each time. Milliseconds. */
const sleepMs = tries(150, 1000)

test('a program that is stopped while it saves, as by a machine that sleeps, goes on where it was', async ({
  launch,
  folder,
  projectWith,
}) => {
  test.setTimeout(60_000 + stops * (sleepMs + 2000))
  const text = Array.from({ length: stops }, (_, index) => `ferry${index + 1}`).join(' ')
  const project = projectWith({ 'ferry.txt': text })
  const app = await launch({ args: [project] })
  const window = workbench(app.page)
  await window.isReady()
  const { keyboard } = app.page
  const { pid = 0 } = app.electron.process()
  await keyboard.press('ControlOrMeta+Home')
  for (let stop = 0; stop < stops; stop += 1) {
    await keyboard.press('ControlOrMeta+Shift+ArrowRight')
    // Not awaited: while the program is stopped no key is answered.
    const pressed = keyboard.press(String((stop % 3) + 1))
    await setTimeout(Math.random() * latestStopMs)
    process.kill(pid, 'SIGSTOP')
    await setTimeout(sleepMs)
    process.kill(pid, 'SIGCONT')
    await pressed
  }
  await window.isSaved()
  await app.kill()
  expect(readJournalText(project).match(/"label":"tag as/g) ?? []).toHaveLength(stops)
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true })
})

for (const [signal, when] of [
  ['SIGHUP', 'at logout'],
  ['SIGTERM', 'when the machine shuts down'],
] as const)
  test(`an edit made right before the program is told to end, as ${when} (${signal}), is saved`, async ({
    launch,
    folder,
    projectWith,
  }) => {
    const project = projectWith({ 'ferry.txt': trapsText })
    const app = await launch({ args: [project] })
    const window = workbench(app.page)
    await window.isReady()
    await window.selectWords('14 dead')
    const closed = app.electron.waitForEvent('close')
    await app.page.keyboard.press('3')
    app.electron.process().kill(signal)
    await closed
    expect(readAnnotations(project).map(({ type }) => type)).toEqual(['figure'])
    expect(runAssay(['check', project], folder)).toMatchObject({ ok: true })
  })
