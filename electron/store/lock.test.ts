import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { takeLock } from './lock'

let project: string
let lockFile: string

beforeEach(() => {
  project = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-lock-'))
  lockFile = path.join(project, '.assay', 'lock')
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  fs.rmSync(project, { recursive: true, force: true })
})

const at = '2026-01-05T10:00:00.000Z'

/** As on macOS and Windows, where no file names the start of the machine. */
function hideBootId(): void {
  const real = fs.readFileSync.bind(fs)
  vi.spyOn(fs, 'readFileSync').mockImplementation(((file: string, ...rest: [BufferEncoding]) => {
    if (file.startsWith('/proc/')) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' })
    return real(file, ...rest)
  }) as typeof fs.readFileSync)
}

/** The lock as another process of this machine would have written it. */
function asHeldBy(pid: number): void {
  const lock = JSON.parse(fs.readFileSync(lockFile, 'utf8')) as object
  fs.writeFileSync(lockFile, JSON.stringify({ ...lock, pid }))
}

const systems: readonly (readonly [string, () => void])[] = [
  ['where the system names its start', () => undefined],
  ['where it does not', hideBootId],
]
const jumps = [
  ['a day back', '2026-01-04T10:00:00.000Z'],
  ['ten years on', '2036-01-05T10:00:00.000Z'],
  ['to 1970', '1970-01-01T00:00:00.000Z'],
] as const

describe('the lock of a project', () => {
  for (const [where, prepare] of systems)
    for (const [how, now] of jumps)
      it(`of a running program stays its own when the clock is set ${how}, ${where}`, () => {
        prepare()
        vi.useFakeTimers({ toFake: ['Date'], now: new Date(at) })
        expect(takeLock(project, at).kind).toBe('held')
        asHeldBy(process.ppid)
        vi.setSystemTime(new Date(now))
        expect(takeLock(project, now).kind).toBe('taken')
        expect(takeLock(project, at).kind).toBe('taken')
      })

  for (const [where, prepare] of systems)
    it(`of a program that ended is taken over, whatever the clock says, ${where}`, () => {
      prepare()
      takeLock(project, at)
      asHeldBy(4_194_305)
      expect(takeLock(project, '1970-01-01T00:00:00.000Z').kind).toBe('held')
    })

  it('from before the last start of the machine is taken over, though its number runs again', () => {
    hideBootId()
    takeLock(project, at)
    asHeldBy(process.ppid)
    vi.spyOn(os, 'uptime').mockReturnValue(5)
    expect(takeLock(project, at).kind).toBe('held')
  })

  it('of another computer counts, because nobody can ask there', () => {
    vi.spyOn(os, 'hostname').mockReturnValue('another')
    takeLock(project, at)
    vi.restoreAllMocks()
    const lock = takeLock(project, at)
    expect(lock.kind === 'taken' ? lock.who : '').toContain('on the computer “another”')
  })

  it('is given back only by who holds it', () => {
    const lock = takeLock(project, at)
    fs.writeFileSync(lockFile, '{}')
    if (lock.kind === 'held') lock.release()
    expect(fs.existsSync(lockFile)).toBe(true)
  })
})
