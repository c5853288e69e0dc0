import path from 'node:path'
import { parentPort } from 'node:worker_threads'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import type { SearchQuery } from '../../shared/search/search-query'
import { readOwnFile } from '../store/read-regular-file'
import type { RunningSearch, SearchPart } from './run-search'
import { runSearch } from './run-search'
import type { TextCache } from './text-cache'
import { textCache } from './text-cache'

/** What the worker is asked, one at a time. `folder` is the project's. */
export type SearchRequest =
  | {
      readonly kind: 'begin'
      readonly folder: string
      readonly query: SearchQuery
      readonly articles: readonly string[]
    }
  | { readonly kind: 'next'; readonly budgetMs: number; readonly mostHits: number }

export type SearchAnswer = Result<SearchPart>

const nothing: SearchPart = { hits: [], uncounted: 0, articlesDone: 0, articlesTotal: 0 }

let cache: { readonly folder: string; readonly texts: TextCache } | undefined
let running: RunningSearch | undefined

parentPort?.on('message', ({ id, request }: { id: number; request: SearchRequest }) => {
  parentPort?.postMessage({ id, answer: answerTo(request) })
})

function answerTo(request: SearchRequest): SearchAnswer {
  if (request.kind === 'begin') {
    const begun = runSearch(request.query, request.articles, textsOf(request.folder))
    running = begun.ok ? begun.value : undefined
    return begun.ok ? succeed(nothing) : begun
  }
  if (running === undefined) return fail('cancelled', 'This search has ended.')
  return succeed(running.next(request))
}

/** Texts of the project searched last; another project takes their place. */
function textsOf(folder: string): TextCache {
  if (cache?.folder !== folder)
    cache = { folder, texts: textCache(article => readText(folder, article)) }
  return cache.texts
}

/** The text alone, unchecked: a damaged article is reported where it is opened, and here just not found. */
function readText(folder: string, article: string): string | undefined {
  try {
    const file = path.join(folder, 'articles', `${article}.json`)
    const { text } = JSON.parse(readOwnFile(file).toString('utf8')) as { text?: unknown }
    return typeof text === 'string' ? text : undefined
  } catch {
    return undefined
  }
}
