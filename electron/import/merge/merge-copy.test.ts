import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Source } from '../../../shared/annotation/annotation'
import type { ArticleId } from '../../../shared/article/article'
import type { Result } from '../../../shared/outcome/result'
import type { Change } from '../../../shared/project/change'
import { undoEdit } from '../../../shared/project/undo-history'
import { compact } from '../../store/compact'
import type { Identity } from '../../store/identity'
import type { ProjectStore } from '../../store/project-store'
import { openProject } from '../../store/open-project'
import type { TestProject } from '../../store/test-project'
import { addTestArticle, tagEdit, testIdentity, testProject } from '../../store/test-project'
import { mergeCopy, previewMerge } from './merge-copy'

const text = 'Ana Tor said 40 boats sank off Kesmir.'
const bo: Identity = {
  annotator: '0197e000-0000-7000-8000-00000000000b' as Identity['annotator'],
  name: 'Bo',
  instance: '0000bbbb',
}

let project: TestProject
let article: ArticleId
let copy: string
const open: ProjectStore[] = []

beforeEach(async () => {
  project = await testProject()
  const store = await project.open()
  article = await addTestArticle(store, project.surroundings, text)
  await store.close()
  copy = path.join(path.dirname(project.folder), 'copy')
  fs.cpSync(project.folder, copy, { recursive: true })
})
afterEach(async () => {
  for (const store of open.splice(0)) await store.close()
  project.remove()
})

const valueOf = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

const openAt = async (folder: string, identity: Identity = testIdentity): Promise<ProjectStore> => {
  const store = valueOf(
    await openProject(folder, {
      identity,
      surroundings: project.surroundings,
      runCompaction: job => Promise.resolve(compact(job)),
    }),
  )
  open.push(store)
  return store
}

const change = async (store: ProjectStore, changes: Change[]): Promise<void> => {
  valueOf(await store.appendEdit({ id: project.surroundings.newId(), label: 'edit', changes }))
}

const backups: string[] = []
const merge = async (store: ProjectStore, sameSources: readonly string[] = []) =>
  valueOf(
    await mergeCopy(store, copy, {
      surroundings: project.surroundings,
      sameSources: new Set(sameSources),
      backups: {
        makeBackup: (made, reason) => {
          backups.push(reason)
          return Promise.resolve({
            ok: true,
            value: {
              archive: made.folder,
              serial: 1,
              reason,
              at: '',
              print: '',
              isDamaged: false,
            },
          })
        },
      },
    }),
  )

const source = (name: string): Source =>
  ({
    format: 'assay-source',
    version: 1,
    minReader: 1,
    id: project.surroundings.newId(),
    name,
    kind: 'person',
    aliases: [],
  }) as unknown as Source

it('brings articles with their originals and annotations in one edit, after a backup', async () => {
  const theirs = await openAt(copy, bo)
  const second = await addTestArticle(theirs, project.surroundings, 'Two boats came home.')
  const { edit } = tagEdit(project.surroundings, article, text, { start: 13, end: 15 })
  await change(
    theirs,
    edit.changes.map(made => ({ ...made, annotator: bo.annotator }) as Change),
  )
  await theirs.close()

  const ours = await openAt(project.folder)
  backups.length = 0
  const { counts, steps } = await merge(ours)
  expect(backups).toEqual(['before-merge'])
  expect(steps).toBe(1)
  expect(counts).toMatchObject({
    articles: 1,
    annotators: [{ annotator: bo.annotator, name: 'Bo', added: 1, changed: 0, deleted: 0 }],
  })
  expect(fs.readFileSync(path.join(project.folder, 'originals', `${second}.txt`), 'utf8')).toBe(
    'Two boats came home.',
  )
  const undo = undoEdit(ours.history(), project.surroundings.newId())
  if (undo === undefined) throw new Error('Nothing to undo')
  valueOf(await ours.appendEdit(undo))
  expect(ours.summaries().find(({ id }) => id === second)?.removedAt).toBeDefined()
  expect(valueOf(ours.readArticle(article)).sets.flatMap(set => set.annotations)).toEqual([])
  expect((await merge(ours)).counts.articles).toBe(0)
  expect(ours.summaries().find(({ id }) => id === second)?.removedAt).toBeUndefined()
  expect(await merge(ours)).toMatchObject({ isNothing: true, steps: 0 })
})

it('keeps the later of two versions of one annotation and lists both', async () => {
  const shared = tagEdit(project.surroundings, article, text, { start: 13, end: 21 })
  for (const folder of [project.folder, copy]) {
    const store = await openAt(folder)
    valueOf(await store.appendEdit(shared.edit))
    await store.close()
  }
  const noted = async (folder: string, note: string): Promise<void> => {
    const store = await openAt(folder)
    const { annotation: before } = shared
    const after = { ...before, note, updatedAt: project.surroundings.now() }
    await change(store, [
      {
        kind: 'annotation',
        article,
        annotator: testIdentity.annotator,
        id: before.id,
        before,
        after,
      },
    ])
    await store.close()
  }
  await noted(copy, 'their note')
  await noted(project.folder, 'our later note')
  const ours = await openAt(project.folder)
  const { items, counts } = await merge(ours)
  expect(counts.conflicts).toBe(1)
  expect(items[0]?.message).toContain('The one here stays: Claim “40 boats”; note: our later note')
  expect(items[0]?.message).toContain('The other version: Claim “40 boats”; note: their note')
  const [kept] = valueOf(ours.readArticle(article)).sets.flatMap(set => set.annotations)
  expect(kept?.note).toBe('our later note')
})

it('proposes sources with like names, and makes them one only when asked to', async () => {
  const mine = source('Ana Tor')
  const other = source('ana tor')
  const ours = await openAt(project.folder)
  await change(ours, [{ kind: 'source', id: mine.id, after: mine }])
  const theirs = await openAt(copy, bo)
  await change(theirs, [{ kind: 'source', id: other.id, after: other }])
  await theirs.close()

  const preview = valueOf(await previewMerge(ours, copy, project.surroundings))
  expect(preview.proposals).toEqual([
    { from: other.id, fromName: 'ana tor', into: mine.id, intoName: 'Ana Tor' },
  ])
  await merge(ours, [other.id])
  expect(ours.sources()).toEqual(
    expect.arrayContaining([
      { ...mine, aliases: ['ana tor'] },
      { ...other, mergedInto: mine.id },
    ]),
  )
})

it('joins two codebooks that were both changed, the later one first', async () => {
  const recoded = async (folder: string, label: string, key: string): Promise<void> => {
    const store = await openAt(folder)
    const before = store.codebook()
    const types = before.types.map(type => (type.key === 'claim' ? { ...type, label } : type))
    const [first] = types
    if (first === undefined) throw new Error('No type')
    const after = {
      ...before,
      revision: before.revision + 1,
      types: [...types, { ...first, key, label: key, shortcut: '7' }],
    }
    await change(store, [{ kind: 'codebook', before, after }])
    await store.close()
  }
  await recoded(copy, 'Statement', 'rumour')
  await recoded(project.folder, 'Assertion', 'threat')
  const ours = await openAt(project.folder)
  const { items, counts } = await merge(ours)
  expect(counts).toMatchObject({ codebookParts: 1, codebookChanges: true })
  expect(items).toEqual([
    {
      kind: 'codebook',
      message:
        'The type “claim” has another label in each copy: “Assertion” stays, “Statement” does not.',
    },
  ])
  const { types } = ours.codebook()
  expect(types.map(({ key, label, shortcut }) => [key, label, shortcut])).toEqual([
    ['claim', 'Assertion', '1'],
    ['quote', 'Quote', '2'],
    ['figure', 'Figure', '3'],
    ['threat', 'threat', '7'],
    ['rumour', 'rumour', undefined],
  ])
})

it('joins own fields of articles, and brings their values', async () => {
  const withField = async (folder: string, key: string, label: string, value?: string) => {
    const store = await openAt(folder)
    const before = store.codebook()
    const shared = { key: 'reach', label, kind: 'number' as const }
    const own = { key, label: key, kind: 'text' as const }
    const after = { ...before, revision: before.revision + 1, fields: [shared, own] }
    await change(store, [
      { kind: 'codebook', before, after },
      ...(value === undefined
        ? []
        : [
            {
              kind: 'metadata' as const,
              article,
              after: { metadata: { [key]: { value, from: 'person' as const } } },
            },
          ]),
    ])
    await store.close()
  }
  await withField(copy, 'rubric', 'Circulation', 'ports')
  await withField(project.folder, 'desk', 'Reach')
  const ours = await openAt(project.folder)
  const { items } = await merge(ours)
  expect(ours.codebook().fields?.map(({ key, label }) => [key, label])).toEqual([
    ['reach', 'Reach'],
    ['desk', 'desk'],
    ['rubric', 'rubric'],
  ])
  expect(items.map(({ message }) => message)).toEqual([
    'The field “reach” of articles has another label in each copy: “Reach” stays, “Circulation” does not. Values stay as they are.',
  ])
  const { edits } = valueOf(ours.readArticle(article))
  expect(edits?.metadata).toEqual({ rubric: { value: 'ports', from: 'person' } })
})

it('refuses the project itself', async () => {
  const ours = await openAt(project.folder)
  expect(await previewMerge(ours, project.folder, project.surroundings)).toMatchObject({
    ok: false,
    error: { kind: 'refused' },
  })
})
