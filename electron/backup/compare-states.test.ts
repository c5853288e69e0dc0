import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleId } from '../../shared/article/article'
import type { Comparison } from '../../shared/project/compare/comparison'
import { runBackupHere } from './backup-job'
import { backupsIn } from './backups'
import { compareBackup } from './compare-backup'
import { backedUp } from './while-open'
import { openToRead } from '../import/merge/open-to-read'
import type { ProjectStore } from '../store/project-store'
import type { TestProject } from '../store/test-project'
import { addTestArticle, tagEdit, testProject } from '../store/test-project'
import { compareStates } from './compare-states'

const texts = ['Three boats left Belmar.', 'The dam broke at 4 a.m.', 'Nobody was on the bridge.']
let project: TestProject
let store: ProjectStore
let articles: ArticleId[]
let then: string

beforeEach(async () => {
  project = await testProject()
  store = await project.open()
  articles = []
  for (const text of texts) articles.push(await addTestArticle(store, project.surroundings, text))
  await tag(0, 11)
  await tag(1, 7)
  await store.settle()
  then = `${project.folder}-then`
  fs.cpSync(project.folder, then, { recursive: true })
})
afterEach(async () => {
  await store.close()
  project.remove()
})

const articleAt = (index: number): ArticleId => articles[index] ?? ('' as ArticleId)
const tag = async (index: number, end: number) => {
  const { edit, annotation } = tagEdit(project.surroundings, articleAt(index), texts[index] ?? '', {
    start: 0,
    end,
  })
  expect(await store.appendEdit(edit)).toMatchObject({ ok: true })
  return annotation
}

async function compare(): Promise<Comparison> {
  const opened = await Promise.all(
    [then, project.folder].map(folder => openToRead(folder, project.surroundings)),
  )
  const [one, other] = opened
  if (one?.ok !== true || other?.ok !== true) throw new Error('A state cannot be opened')
  try {
    return compareStates(one.value, other.value)
  } finally {
    await one.value.close()
    await other.value.close()
  }
}

describe('a project against an earlier state of it', () => {
  it('is the same when nothing was done', async () => {
    expect(await compare()).toEqual({
      project: [],
      moreOfProject: 0,
      articles: [],
      moreArticles: 0,
      sums: {
        articles: { added: 0, removed: 0, changed: 0 },
        annotations: { added: 0, removed: 0, changed: 0 },
      },
    })
  })

  it('has what came, went and changed, article by article, with edits that no file holds yet', async () => {
    const first = store.readArticle(articleAt(0))
    if (!first.ok) throw new Error(first.error.message)
    const [gone] = first.value.sets.flatMap(({ annotations }) => annotations)
    if (gone === undefined) throw new Error('No annotation')
    const { annotator } = store
    await store.appendEdit({
      id: project.surroundings.newId(),
      label: 'delete',
      changes: [
        {
          kind: 'annotation',
          article: articleAt(0),
          annotator: annotator.id,
          id: gone.id,
          before: gone,
        },
      ],
    })
    await tag(2, 6)
    texts.push('A fourth one came in.')
    articles.push(await addTestArticle(store, project.surroundings, texts[3] ?? ''))
    await tag(3, 8)
    texts.pop()
    await store.appendEdit({
      id: project.surroundings.newId(),
      label: 'rename the project',
      changes: [{ kind: 'project', before: { name: 'January' }, after: { name: 'Unrest' } }],
    })
    fs.rmSync(path.join(project.folder, 'articles', `${articleAt(1)}.json`))

    const compared = await compare()
    expect(compared.project).toEqual([
      {
        change: 'changed',
        label: 'Name of the project',
        words: 'Unrest',
        details: 'was called “January”',
      },
    ])
    expect(compared.sums).toEqual({
      articles: { added: 1, removed: 1, changed: 2 },
      annotations: { added: 2, removed: 2, changed: 0 },
    })
    expect(
      compared.articles.map(({ article, state, annotations, differences }) => ({
        at: articles.indexOf(article),
        state,
        annotations,
        words: differences.map(({ change, words }) => `${change} ${words}`),
      })),
    ).toEqual([
      {
        at: 1,
        state: 'removed',
        annotations: { added: 0, removed: 1, changed: 0 },
        words: ['removed The dam'],
      },
      {
        at: 0,
        state: 'changed',
        annotations: { added: 0, removed: 1, changed: 0 },
        words: ['removed Three boats'],
      },
      {
        at: 2,
        state: 'changed',
        annotations: { added: 1, removed: 0, changed: 0 },
        words: ['added Nobody'],
      },
      {
        at: 3,
        state: 'added',
        annotations: { added: 1, removed: 0, changed: 0 },
        words: ['added A fourth'],
      },
    ])
  })

  it('is the same for a backup of which only what differs is unpacked', async () => {
    const backups = backupsIn({
      root: () => path.join(path.dirname(project.folder), 'backups'),
      run: runBackupHere,
      now: project.surroundings.now,
    })
    const made = await backups.makeBackup(backedUp(store), 'daily')
    if (!made.ok) throw new Error(made.error.message)
    const compareNow = async (): Promise<Comparison> => {
      const { archive } = made.value
      const compared = await compareBackup(
        archive,
        project.folder,
        project.surroundings,
        () => undefined,
      )
      if (!compared.ok) throw new Error(compared.error.message)
      expect(compared.value).toEqual(await compare())
      return compared.value
    }
    expect((await compareNow()).articles).toEqual([])
    // Only in the record of edits, so that no file differs.
    await tag(2, 6)
    expect((await compareNow()).articles.map(({ article }) => articles.indexOf(article))).toEqual([
      2,
    ])
    await store.settle()
    await tag(0, 5)
    fs.rmSync(path.join(project.folder, 'articles', `${articleAt(1)}.json`))
    expect((await compareNow()).sums.articles).toEqual({ added: 0, removed: 1, changed: 2 })
  })

  it('says of an article that cannot be read that it cannot be read, not that it is gone', async () => {
    fs.truncateSync(path.join(project.folder, 'articles', `${articleAt(0)}.json`), 100)
    const { articles: compared } = await compare()
    expect(compared.map(({ state }) => state)).toEqual(['unreadable'])
  })
})
