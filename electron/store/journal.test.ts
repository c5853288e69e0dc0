import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Edit } from '../../shared/project/change'
import { openJournal, readJournal } from './journal'
import { encodeFrame, scanFrames } from './journal-frame'

const name = 'ana.0000aaaa'
const at = '2026-01-05T10:00:00.000Z'
let project: string

beforeEach(() => {
  project = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-journal-'))
})
afterEach(() => {
  vi.restoreAllMocks()
  fs.rmSync(project, { recursive: true, force: true })
})

const edit = (number: number, label = `edit ${number}`): Edit => ({
  id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  label,
  changes: [{ kind: 'project', before: { name: 'a' }, after: { name: `b ${label} 😡` } }],
})

const record = (seq: number) => ({ seq, at, edit: edit(seq) })

async function write(count: number, from = 1): Promise<void> {
  const journal = openJournal(project, readJournal(project, name))
  await Promise.all(
    Array.from({ length: count }, (_, index) => journal.append(edit(from + index), at)),
  )
  await journal.close()
}

const segments = (): string[] => fs.readdirSync(path.join(project, 'journal', name))
const segmentPath = (): string => path.join(project, 'journal', name, segments()[0] ?? '')

describe('a journal', () => {
  it('gives back what was appended, numbered from 1, over several openings', async () => {
    await write(3)
    await write(2, 4)
    const reading = readJournal(project, name)
    expect(reading.records).toEqual([1, 2, 3, 4, 5].map(record))
    expect(reading).toMatchObject({ lastSeq: 5, tornBytes: 0, damaged: false })
    expect(segments()).toEqual(['0000000001.log'])
  })

  it('can be read and searched by a person', async () => {
    await write(1)
    const [line = ''] = fs.readFileSync(segmentPath(), 'utf8').split('\n')
    expect(JSON.parse(line.slice(29))).toEqual(record(1))
  })

  it('acknowledges a record only after its bytes were synced', async () => {
    const order: string[] = []
    const real = fs.fdatasync.bind(fs)
    vi.spyOn(fs, 'fdatasync').mockImplementation((file: number, done: (error: null) => void) => {
      real(file, () => {
        order.push('synced')
        done(null)
      })
    })
    const journal = openJournal(project, readJournal(project, name))
    await journal.append(edit(1), at).then(() => order.push('acknowledged'))
    await journal.close()
    expect(order).toEqual(['synced', 'acknowledged'])
  })

  it('takes back a record that could not be written whole, and goes on when there is space again', async () => {
    const journal = openJournal(project, readJournal(project, name))
    await journal.append(edit(1), at)
    const real = fs.writeSync.bind(fs) as (f: number, b: Uint8Array, o: number, l: number) => number
    let calls = 0
    vi.spyOn(fs, 'writeSync').mockImplementation(((
      f: number,
      b: Uint8Array,
      o: number,
      l: number,
    ) => {
      calls += 1
      if (calls > 1) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
      return real(f, b, o, Math.min(l, 10))
    }) as typeof fs.writeSync)
    await expect(journal.append(edit(2), at)).rejects.toMatchObject({ code: 'ENOSPC' })
    vi.restoreAllMocks()
    await journal.append(edit(3), at)
    await journal.close()
    const reading = readJournal(project, name)
    expect(reading.records.map(({ seq, edit: { label } }) => [seq, label])).toEqual([
      [1, 'edit 1'],
      [2, 'edit 3'],
    ])
    expect(reading.tornBytes).toBe(0)
  })

  it('does not acknowledge a record of which the disk kept less than it said', async () => {
    const journal = openJournal(project, readJournal(project, name))
    await journal.append(edit(1), at)
    vi.spyOn(fs, 'writeSync').mockImplementation((_file, _bytes, _from, length) => Number(length))
    await expect(journal.append(edit(2), at)).rejects.toMatchObject({ code: 'EIO' })
    vi.restoreAllMocks()
    await journal.append(edit(3), at)
    await journal.close()
    expect(readJournal(project, name).records.map(({ edit: { label } }) => label)).toEqual([
      'edit 1',
      'edit 3',
    ])
  })

  it('does not make a vanished project anew', async () => {
    const journal = openJournal(project, readJournal(project, name))
    fs.rmSync(project, { recursive: true })
    await expect(journal.append(edit(1), at)).rejects.toMatchObject({ code: 'ENOENT' })
    expect(fs.existsSync(project)).toBe(false)
  })

  it('cut off at any byte gives the whole records before the cut, and can be written on', async () => {
    await write(4)
    const whole = fs.readFileSync(segmentPath())
    for (let cut = 0; cut < whole.length; cut += 1) {
      const scan = scanFrames(whole.subarray(0, cut))
      expect(scan.setAside).toEqual([])
      expect(scan.goodBytes + scan.damagedBytes).toBe(cut)
    }
    const cut = whole.length - 20
    fs.writeFileSync(segmentPath(), whole.subarray(0, cut))
    expect(readJournal(project, name)).toMatchObject({ lastSeq: 3, damaged: false })
    expect(readJournal(project, name).tornBytes).toBeGreaterThan(0)
    await write(1, 9)
    expect(readJournal(project, name).records.map(({ edit: { label } }) => label)).toEqual([
      'edit 1',
      'edit 2',
      'edit 3',
      'edit 9',
    ])
  })

  it('sets aside the records after damage, and never overwrites them', async () => {
    await write(4)
    const bytes = fs.readFileSync(segmentPath())
    const second = bytes.indexOf('\n') + 60
    bytes[second] = (bytes[second] ?? 0) ^ 1
    fs.writeFileSync(segmentPath(), bytes)
    const reading = readJournal(project, name)
    expect(reading).toMatchObject({ lastSeq: 4, damaged: true, tornBytes: 0 })
    expect(reading.records.map(({ seq }) => seq)).toEqual([1])
    expect(reading.setAside.map(({ seq }) => seq)).toEqual([3, 4])
    await write(1, 5)
    expect(fs.readFileSync(segmentPath()).equals(bytes)).toBe(true)
    expect(segments()).toEqual(['0000000001.log', '0000000005.log'])
    expect(readJournal(project, name).records.map(({ seq }) => seq)).toEqual([1, 5])
  })

  it('with any one bit flipped gives no record that was not written', async () => {
    const frames = [1, 2, 3].map(seq => encodeFrame(record(seq)))
    const whole = Buffer.concat(frames)
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(7), (at, bit) => {
        const flipped = Buffer.from(whole)
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
        const { records, setAside } = scanFrames(flipped)
        const found = [...records, ...setAside]
        expect(found.length).toBeLessThanOrEqual(2)
        for (const item of found) expect(item).toEqual(record(item.seq))
      }),
      { numRuns: 500 },
    )
  })

  it('never throws for bytes that are no journal', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        expect(scanFrames(Buffer.from(bytes)).records).toEqual([])
      }),
    )
  })
})
