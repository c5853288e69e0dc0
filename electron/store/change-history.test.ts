import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ArticleId } from '../../shared/article/article'
import { changeHistory } from './change-history'
import { encodeFrame } from './journal-frame'
import type { TestProject } from './test-project'
import { testProject } from './test-project'
import type { JournalRecord } from '../../shared/project/record'

let project: TestProject
const article = '01950000-0000-7000-8000-000000000001' as ArticleId
const journal = '01950000-0000-7000-8000-00000000000b.0000bbbb'
const id = '01950000-0000-7000-8000-000000000009'

function record(seq: number, type: string): JournalRecord {
  const annotation = {
    id,
    type,
    spans: [{ start: 0, end: 4 }],
    quote: [{ exact: 'Four', prefix: '', suffix: '' }],
    attributes: {},
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    origin: { by: 'person' },
  }
  const change = { kind: 'annotation', article, annotator: journal.slice(0, 36), id }
  return {
    seq,
    at: `2026-01-01T00:00:0${seq.toString()}.000Z`,
    edit: {
      id: `01950000-0000-7000-8000-00000000010${seq.toString()}`,
      label: 'step',
      changes: [{ ...change, after: annotation }],
    },
  } as unknown as JournalRecord
}

/** A segment of a colleague's journal that came with a synced folder. */
function writeSegment(first: number, bytes: Buffer): void {
  const folder = path.join(project.folder, 'journal', journal)
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, `${first.toString().padStart(10, '0')}.log`), bytes)
}

beforeEach(async () => {
  project = await testProject()
})
afterEach(() => {
  project.remove()
})

it('tells what stands before a torn end, and counts what stands behind damage', async () => {
  const frames = [1, 2, 3].map(seq => encodeFrame(record(seq, seq === 1 ? 'claim' : 'quote')))
  const [first = Buffer.alloc(0), second = Buffer.alloc(0), third = Buffer.alloc(0)] = frames
  writeSegment(1, Buffer.concat([first, second.subarray(0, 40)]))
  const torn = await changeHistory(project.folder, article)
  expect(torn.events).toHaveLength(1)
  expect(torn).toMatchObject({ setAside: 0, events: [{ id, by: journal.slice(0, 36) }] })

  const damaged = Buffer.from(second)
  damaged.writeUInt8(damaged.readUInt8(60) ^ 1, 60)
  writeSegment(1, Buffer.concat([first, damaged, third]))
  const quarantined = await changeHistory(project.folder, article)
  expect(quarantined.events).toHaveLength(1)
  expect(quarantined.setAside).toBe(1)

  writeSegment(1, Buffer.concat(frames))
  expect((await changeHistory(project.folder, article)).events).toHaveLength(3)
  expect((await changeHistory(project.folder)).events).toHaveLength(3)
  expect(await changeHistory(project.folder, id as ArticleId)).toEqual({ events: [], setAside: 0 })
})
