import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { test } from '@playwright/test'
import type { SearchAnswer, SearchRequest } from '../electron/search/search-worker'
import type { SearchQuery } from '../shared/search/search-query'
import { madeUpText, seededRandom } from './made-up-project'
import { isSmoke, percentile, report } from './table'

/*
 * Find in the project: from the question to the first answer of the built search thread, which holds the
 * first hits or all of them. The floor is a plain indexOf through the same texts in small letters.
 */
const articles = isSmoke ? 50 : 10_000
const rounds = isSmoke ? 2 : 20
const limits = { budgetMs: 30, mostHits: 200 }

/** A word of every text, a word of few, none, a phrase, all words, an expression. */
const queries: readonly (readonly [string, string, SearchQuery['kind']])[] = [
  ['frequent word', 'the', 'words'],
  ['rare word', 'zephyrine', 'words'],
  ['absent word', 'nonexistent', 'words'],
  ['rare phrase', 'zephyrine lantern', 'phrase'],
  ['two words', 'the zephyrine', 'words'],
  ['expression', '\\d{3,} (people|boats)', 'regular-expression'],
]

test('find in 10,000 articles', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-search-'))
  const texts = madeTexts()
  fs.mkdirSync(path.join(folder, 'articles'))
  const ids = texts.map((text, index) => {
    const id = `a${index}`
    fs.writeFileSync(path.join(folder, 'articles', `${id}.json`), JSON.stringify({ id, text }))
    return id
  })
  const worker = new Worker(
    path.join(path.dirname(import.meta.dirname), 'out', 'main', 'search-worker.js'),
  )
  const ask = asking(worker)
  try {
    const begin = (text: string, kind: SearchQuery['kind']) =>
      ask({
        kind: 'begin',
        folder,
        query: { text, kind, isCaseSensitive: false },
        articles: ids,
      })
    // The first search reads the articles; the window shows how far it is.
    const started = performance.now()
    await begin('nonexistent', 'words')
    await whole(ask)
    const reading = performance.now() - started
    const folded = texts.map(text => text.toLowerCase())
    const rows = []
    for (const [name, text, kind] of queries) {
      const answers: number[] = []
      const floors: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        answers.push(
          await timed(async () => {
            await begin(text, kind)
            await ask({ kind: 'next', ...limits })
          }),
        )
        floors.push(await timed(() => folded.filter(one => one.includes(text)).length))
      }
      rows.push({
        'look for': name,
        'first answer p50 ms': percentile(answers, 50),
        'first answer p95 ms': percentile(answers, 95),
        'plain scan p50 ms': percentile(floors, 50),
        'ratio p50': percentile(answers, 50) / percentile(floors, 50),
        'target p95 ms': 50,
      })
    }
    report('search', [...rows, { 'look for': 'reading all, once', 'first answer p50 ms': reading }])
  } finally {
    await worker.terminate()
    fs.rmSync(folder, { recursive: true, force: true })
  }
})

function madeTexts(): string[] {
  const random = seededRandom(11)
  return Array.from({ length: articles }, (_, index) => {
    const text = madeUpText(5000, random)
    return index % 100 === 3 ? `${text} The zephyrine lantern was seen by 120 people.` : text
  })
}

function asking(worker: Worker): (request: SearchRequest) => Promise<SearchAnswer> {
  let count = 0
  return request =>
    new Promise(resolve => {
      count += 1
      const id = count
      const hear = (message: { id: number; answer: SearchAnswer }): void => {
        if (message.id !== id) return
        worker.off('message', hear)
        resolve(message.answer)
      }
      worker.on('message', hear)
      worker.postMessage({ id, request })
    })
}

async function whole(ask: (request: SearchRequest) => Promise<SearchAnswer>): Promise<void> {
  for (;;) {
    const part = await ask({ kind: 'next', ...limits })
    if (!part.ok) throw new Error(part.error.message)
    if (part.value.articlesDone >= part.value.articlesTotal) return
  }
}

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
