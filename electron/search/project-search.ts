import { Worker } from 'node:worker_threads'
import type { ArticleReading } from '../../shared/ipc/article-reading'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import type { SearchQuery } from '../../shared/search/search-query'
import type { ProjectStore } from '../store/project-store'
import { touchesAnnotation } from './annotation-filter'
import type { SearchHit, SearchPart } from './run-search'
import type { SearchAnswer, SearchRequest } from './search-worker'

/** How long one answer looks for hits, and how many it gives. */
const limits = { budgetMs: 30, mostHits: 200 }
/** An expression that takes longer than this for one answer would take for ever: milliseconds. */
const patienceMs = 4000

/** Searches of the window, on a thread of their own; one at a time, the latest wins. */
export type ProjectSearch = {
  /** Begin a search; gives its number. */
  readonly begin: (store: ProjectStore, query: SearchQuery) => Promise<Result<{ search: number }>>
  /** Look on. Fails for a search that another one has replaced. */
  readonly next: (store: ProjectStore, search: number) => Promise<Result<SearchPart>>
  readonly stop: () => Promise<void>
}

export function projectSearch(workerFile: URL): ProjectSearch {
  let worker: Worker | undefined
  let current: { readonly search: number; readonly query: SearchQuery } | undefined
  let count = 0

  const ask = (request: SearchRequest): Promise<SearchAnswer> => {
    const asked = (worker ??= startWorker(workerFile))
    count += 1
    const id = count
    return new Promise(resolve => {
      const end = (answer: SearchAnswer): void => {
        clearTimeout(timer)
        asked.off('message', hear)
        asked.off('error', fault)
        resolve(answer)
      }
      const hear = (message: { id: number; answer: SearchAnswer }): void => {
        if (message.id === id) end(message.answer)
      }
      const fault = (): void => {
        worker = undefined
        end(fail('refused', 'The search broke off. Search again; your work is not touched.'))
      }
      const timer = setTimeout(() => {
        worker = undefined
        void asked.terminate()
        end(
          fail(
            'refused',
            'This search takes too long and was stopped. Look for something more definite.',
          ),
        )
      }, patienceMs)
      asked.on('message', hear)
      asked.once('error', fault)
      asked.postMessage({ id, request })
    })
  }

  return {
    begin: async (store, query) => {
      count += 1
      const search = count
      current = { search, query }
      const begun = await ask({
        kind: 'begin',
        folder: store.folder,
        query,
        articles: candidates(store, query),
      })
      return begun.ok ? succeed({ search }) : begun
    },
    next: async (store, search) => {
      if (current?.search !== search) return fail('cancelled', 'Another search took its place.')
      const { query } = current
      const part = await ask({ kind: 'next', ...limits })
      if (!part.ok) return part
      return succeed({ ...part.value, hits: filtered(store, query, part.value.hits) })
    },
    stop: async () => {
      await worker?.terminate()
      worker = undefined
    },
  }
}

function startWorker(file: URL): Worker {
  const worker = new Worker(file)
  // A thread that waits keeps no program alive.
  worker.unref()
  return worker
}

/** Articles that can have hits, newest first as the list shows them; the bin stays out. */
function candidates(store: ProjectStore, { articles, types }: SearchQuery): string[] {
  const wanted = articles === undefined ? undefined : new Set(articles)
  return store
    .summaries()
    .filter(
      ({ id, removedAt, annotators }) =>
        removedAt === undefined &&
        (wanted?.has(id) ?? true) &&
        (types === undefined ||
          Object.values(annotators).some(({ counts }) =>
            types.some(type => (counts[type] ?? 0) > 0),
          )),
    )
    .map(({ id }) => id)
}

/** Only the hits that touch an annotation the query asks for. */
function filtered(
  store: ProjectStore,
  query: SearchQuery,
  hits: readonly SearchHit[],
): readonly SearchHit[] {
  if (query.types === undefined && query.attribute === undefined) return hits
  const sources = new Map(store.sources().map(source => [source.id as string, source.name]))
  const readings = new Map<string, ArticleReading | undefined>()
  return hits.filter(hit => {
    if (!readings.has(hit.article)) {
      const read = store.readArticle(hit.article)
      readings.set(hit.article, read.ok ? read.value : undefined)
    }
    const reading = readings.get(hit.article)
    return reading !== undefined && touchesAnnotation(reading, hit, query, sources)
  })
}
