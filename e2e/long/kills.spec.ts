import { runAssay } from '../command-line'
import { expect, test } from '../app'
import { readJournalText } from '../project-files'
import { trapsText } from '../traps'
import { workbench } from '../window/workbench'

/** How often the program is killed; the rule of three bounds the failure rate at 3 in this many. */
const kills = Number(process.env['ASSAY_KILLS'] ?? 100)
/** Longest time after the first acknowledgement at which a kill comes. */
const latestKillMs = 400

test(`${kills} kills at random moments of fast work lose nothing that was called saved`, async ({
  launch,
  folder,
  projectWith,
}) => {
  const project = projectWith({ 'ferry.txt': trapsText })
  let acknowledged = 0
  let userData: string | undefined
  for (let kill = 0; kill < kills; kill += 1) {
    const app = await launch({ args: [project], ...(userData === undefined ? {} : { userData }) })
    userData = app.userData
    const window = workbench(app.page)
    await window.isReady()
    await app.page.keyboard.press('ControlOrMeta+Home')
    await app.page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
    await app.page.keyboard.press('1')
    await window.isSaved()
    acknowledged += 1
    const deadline = performance.now() + Math.random() * latestKillMs
    while (performance.now() < deadline) {
      await app.page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
      await app.page.keyboard.press('2')
    }
    await app.kill()

    expect(runAssay(['check', project], folder), `after kill ${kill + 1}`).toMatchObject({
      ok: true,
    })
    const { annotations } = runAssay(['stats', project], folder) as {
      annotations: Record<string, number>
    }
    expect(annotations['claim'], `after kill ${kill + 1}`).toBe(acknowledged)
    const recorded = (readJournalText(project).match(/"label":"tag as claim"/g) ?? []).length
    expect(recorded).toBe(acknowledged)
  }
})
