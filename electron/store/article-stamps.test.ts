import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleId } from '../../shared/article/article'
import { annotationFile } from '../../shared/project/change'
import type { ProjectStore } from './project-store'
import type { TestProject } from './test-project'
import { addTestArticle, tagEdit, testIdentity, testProject } from './test-project'

const text = 'The ferry left at nine. Nobody saw it return.'

describe('stampOf', () => {
  let project: TestProject
  let store: ProjectStore
  let article: ArticleId

  const tag = async (start: number, by: 'window' | 'program' = 'window'): Promise<void> => {
    const { edit } = tagEdit(project.surroundings, article, text, { start, end: start + 5 })
    const appended = await store.appendEdit(edit, by)
    expect(appended.ok).toBe(true)
  }
  const fileOnDisk = (): string =>
    path.join(project.folder, annotationFile(article, testIdentity.annotator))

  beforeEach(async () => {
    project = await testProject()
    store = await project.open()
    article = await addTestArticle(store, project.surroundings, text)
    await store.settle()
  })
  afterEach(async () => {
    await store.close()
    project.remove()
  })

  it('stays the same over edits of the window and over the snapshots they are written into', async () => {
    const before = store.stampOf(article)
    await tag(4)
    expect(store.stampOf(article)).toBe(before)
    await store.settle(article)
    expect(store.stampOf(article)).toBe(before)
    await tag(10)
    await store.settle(article)
    expect(store.stampOf(article)).toBe(before)
  })

  it('is another one after an edit of the program itself', async () => {
    const before = store.stampOf(article)
    await tag(4, 'program')
    expect(store.stampOf(article)).not.toBe(before)
  })

  it('is another one when another program changed, added or removed the file', async () => {
    await tag(4)
    await store.settle(article)
    const stamps = [store.stampOf(article)]
    fs.appendFileSync(fileOnDisk(), '\n')
    stamps.push(store.stampOf(article))
    fs.rmSync(fileOnDisk())
    stamps.push(store.stampOf(article))
    fs.writeFileSync(fileOnDisk(), '{}')
    stamps.push(store.stampOf(article))
    expect(new Set(stamps).size).toBe(4)
  })

  it('is another one when a snapshot was written over what another program had left', async () => {
    await tag(4)
    await store.settle(article)
    const before = store.stampOf(article)
    await tag(10)
    // Unsigned, as a merge by hand leaves it: it is read as it is.
    const content = fs.readFileSync(fileOnDisk(), 'utf8').replace(/^ {2}"sha256".*\n/m, '')
    fs.writeFileSync(fileOnDisk(), content)
    await store.settle(article)
    expect(store.stampOf(article)).not.toBe(before)
  })

  it('tells one opening of a project from another', async () => {
    const before = store.stampOf(article)
    await store.close()
    store = await project.open()
    expect(store.stampOf(article)).not.toBe(before)
  })
})
