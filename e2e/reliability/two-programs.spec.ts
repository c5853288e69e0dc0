import type { App } from '../app'
import { expect, test } from '../app'
import { runAssay } from '../command-line'
import { readAnnotations } from '../project-files'
import { workbench } from '../window/workbench'
import { isLong, tries } from './counts'
import { countRecords } from './found-state'
import { noteResult } from './note-result'
import { randomFrom } from './random-from'

/** What is done on either side, at random. */
const steps = tries(20, 200)
const words = Array.from(
  { length: steps },
  (_, index) => `ferry${String(index + 1).padStart(4, '0')}x`,
)

/** The same steps each time in the gate; in the long form new ones, whose number is said: `ASSAY_SEED` repeats them. */
const chosenSeed = (): number =>
  Number(process.env['ASSAY_SEED'] ?? (isLong ? Math.floor(Math.random() * 2 ** 31) : 20_310_314))

/** One of two programs, with settings and a person of its own. */
type Side = {
  readonly name: string
  app: App | undefined
  userData: string | undefined
  mayWrite: boolean
}

test('two programs on one project never both write, and nothing is lost', async ({
  launch,
  folder,
  projectWith,
}) => {
  test.setTimeout(60_000 + steps * 10_000)
  const seed = chosenSeed()
  if (isLong) console.log(`Two programs: ASSAY_SEED=${seed}`)
  const random = randomFrom(seed)
  const project = projectWith({ 'ferry.txt': words.join(' ') })
  const sides: readonly [Side, Side] = [side('one'), side('two')]
  const saved: string[] = []
  const counts = { edits: 0, refused: 0, closed: 0, killed: 0 }

  /** Whoever comes first writes; it stays so until that program ends. */
  const start = async (own: Side, other: Side): Promise<void> => {
    own.app = await launch({
      args: ['--disable-gpu', project],
      ...(own.userData === undefined ? {} : { userData: own.userData }),
    })
    own.userData = own.app.userData
    own.mayWrite = !(other.app !== undefined && other.mayWrite)
    await workbench(own.app.page).isReady()
    const told = own.app.page.getByText(/open in another window of Assay/)
    if (own.mayWrite) await expect(told).toHaveCount(0)
    else await expect(told.first()).toBeVisible()
  }

  const edit = async (own: Side, word: string): Promise<void> => {
    if (own.app === undefined) return
    const window = workbench(own.app.page)
    const before = countRecords(project)
    await window.selectWords(word)
    await own.app.page.keyboard.press('1')
    if (own.mayWrite) {
      await expect(window.card('Claim', word)).toBeVisible()
      await window.isSaved()
      expect(countRecords(project)).toBe(before + 1)
      saved.push(word)
      counts.edits += 1
    } else {
      await expect(window.card('Claim', word)).toHaveCount(0)
      expect(countRecords(project), `${own.name} wrote`).toBe(before)
      counts.refused += 1
    }
  }

  await start(sides[0], sides[1])
  await start(sides[1], sides[0])
  for (const word of words) {
    const own = random() < 0.5 ? sides[0] : sides[1]
    const other = own === sides[0] ? sides[1] : sides[0]
    const what = random()
    if (what > 0.15) {
      await edit(own, word)
      continue
    }
    if (what > 0.075) {
      await own.app?.close()
      counts.closed += 1
    } else {
      await own.app?.kill()
      counts.killed += 1
    }
    own.app = undefined
    await start(own, other)
  }
  for (const { app } of sides) await app?.close()
  expect(counts.edits).toBeGreaterThan(0)
  expect(counts.refused).toBeGreaterThan(0)
  const found = readAnnotations(project).flatMap(({ quote }) => quote.map(({ exact }) => exact))
  expect(found.sort()).toEqual(saved.sort())
  expect(runAssay(['check', project], folder)).toMatchObject({ ok: true })
  noteResult({
    test: 'Two programs on one project',
    count: steps,
    found:
      '{edits} edits of whoever might write, {refused} refused to the other, {closed} programs closed and {killed} killed on the way; never both wrote, 0 lost',
    figures: counts,
  })
})

function side(name: string): Side {
  return { name, app: undefined, userData: undefined, mayWrite: false }
}
