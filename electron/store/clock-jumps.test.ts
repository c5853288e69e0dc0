import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkProject } from '../check/check-project'
import { undoEdit } from '../../shared/project/undo-history'
import { uuidV7 } from '../../shared/project/id'
import { compact } from './compact'
import type { Surroundings } from './identity'
import { readJournal } from './journal'
import type { ProjectStore } from './project-store'
import { openProject } from './open-project'
import type { TestProject } from './test-project'
import { addTestArticle, tagEdit, testIdentity, testProject } from './test-project'

const text = 'The dam broke at 4 a.m. and 1,600 people left.'
/** The clock of this machine, as its user or its battery sets it. */
let now: number
let count: number
const surroundings: Surroundings = {
  now: () => new Date(now).toISOString(),
  newId: () => {
    count += 1
    return uuidV7(
      now,
      Uint8Array.from({ length: 10 }, (_, index) => (count >> index) % 256),
    )
  },
}

let project: TestProject
let store: ProjectStore
let article: Awaited<ReturnType<typeof addTestArticle>>

const open = async (identity = testIdentity): Promise<ProjectStore> => {
  const opened = await openProject(project.folder, {
    identity,
    surroundings,
    runCompaction: job => Promise.resolve(compact(job)),
  })
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

beforeEach(async () => {
  now = Date.UTC(2026, 0, 5, 10)
  count = 0
  project = await testProject()
  store = await open()
  article = await addTestArticle(store, surroundings, text)
})
afterEach(async () => {
  await store.close()
  project.remove()
})

const note = async (before: string | undefined, after: string): Promise<void> => {
  const saved = await store.appendEdit({
    id: surroundings.newId(),
    label: `note ${after}`,
    changes: [
      {
        kind: 'metadata',
        article,
        before: before === undefined ? {} : { note: before },
        after: { note: after },
      },
    ],
  })
  expect(saved).toMatchObject({ ok: true })
}

const noted = (): string | undefined => store.summaries()[0]?.edits?.note

const day = 24 * 60 * 60 * 1000
const jumps: readonly (readonly [string, number])[] = [
  ['a day back', -day],
  ['ten years on', 3653 * day],
  ['to 1970', -Date.UTC(2026, 0, 5, 10)],
  ['an hour on, as after a sleep', day / 24],
  ['an hour back, as in autumn', -day / 24],
]

describe('a project while the clock jumps', () => {
  for (const [how, jump] of jumps)
    for (const settles of [true, false])
      it(`${how} keeps its edits in the order in which they were made${settles ? '' : ', also without snapshots'}`, async () => {
        await note(undefined, 'one')
        now += jump
        await note('one', 'two')
        if (settles) await store.settle()
        await note('two', 'three')
        // Closed by a kill when there were no snapshots: everything is read back from the journal.
        if (settles) await store.close()
        else fs.rmSync(path.join(project.folder, '.assay', 'lock'))
        now -= 2 * jump
        store = await open()
        expect(noted()).toBe('three')
        expect(store.notices()).toEqual([])
        const undo = undoEdit(store.history(), surroundings.newId())
        expect(undo).toBeDefined()
        if (undo !== undefined) await store.appendEdit(undo)
        expect(noted()).toBe('two')
        await store.close()
        const [name = ''] = fs.readdirSync(path.join(project.folder, 'journal'))
        const numbers = readJournal(project.folder, name).records.map(({ seq }) => seq)
        expect(numbers).toEqual(numbers.map((_, index) => index + 1))
        expect(checkProject(project.folder)).toMatchObject({ value: { isSound: true } })
        store = await open()
      })

  it('lets nobody else write meanwhile', async () => {
    for (const [, jump] of jumps) {
      now += jump
      const second = await open({ ...testIdentity, instance: '0000bbbb' })
      expect(second.readOnly).toBeDefined()
      const { edit } = tagEdit(surroundings, article, text, { start: 0, end: 3 })
      expect(await second.appendEdit(edit)).toMatchObject({ ok: false })
      await second.close()
      const own = tagEdit(surroundings, article, text, { start: 0, end: 7 })
      expect(await store.appendEdit(own.edit)).toMatchObject({ ok: true })
    }
  })
})
