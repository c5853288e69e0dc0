import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ProjectStore } from '../../electron/store/project-store'
import { isLong, tries } from './counts'
import { createNumbered, editTo, openNumbered, stateOf } from './numbered-state'
import { noteResult } from './note-result'
import { quickFolder } from './quick-folder'
import { randomFrom } from './random-from'

/*
 * A folder that a syncing program works on while it is edited: copies of both sides appear beside a file,
 * temporary files come and go, a file is taken away for a moment, and what stood there earlier comes back.
 */
const steps = tries(60, 1000)
const noteLength = 2000

let parent: string
beforeEach(() => {
  parent = quickFolder()
})
afterEach(() => {
  fs.rmSync(parent, { recursive: true, force: true })
})

it('a syncing folder that copies, hides and brings back files loses no edit', async () => {
  const seed = Number(
    process.env['ASSAY_SEED'] ?? (isLong ? Math.floor(Math.random() * 2 ** 31) : 20_310_314),
  )
  const random = randomFrom(seed)
  const project = path.join(parent, 'project')
  await createNumbered(project)
  const sync = syncingProgram(project, random)
  let store: ProjectStore = await openNumbered(project)
  let last = 0
  const done = { edits: 0, copies: 0, back: 0, hidden: 0, opened: 0 }
  const where = (step: number): string => `step ${step} with ASSAY_SEED=${seed}`
  for (let step = 0; step < steps; step += 1) {
    const kind = random()
    if (kind < 0.45) {
      const saved = await store.appendEdit(editTo(store, last + 1, noteLength))
      expect(saved, where(step)).toMatchObject({ ok: true })
      last += 1
      done.edits += 1
    } else if (kind < 0.55) await store.settle()
    else if (kind < 0.65) {
      sync.copyBeside()
      done.copies += 1
    } else if (kind < 0.75) {
      sync.bringBack()
      done.back += 1
    } else if (kind < 0.82) {
      const showAgain = sync.hide()
      if (random() < 0.5) await store.settle()
      showAgain()
      done.hidden += 1
    } else if (kind < 0.9) sync.temporary()
    else {
      await store.close()
      if (random() < 0.3) {
        sync.bringBack()
        done.back += 1
      }
      store = await openNumbered(project)
      done.opened += 1
    }
    expect(stateOf(store, noteLength), where(step)).toBe(last)
    sync.upload()
  }
  await store.close()
  store = await openNumbered(project)
  expect(stateOf(store, noteLength), where(steps)).toBe(last)
  await store.close()
  noteResult({
    test: 'A syncing folder',
    count: steps,
    found:
      '{edits} edits, {copies} conflict copies, {back} times older content came back, {hidden} times a file was away, {opened} times closed and opened; 0 lost, every state as expected',
    figures: done,
  })
}, 300_000)

type SyncingProgram = {
  /** Remember what stands there now: it may come back. */
  readonly upload: () => void
  readonly copyBeside: () => void
  readonly bringBack: () => void
  /** Take a file away; gives what puts it back. */
  readonly hide: () => () => void
  readonly temporary: () => void
}

function syncingProgram(project: string, random: () => number): SyncingProgram {
  const earlier = new Map<string, Buffer[]>()
  const files = (): string[] =>
    ['metadata', 'annotators', 'sources', '']
      .flatMap(folder =>
        fs.readdirSync(path.join(project, folder)).map(name => path.join(folder, name)),
      )
      .filter(name => /^(?:codebook|(?:metadata|annotators|sources)\/[\da-f-]+)\.json$/.test(name))
  const one = <Value>(values: readonly Value[]): Value | undefined =>
    values[Math.floor(random() * values.length)]
  const within = (name: string): string => path.join(project, name)
  let count = 0
  return {
    upload: () => {
      for (const name of files()) {
        const known = earlier.get(name) ?? []
        earlier.set(name, [...known, fs.readFileSync(within(name))].slice(-5))
      }
    },
    copyBeside: () => {
      const name = one(files())
      if (name === undefined) return
      count += 1
      const copy = name.replace(/\.json$/, ` (Ana's conflicted copy 2031-03-${count}).json`)
      fs.copyFileSync(within(name), within(copy))
    },
    bringBack: () => {
      const name = one([...earlier.keys()])
      const bytes = one(earlier.get(name ?? '') ?? [])
      if (name === undefined || bytes === undefined) return
      // As such programs do: whole, under its name at once.
      fs.writeFileSync(`${within(name)}.sync`, bytes)
      fs.renameSync(`${within(name)}.sync`, within(name))
    },
    hide: () => {
      const name = one(files())
      if (name === undefined) return () => undefined
      const bytes = fs.readFileSync(within(name))
      fs.rmSync(within(name))
      return () => {
        fs.writeFileSync(within(name), bytes)
      }
    },
    temporary: () => {
      count += 1
      const name = one(['metadata/~syncthing~a.json.tmp', '.sync-conflict', 'articles/.~lock.b#'])
      fs.writeFileSync(within(`${name ?? ''}${count}`), 'half of a file')
    },
  }
}
