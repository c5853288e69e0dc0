import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compact } from './compact'
import type { OutsideNews } from './outside-changes'
import type { ProjectStore } from './project-store'
import { openProject } from './open-project'
import type { TestProject } from './test-project'
import { addTestArticle, tagEdit, testIdentity, testProject } from './test-project'

const text = 'The dam broke at 4 a.m. and 1,600 people left.'
let project: TestProject
let store: ProjectStore
let article: Awaited<ReturnType<typeof addTestArticle>>
let news: OutsideNews[]
let file: string

const open = async (identity = testIdentity): Promise<ProjectStore> => {
  const opened = await openProject(project.folder, {
    identity,
    surroundings: project.surroundings,
    runCompaction: job => Promise.resolve(compact(job)),
    onNews: told => news.push(told),
  })
  if (!opened.ok) throw new Error(opened.error.message)
  opened.value.summaries()
  opened.value.beginNews()
  return opened.value
}

beforeEach(async () => {
  news = []
  project = await testProject()
  store = await open()
  article = await addTestArticle(store, project.surroundings, text)
  file = path.join(project.folder, 'annotations', `${article}.${testIdentity.annotator}.json`)
  await tag(1)
  await tag(2)
  await store.settle()
})
afterEach(async () => {
  await store.close()
  project.remove()
})

const tag = (end: number) =>
  store.appendEdit(tagEdit(project.surroundings, article, text, { start: 0, end }).edit)

const ends = (of: ProjectStore = store): number[] => {
  const reading = of.readArticle(article)
  if (!reading.ok) throw new Error(reading.error.message)
  return reading.value.sets
    .flatMap(({ annotations }) => annotations.flatMap(({ spans }) => spans.map(({ end }) => end)))
    .sort()
}

const keptTexts = (): string[] => {
  const folder = path.join(project.folder, '.assay', 'damaged')
  return fs.existsSync(folder)
    ? fs.readdirSync(folder).map(name => fs.readFileSync(path.join(folder, name), 'utf8'))
    : []
}

/** Change `file` without changing its length or its time of writing. */
function changeInPlace(): string {
  const { atime, mtime } = fs.statSync(file)
  const changed = fs.readFileSync(file, 'utf8').replace('"type": "claim"', '"type": "quote"')
  fs.writeFileSync(file, changed)
  fs.utimesSync(file, atime, mtime)
  return changed
}

describe('a project whose files another program changes while it is open', () => {
  const changes: readonly (readonly [string, () => string | undefined])[] = [
    ['changes, with the same length and the same time', changeInPlace],
    [
      'makes longer',
      () => {
        fs.appendFileSync(file, ' ')
        return fs.readFileSync(file, 'utf8')
      },
    ],
    [
      'cuts in the middle',
      () => {
        fs.truncateSync(file, 300)
        return fs.readFileSync(file, 'utf8')
      },
    ],
    [
      'replaces by something else',
      () => {
        fs.writeFileSync(`${file}.new`, '{}')
        fs.renameSync(`${file}.new`, file)
        return '{}'
      },
    ],
    [
      'empties',
      () => {
        fs.writeFileSync(file, '')
        return ''
      },
    ],
    [
      'deletes',
      () => {
        fs.rmSync(file)
        return undefined
      },
    ],
  ]
  for (const [what, change] of changes)
    for (const dirty of [false, true])
      it(`keeps ours in use, theirs as a file, and says so, for one it ${what}${dirty ? ', with an edit that no snapshot holds' : ''}`, async () => {
        if (dirty) await tag(3)
        const theirs = change()
        await tag(4)
        await store.settle()
        const expected = dirty ? [1, 2, 3, 4] : [1, 2, 4]
        expect(ends()).toEqual(expected)
        expect(news.length).toBeGreaterThan(0)
        if (theirs !== undefined) expect(keptTexts()).toContain(theirs)
        await store.close()
        store = await open()
        expect(ends()).toEqual(expected)
      })

  it('lays the edits over older content that a syncing folder brought back, open or closed', async () => {
    const old = fs.readFileSync(file)
    await tag(3)
    await store.settle()
    const generation = /"generation": (\d+)/.exec(fs.readFileSync(file, 'utf8'))?.[1]
    fs.writeFileSync(file, old)
    await tag(4)
    await store.settle()
    expect(ends()).toEqual([1, 2, 3, 4])
    expect(news.map(({ text: told }) => told).join(' ')).toMatch(/replaced by an older version/)
    expect(Number(/"generation": (\d+)/.exec(fs.readFileSync(file, 'utf8'))?.[1])).toBeGreaterThan(
      Number(/"generation": (\d+)/.exec(old.toString())?.[1]),
    )
    expect(Number(generation)).toBeGreaterThan(0)

    await store.close()
    fs.writeFileSync(file, old)
    store = await open()
    expect(ends()).toEqual([1, 2, 3, 4])
    expect(store.notices().join(' ')).toMatch(/replaced by an older version/)
  })

  it('says nothing of a file that is only touched or written anew as it is', async () => {
    fs.utimesSync(file, new Date(), new Date())
    fs.cpSync(file, `${file}.new`)
    fs.renameSync(`${file}.new`, file)
    await tag(3)
    await store.settle()
    expect(news).toEqual([])
    expect(keptTexts()).toEqual([])
  })

  it('uses the other version as one step of undo when asked to', async () => {
    changeInPlace()
    await tag(4)
    await store.settle()
    const kept = news.find(told => told.kept !== undefined)?.kept ?? ''
    const wanted = store.changesTo(kept)
    expect(wanted).toMatchObject({ ok: true })
    if (wanted.ok) expect(wanted.value.changes.length).toBeGreaterThan(0)
    expect(await store.useKept(kept)).toMatchObject({ ok: true })
    expect(ends()).toEqual([1, 2])
    const after = store.changesTo(kept)
    if (after.ok) expect(after.value.changes).toEqual([])
    expect(store.history().done.at(-1)?.label).toMatch(/use the other version/)
  })

  it('knows the copies that syncing programs make by their names, and can use them', async () => {
    const stem = file.slice(0, -'.json'.length)
    changeInPlace()
    const theirs = fs.readFileSync(file)
    await tag(3)
    await store.settle()
    news.length = 0
    for (const name of [
      `${stem} (Ana's conflicted copy 2031-03-14).json`,
      `${stem}.sync-conflict-20310314-120000-ABCDEFG.json`,
    ])
      fs.writeFileSync(name, theirs)
    await tag(4)
    await store.settle()
    expect(news).toHaveLength(2)
    for (const { kept = '' } of news) expect(store.changesTo(kept)).toMatchObject({ ok: true })
    expect(ends()).toEqual([1, 2, 3, 4])
  })
})
