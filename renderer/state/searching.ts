import { useEffect, useState } from 'react'
import type { SearchHit } from '../../shared/ipc/search-calls'
import type { SearchQuery } from '../../shared/search/search-query'
import { call } from '../workbench-api'
import { store } from './store'

/** Hits that are shown; who needs more asks for something more definite. */
export const mostHitsShown = 1000

/** What a search has found so far. */
export type SearchState = {
  readonly hits: readonly SearchHit[]
  readonly articlesDone: number
  readonly articlesTotal: number
  readonly isRunning: boolean
  /** Why the query cannot be asked, or why the search broke off. */
  readonly fault?: string | undefined
}

const noSearch: SearchState = { hits: [], articlesDone: 0, articlesTotal: 0, isRunning: false }

/** Typing comes to rest for this long before a search begins, in milliseconds. */
const restMs = 120

/** Search the project for `query`, anew whenever it is another; an empty one finds nothing. */
export function useSearch(query: SearchQuery): SearchState {
  const [state, setState] = useState(noSearch)
  const key = JSON.stringify(query)
  useEffect(() => {
    const asked = JSON.parse(key) as SearchQuery
    let isCurrent = true
    const show = (next: SearchState): void => {
      if (isCurrent) setState(next)
    }
    const timer = setTimeout(
      () => {
        if (asked.text.trim() === '') show(noSearch)
        else void searchFor(asked, show, () => isCurrent)
      },
      asked.text.trim() === '' ? 0 : restMs,
    )
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [key])
  return state
}

async function searchFor(
  query: SearchQuery,
  show: (state: SearchState) => void,
  isCurrent: () => boolean,
): Promise<void> {
  const { opened } = store.getState()
  if (opened === undefined) return
  const { project } = opened
  const begun = await call('beginSearch', { project, query })
  if (!begun.ok) {
    show({ ...noSearch, fault: begun.error.message })
    return
  }
  const hits: SearchHit[] = []
  for (;;) {
    if (!isCurrent()) return
    const part = await call('continueSearch', { project, search: begun.value.search })
    if (!part.ok) {
      if (part.error.kind !== 'cancelled')
        show({ ...noSearch, hits: [...hits], fault: part.error.message })
      return
    }
    const { articlesDone, articlesTotal, hasMore } = part.value
    hits.push(...part.value.hits)
    const isRunning = hasMore && hits.length < mostHitsShown
    show({ hits: hits.slice(0, mostHitsShown), articlesDone, articlesTotal, isRunning })
    if (!isRunning) return
  }
}
