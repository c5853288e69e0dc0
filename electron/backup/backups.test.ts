import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkProject } from '../check/check-project'
import { annotationsName, filesBelow, smallProject } from '../check/testing/faulty-project'
import type { TestProject } from '../store/test-project'
import { runBackupHere } from './backup-job'
import type { Backup } from './backup-names'
import { placeOf } from './backup-names'
import { backupsIn } from './backups'
import { goodGenerations, keepGeneration } from './keep-generation'

let project: TestProject & { readonly article: string }
let root: string
let clock: string
const backups = () => backupsIn({ root: () => root, run: runBackupHere, now: () => clock })
const named = () => ({
  folder: project.folder,
  id: '0197e000-0000-7000-8000-00000000000f',
  name: 'January',
})

beforeEach(async () => {
  project = await smallProject()
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-backups-'))
  clock = '2026-01-05T10:00:00.000Z'
})
afterEach(() => {
  project.remove()
  fs.rmSync(root, { recursive: true, force: true })
})

async function made(
  reason: Parameters<ReturnType<typeof backups>['makeBackup']>[1],
): Promise<Backup> {
  const backup = await backups().makeBackup(named(), reason)
  if (!backup.ok) throw new Error(backup.error.message)
  return backup.value
}

/** Something is recorded, so that the next day has something new. */
function work(): void {
  const [segment = ''] = filesBelow(project.folder).filter(file => file.startsWith('journal/'))
  fs.appendFileSync(path.join(project.folder, segment), '\n')
}

describe('an archive', () => {
  it('holds every byte of the project, and opens as one', async () => {
    const backup = await made('before-restore')
    const copy = path.join(root, 'copy')
    expect(await backups().unpack(backup, copy)).toMatchObject({ ok: true })
    const kept = filesBelow(project.folder).filter(file => file !== '.assay/index.json')
    expect(filesBelow(copy)).toEqual(kept)
    for (const file of kept)
      expect(
        fs
          .readFileSync(path.join(copy, file))
          .equals(fs.readFileSync(path.join(project.folder, file))),
      ).toBe(true)
    expect(checkProject(copy)).toMatchObject({ ok: true, value: { isSound: true } })
  })

  it('that is damaged at any place is refused, and nothing takes it for whole', async () => {
    const backup = await made('daily')
    const good = fs.readFileSync(backup.archive)
    const step = process.env['ASSAY_LONG'] === '1' ? 1 : Math.ceil(good.length / 40)
    let refused = 0
    let tried = 0
    for (let at = 0; at < good.length; at += step) {
      const bytes = Buffer.from(good)
      bytes[at] = (bytes[at] ?? 0) ^ 0x10
      fs.writeFileSync(backup.archive, bytes)
      const copy = path.join(root, `copy-${at}`)
      const unpacked = await backups().unpack(backup, copy)
      tried += 1
      // Some bits of a zip say nothing, such as times: then all content is right.
      if (!unpacked.ok) refused += 1
      else expect(checkProject(copy)).toMatchObject({ value: { isSound: true } })
      fs.rmSync(copy, { recursive: true, force: true })
    }
    expect(refused).toBeGreaterThan(tried / 2)
    fs.writeFileSync(backup.archive, good.subarray(0, good.length / 2))
    expect(await backups().unpack(backup, path.join(root, 'half'))).toMatchObject({
      ok: false,
      error: { kind: 'damaged' },
    })
  })

  it('is made once a day on which something was done, and fourteen of them stay', async () => {
    for (let day = 1; day <= 18; day += 1) {
      clock = `2026-01-${String(day).padStart(2, '0')}T10:00:00.000Z`
      work()
      expect(await backups().makeDaily(named())).toMatchObject({
        ok: true,
        value: { reason: 'daily' },
      })
      expect(await backups().makeDaily(named())).toEqual({ ok: true, value: undefined })
    }
    const days = backups()
      .list(named())
      .map(({ at }) => at.slice(8, 10))
    expect(days).toEqual(
      [18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5].map(day => String(day).padStart(2, '0')),
    )
  })

  it('does not go because the clock jumped', async () => {
    for (const day of ['01', '02', '03']) {
      clock = `2026-01-${day}T10:00:00.000Z`
      work()
      await backups().makeDaily(named())
    }
    const before = backups().list(named())
    for (const jump of [
      '1970-01-01T00:00:00.000Z',
      '2036-01-01T00:00:00.000Z',
      '2026-01-02T10:00:00.000Z',
    ]) {
      clock = jump
      expect(await backups().makeDaily(named())).toEqual({ ok: true, value: undefined })
      work()
      await backups().makeDaily(named())
    }
    const after = backups()
      .list(named())
      .map(({ archive }) => archive)
    for (const { archive } of before) expect(after).toContain(archive)
    expect(backups().list(named())[0]?.at).toBe('2036-01-01T00:00:00Z')
  })

  it('of a damaged project is marked, and pushes no whole one out', async () => {
    clock = '2026-01-01T10:00:00.000Z'
    await made('daily')
    fs.truncateSync(path.join(project.folder, annotationsName(project.article)), 100)
    for (let day = 2; day <= 20; day += 1) {
      clock = `2026-01-${String(day).padStart(2, '0')}T10:00:00.000Z`
      expect((await made('daily')).isDamaged).toBe(true)
    }
    const list = backups().list(named())
    expect(list).toHaveLength(4)
    expect(list.at(-1)).toMatchObject({ isDamaged: false, at: '2026-01-01T10:00:00Z' })
  })

  it('is not made inside the project, and says when the disk does not take it', async () => {
    root = path.join(project.folder, 'backups')
    expect(await backups().makeBackup(named(), 'daily')).toMatchObject({
      ok: false,
      error: { kind: 'refused' },
    })
    root = path.join(project.folder, 'project.json')
    const failed = await backupsIn({
      root: () => path.dirname(root) + '-gone',
      now: () => clock,
      run: async () => ({ ok: false, code: 'ENOSPC' }),
    }).makeBackup(named(), 'daily')
    expect(failed).toMatchObject({ ok: false, error: { kind: 'disk-full' } })
    expect(failed.ok ? '' : failed.error.message).toMatch(/untouched.*disk is full/)
  })
})

describe('generations of a file', () => {
  it('are the last five good ones, and damage never takes the place of one', () => {
    const file = 'project.json'
    const at = path.join(project.folder, file)
    const place = placeOf(root, named())
    const good = fs.readFileSync(at, 'utf8')
    const version = (number: number): string => {
      // Without a checksum it is a hand-made file, which is a good one.
      const { sha256: _sha256, ...content } = JSON.parse(good) as Record<string, unknown>
      return JSON.stringify({ ...content, name: `Version ${number}` })
    }
    for (let number = 1; number <= 8; number += 1) {
      fs.writeFileSync(at, version(number))
      keepGeneration(project.folder, file, place)
      keepGeneration(project.folder, file, place)
      fs.writeFileSync(at, version(number).slice(0, 40))
      keepGeneration(project.folder, file, place)
    }
    const kept = () => goodGenerations(place, file).map(({ bytes }) => bytes.toString())
    expect(kept()).toEqual([8, 7, 6, 5, 4].map(version))
    // The two newest are damaged by the disk: the next good one is offered, and none of the good ones goes.
    const folder = path.join(place, 'generations', 'project')
    for (const name of fs.readdirSync(folder).sort().slice(-2))
      fs.truncateSync(path.join(folder, name), 10)
    expect(kept()).toEqual([6, 5, 4].map(version))
    fs.writeFileSync(at, version(9))
    keepGeneration(project.folder, file, place)
    expect(kept()).toEqual([9, 6, 5, 4].map(version))
  })
})
