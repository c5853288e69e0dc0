import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { copiesOf, copyOf } from '../../shared/article/copies'
import { succeed } from '../../shared/outcome/result'
import type { ProjectStore } from '../store/project-store'
import type { TestProject } from '../store/test-project'
import { testProject } from '../store/test-project'
import { realSurroundings } from '../surroundings'
import type { ImportItem, ImportSetting } from './import-items'
import { importItems } from './import-items'
import { readHere } from './reader/read-here'

let project: TestProject
let store: ProjectStore
beforeEach(async () => {
  project = await testProject()
  store = await project.open()
})
afterEach(async () => {
  await store.close()
  project.remove()
})

const item = (name: string, text: string): ImportItem => ({
  name,
  load: () => succeed(new TextEncoder().encode(text)),
})
const textOf = (number: number): string =>
  Array.from({ length: 60 }, (_, word) => `w${(number * 7919 + word * 104_729) % 99_991}`).join(' ')
const many = Array.from({ length: 100 }, (_, number) => item(`${number}.txt`, textOf(number)))
const importThem = (items: readonly ImportItem[], more: Partial<ImportSetting> = {}) =>
  importItems(store, items, items.length, {
    surroundings: realSurroundings,
    reader: readHere,
    ...more,
  })
const texts = (): string[] =>
  store.summaries().map(({ id }) => {
    const read = store.readArticle(id)
    return read.ok ? read.value.article.text : read.error.message
  })

describe('an import of many things', () => {
  it('keeps their order, is one step of undo, and is not done twice', async () => {
    const report = await importThem(many)
    expect(report.imported).toHaveLength(100)
    expect(texts()).toEqual(many.map((_, number) => textOf(number)))
    expect(store.history().done.map(({ label }) => label)).toEqual(['import 100 articles'])
    const again = await importThem([
      ...many,
      item('new.txt', textOf(100)),
      item('twin', textOf(100)),
    ])
    expect([again.imported.length, again.present.length]).toEqual([1, 101])
    await store.close()
    store = await project.open()
    expect(texts()).toHaveLength(101)
    expect((await importThem(many)).present).toHaveLength(100)
  })

  it('stops between whole articles when it is cancelled', async () => {
    const control = new AbortController()
    const report = await importThem(many, {
      signal: control.signal,
      onProgress: ({ done }) => {
        if (done >= 1) control.abort()
      },
    })
    expect(report.stopped).toBe('It was cancelled.')
    expect(texts()).toEqual(report.imported.map((_, number) => textOf(number)))
    expect(report.imported.length).toBeLessThan(100)
  })

  it('links copies of copies to the first article, in both, or keeps or skips them', async () => {
    const first = textOf(1)
    const reprint = `${first} with reports`
    const more = `${reprint} of the desk`
    await importThem([item('first.txt', first)])
    const { imported } = await importThem([item('a.txt', reprint), item('b.txt', more)])
    const summaries = store.summaries()
    expect(summaries.map(({ metadata }) => copyOf(metadata))).toEqual([
      undefined,
      summaries[0]?.id,
      summaries[0]?.id,
    ])
    expect(copiesOf(summaries[0]?.metadata ?? {})).toEqual(imported.map(({ article }) => article))
    const skipped = await importThem([item('c.txt', `${more} again`)], { copies: 'skip' })
    expect([skipped.imported.length, skipped.present.length]).toEqual([0, 1])
    const kept = await importThem([item('d.txt', `${more} twice`)], { copies: 'keep' })
    expect(kept.imported.map(entry => entry.copyOf)).toEqual([undefined])
    expect(store.summaries().filter(({ metadata }) => copyOf(metadata) !== undefined)).toHaveLength(
      2,
    )
  })
})
