import type { Result } from '../../shared/outcome/result'
import { succeed } from '../../shared/outcome/result'
import type { SearchQuery } from '../../shared/search/search-query'
import { compileSearch } from '../../shared/search/search-query'
import type { TrigramFilter } from '../../shared/search/trigram-filter'
import { mayHave, trigramBits } from '../../shared/search/trigram-filter'
import type { Direction } from '../../shared/text/text-direction'
import { directionOf } from '../../shared/text/text-direction'
import type { TextCache } from './text-cache'

/** Characters of the text that are shown before and behind a hit. */
const contextLength = 80

/** Characters before and behind a hit in which its paragraph begins and has its first letter. */
const mostOfParagraph = 10_000

/** One place where a search found something; places in UTF-16 code units. */
export type SearchHit = {
  readonly article: string
  readonly start: number
  readonly end: number
  readonly before: string
  readonly words: string
  readonly after: string
  /** Of the paragraph; what is shown before the words may be of another one. */
  readonly direction: Direction
}

/** What a search found since it was asked last. */
export type SearchPart = {
  readonly hits: readonly SearchHit[]
  /** Hits found so far that were counted but are not among those given. */
  readonly uncounted: number
  readonly articlesDone: number
  readonly articlesTotal: number
}

/** A search on its way through the articles: goes on only while it is asked. */
export type RunningSearch = {
  /** Look on until `mostHits` are found or `budgetMs` have passed. */
  readonly next: (limits: { readonly budgetMs: number; readonly mostHits: number }) => SearchPart
}

/** Begin a search through these articles, in their order. Fails for a query that cannot be asked. */
export function runSearch(
  query: SearchQuery,
  articles: readonly string[],
  cache: TextCache,
  now: () => number = () => performance.now(),
): Result<RunningSearch> {
  const compiled = compileSearch(query)
  if (!compiled.ok) return compiled
  const { needles, hitsIn } = compiled.value
  const bits = needles.map(trigramBits)
  const isWorthALook = (filter: TrigramFilter): boolean =>
    bits.every(needle => mayHave(filter, needle))
  let done = 0
  let waiting: SearchHit[] = []
  return succeed({
    next: ({ budgetMs, mostHits }) => {
      const until = now() + budgetMs
      while (done < articles.length && waiting.length < mostHits) {
        // One article at least is looked at, so that the search always ends.
        const article = articles[done] ?? ''
        done += 1
        const filter = cache.filterOf(article)
        if (filter !== undefined && isWorthALook(filter)) {
          const known = cache.textOf(article)
          if (known !== undefined)
            for (const { start, end } of hitsIn(known.text, known.folded))
              waiting.push(hitAt(article, known.text, start, end))
        }
        if (now() > until) break
      }
      const hits = waiting.slice(0, mostHits)
      waiting = waiting.slice(mostHits)
      return {
        hits,
        uncounted: waiting.length,
        articlesDone: done,
        articlesTotal: articles.length,
      }
    },
  })
}

function hitAt(article: string, text: string, start: number, end: number): SearchHit {
  return {
    article,
    start,
    end,
    before: before(text, start),
    words: text.slice(start, end),
    after: after(text, end),
    direction: directionAt(text, start),
  }
}

/** The direction of the paragraph around `at`, which its first letter gives. */
function directionAt(text: string, at: number): Direction {
  const from = Math.max(0, at - mostOfParagraph)
  const begins = from + text.slice(from, at).lastIndexOf('\n') + 1
  return directionOf(text.slice(begins, at + mostOfParagraph))
}

/** Cut between words, unless a word is longer than half of what is shown: scripts without blanks are cut anywhere. */
function before(text: string, start: number): string {
  const from = start - contextLength
  if (from <= 0) return text.slice(0, start)
  const shown = text.slice(from, start).toWellFormed()
  const blank = /\s/.test(text.charAt(from - 1)) ? -1 : shown.search(/\s/)
  const isCut = blank > contextLength / 2
  return isCut ? `…${shown}` : `… ${shown.slice(blank + 1)}`
}

function after(text: string, end: number): string {
  const to = end + contextLength
  if (to >= text.length) return text.slice(end)
  const shown = text.slice(end, to).toWellFormed()
  const words = /\s/.test(text.charAt(to)) ? shown : shown.replace(/\s\S*$/, '')
  return words.length < contextLength / 2 ? `${shown}…` : `${words} …`
}
