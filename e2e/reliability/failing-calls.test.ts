import fs from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { isLong } from './counts'
import { createNumbered, editTo, numberIn, openNumbered } from './numbered-state'
import { noteResult } from './note-result'
import { quickFolder } from './quick-folder'

/** Calls of the file system that a save makes, by their names in `node:fs`. */
const names = [
  'openSync',
  'writeSync',
  'fsyncSync',
  'fdatasync',
  'fdatasyncSync',
  'fstatSync',
  'statSync',
  'ftruncateSync',
  'renameSync',
  'closeSync',
  'mkdirSync',
  'readdirSync',
  'readFileSync',
] as const
const usualCodes = ['EIO', 'ENOSPC', 'EACCES', 'EMFILE'] as const
/** What disks say more rarely: only to be read, a quota, held by another program. */
const rareCodes = ['EROFS', 'EDQUOT', 'EPERM', 'EBUSY'] as const
const codes = isLong ? [...usualCodes, ...rareCodes] : usualCodes
type Fault = (typeof usualCodes)[number] | (typeof rareCodes)[number] | 'short'

const noteLength = 3000
let parent: string
let good: string

beforeAll(async () => {
  parent = quickFolder()
  good = path.join(parent, 'good')
  await createNumbered(good)
})
afterEach(() => {
  vi.restoreAllMocks()
})
afterAll(() => {
  fs.rmSync(parent, { recursive: true, force: true })
})

type AnyCall = (...given: unknown[]) => unknown

/** Count the calls from now on, and make the `failing`-th one fail. Gives the names of the calls so far. */
function watchCalls(failing: number, fault: Fault): readonly string[] {
  const made: string[] = []
  for (const name of names) {
    const real = (fs[name] as unknown as AnyCall).bind(fs)
    vi.spyOn(fs, name as 'writeSync').mockImplementation(((...given: unknown[]) => {
      made.push(name)
      if (made.length !== failing) return real(...given)
      return failOnce(name, real, given, fault)
    }) as unknown as typeof fs.writeSync)
  }
  return made
}

function failOnce(name: string, real: AnyCall, given: unknown[], fault: Fault): unknown {
  if (fault === 'short') {
    if (name !== 'writeSync') return real(...given)
    const [file, bytes, from, length] = given
    return real(file, bytes, from, Math.max(1, Math.floor(Number(length) / 2)))
  }
  const error = Object.assign(new Error(fault), { code: fault })
  // A descriptor is gone after close, whatever close says.
  if (name === 'closeSync') real(...given)
  if (name !== 'fdatasync') throw error
  const [, done] = given as [number, (error: Error) => void]
  setImmediate(() => {
    done(error)
  })
  return undefined
}

/** One save from edit to snapshot, with one call failing; gives what the user is told when it did not work. */
async function saveWithFault(
  folder: string,
  failing: number,
  fault: Fault,
): Promise<{
  readonly made: readonly string[]
  readonly told: string | undefined
  readonly numberAfterFault: number
}> {
  const store = await openNumbered(folder)
  const edit = editTo(store, 1, noteLength)
  const made = watchCalls(failing, fault)
  const answer = await store.appendEdit(edit)
  if (answer.ok) await store.settle()
  const calls = [...made]
  vi.restoreAllMocks()
  const notices = store.notices().join(' ')
  const told = answer.ok ? (notices === '' ? undefined : notices) : answer.error.message
  const copy = `${folder}-after-fault`
  fs.cpSync(folder, copy, { recursive: true })
  const numberAfterFault = await numberIn(copy, noteLength)
  if (answer.ok) expect(numberAfterFault, 'an acknowledged edit is lost').toBe(1)
  // The same program goes on: the window sends the edit again, and snapshots are tried again.
  expect(await store.appendEdit(edit)).toMatchObject({ ok: true })
  await store.settle()
  await store.close()
  expect(await numberIn(folder, noteLength)).toBe(1)
  return { made: calls, told, numberAfterFault }
}

describe('a save in which one call of the system fails', () => {
  it('is whole or not at all, is told, and works when it is tried again, for every call and every fault', async () => {
    const folder = path.join(parent, 'without')
    fs.cpSync(good, folder, { recursive: true })
    const { made, told } = await saveWithFault(folder, -1, 'EIO')
    expect(told).toBeUndefined()
    // The edit's own record and the snapshot, each with everything that makes it durable.
    for (const name of ['openSync', 'writeSync', 'fdatasync', 'fsyncSync', 'renameSync'])
      expect(made).toContain(name)

    let faults = 0
    let untold = 0
    for (let failing = 1; failing <= made.length; failing += 1)
      for (const fault of [...codes, 'short'] as const) {
        if (fault === 'short' && made[failing - 1] !== 'writeSync') continue
        const trial = path.join(parent, `${failing}-${fault}`)
        fs.cpSync(good, trial, { recursive: true })
        const outcome = await saveWithFault(trial, failing, fault)
        faults += 1
        if (fault === 'short') expect(outcome.told).toBeUndefined()
        else if (outcome.told === undefined) untold += 1
        fs.rmSync(trial, { recursive: true })
        fs.rmSync(`${trial}-after-fault`, { recursive: true })
      }
    expect(faults).toBeGreaterThan(60)
    noteResult({
      test: 'Every call of a save fails in turn',
      count: faults,
      found: `${made.length} calls × ${codes.join(', ')}, and short counts; 0 corrupt, 0 acknowledged lost, every retry worked; ${untold} faults had no effect on the save and were not mentioned`,
    })
  }, 120_000)
})
