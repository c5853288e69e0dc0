import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkProject } from '../check/check-project'
import { uuidV7 } from '../../shared/project/id'
import { migrations } from '../../shared/project/migrations'
import { compact } from './compact'
import { openProject } from './open-project'
import { testIdentity } from './test-project'

/** A project of every released version; they are never changed once they are there. */
const released = path.join(import.meta.dirname, '..', '..', 'e2e', 'projects')
const names = fs.readdirSync(released).sort()

/** What each of them holds. */
const contents: Readonly<Record<string, { name: string; articles: number; annotations: number }>> =
  {
    '0.1.0': { name: 'Released with 0.1.0', articles: 2, annotations: 5 },
  }

describe('projects of released versions', () => {
  it('are at least as many as there are versions of the format', () => {
    expect(names).toEqual(Object.keys(contents))
    expect(names.length).toBeGreaterThan(migrations.length)
  })

  it.each(names)('%s opens whole, is edited and stays in order', async name => {
    const folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'assay-released-')), 'project')
    fs.cpSync(path.join(released, name), folder, { recursive: true })
    const expected = contents[name]
    expect(checkProject(folder)).toMatchObject({ ok: true, value: { isSound: true } })
    const opened = await openProject(folder, {
      identity: testIdentity,
      surroundings: {
        now: () => '2026-11-23T09:00:00.000Z',
        newId: () => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))),
      },
      runCompaction: job => Promise.resolve(compact(job)),
    })
    if (!opened.ok) throw new Error(opened.error.message)
    const store = opened.value
    expect(store.readOnly).toBeUndefined()
    expect(store.notices()).toEqual([])
    expect(store.name()).toBe(expected?.name)
    expect(store.summaries()).toHaveLength(expected?.articles ?? 0)
    let placed = 0
    for (const { id } of store.summaries()) {
      const read = store.readArticle(id)
      if (!read.ok) throw new Error(read.error.message)
      for (const set of read.value.sets) {
        placed += set.annotations.length
        expect(set.lost).toEqual([])
      }
    }
    expect(placed).toBe(expected?.annotations)
    const renamed = await store.appendEdit({
      id: uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))),
      label: 'rename the project',
      changes: [{ kind: 'project', before: { name: store.name() }, after: { name: 'Later' } }],
    })
    expect(renamed.ok).toBe(true)
    await store.close()
    expect(checkProject(folder)).toMatchObject({
      ok: true,
      value: { isSound: true, counts: { annotations: expected?.annotations } },
    })
    fs.rmSync(path.dirname(folder), { recursive: true })
  })
})
