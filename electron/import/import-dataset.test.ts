import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importFormats } from '../../shared/formats/formats'
import type { ProjectStore } from '../store/project-store'
import type { TestProject } from '../store/test-project'
import { testProject } from '../store/test-project'
import { realSurroundings } from '../surroundings'
import type { DatasetSetting } from './import-dataset'
import { importDataset } from './import-dataset'
import type { ArticleReader } from './reader/article-reader'
import { readHere } from './reader/read-here'

let project: TestProject
let store: ProjectStore
let file: string
beforeEach(async () => {
  project = await testProject()
  store = await project.open()
  file = path.join(path.dirname(project.folder), 'set.jsonl')
  const lines = Array.from({ length: 40 }, (_, index) => {
    const text = `Report ${index} came in.`
    const claim = { id: `c${index}`, type: 'claim', annotator: 'ada', attributes: {} }
    const spans = [{ start: 0, end: 6, text: 'Report' }]
    return JSON.stringify({
      id: `r${index}`,
      title: text,
      text,
      annotations: [{ ...claim, spans }],
    })
  })
  fs.writeFileSync(file, `${lines.join('\n')}\n`)
})
afterEach(async () => {
  await store.close()
  project.remove()
})

async function imported(more: Partial<DatasetSetting> = {}) {
  const format = importFormats.find(({ name }) => name === 'jsonl')
  if (format === undefined) throw new Error('No format jsonl')
  const setting = { surroundings: realSurroundings, reader: readHere, ...more }
  return await importDataset(store, file, format, setting)
}

/** How many articles there are, each with its annotation. */
function wholeArticles(): number {
  const whole = store.summaries().filter(({ id }) => {
    const read = store.readArticle(id)
    return read.ok && read.value.sets.some(({ annotations }) => annotations.length === 1)
  })
  expect(whole).toHaveLength(store.summaries().length)
  return whole.length
}

describe('an annotated dataset', () => {
  it('that is cancelled leaves whole articles, and goes on where it was', async () => {
    const cancel = new AbortController()
    const stopped = await imported({
      signal: cancel.signal,
      onProgress: () => {
        if (store.summaries().length > 0) cancel.abort()
      },
      reader: slowReader,
    })
    expect(stopped.ok && stopped.value.items.map(({ message }) => message)).toEqual([
      'The import of “set.jsonl” was cancelled. What came in before stays; import it again, and it goes on from there.',
    ])
    const before = wholeArticles()
    expect(before).toBeGreaterThan(0)
    expect(before).toBeLessThan(40)
    const again = await imported()
    expect(again).toMatchObject({ ok: true, value: { created: 40 - before, refused: 0 } })
    expect(wholeArticles()).toBe(40)
  })

  it.each([
    { name: 'no side', parts: [{ codebook: 7 }], says: 'its reader broke' },
    { name: 'no article', parts: [noSide(), { line: {}, more: 1 }], says: 'its reader broke' },
    { name: 'nothing', parts: [], says: 'its reader broke' },
  ])('of which its reader says $name is refused', async ({ parts, says }) => {
    const lying: ArticleReader = {
      ...readHere,

      stream: async function* () {
        for (const value of parts) yield { value }
        return undefined
      },
    }
    const refused = await imported({ reader: lying })
    expect(refused.ok ? '' : refused.error.message).toContain(says)
    expect(store.summaries()).toHaveLength(0)
  })
})

function noSide() {
  return { annotators: [], sources: [], items: [] }
}

/** Gives each part after a pause, so that progress is told. */
const slowReader: ArticleReader = {
  ...readHere,
  stream: async function* (request) {
    const parts = readHere.stream(request)
    for (;;) {
      const next = await parts.next()
      if (next.done === true) return next.value
      await new Promise(resolve => setTimeout(resolve, 20))
      yield next.value
    }
  },
}
