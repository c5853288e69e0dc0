import type { FoldedText } from '../../shared/text/fold-text'
import { foldText } from '../../shared/text/fold-text'
import type { TrigramFilter } from '../../shared/search/trigram-filter'
import { trigramFilter } from '../../shared/search/trigram-filter'

/** What a search needs of an article. */
export type SearchableText = {
  readonly text: string
  readonly folded: FoldedText
}

export type TextCache = {
  /** Filter of the article's text; reads the article the first time. `undefined` when it cannot be read. */
  readonly filterOf: (article: string) => TrigramFilter | undefined
  readonly textOf: (article: string) => SearchableText | undefined
}

/**
 * Texts of articles as far as `mostCharacters` go, the others read again when they are needed; the filters
 * of all of them. Articles never change, so nothing kept here is ever wrong.
 */
export function textCache(
  read: (article: string) => string | undefined,
  mostCharacters = 128 * 1024 * 1024,
): TextCache {
  const filters = new Map<string, TrigramFilter | undefined>()
  const texts = new Map<string, SearchableText>()
  let characters = 0

  const load = (article: string): SearchableText | undefined => {
    const text = read(article)
    if (text === undefined) return undefined
    const known: SearchableText = { text, folded: foldText(text) }
    if (characters + text.length <= mostCharacters) {
      texts.set(article, known)
      characters += text.length
    }
    return known
  }

  return {
    filterOf: article => {
      if (!filters.has(article)) {
        const known = load(article)
        filters.set(article, known === undefined ? undefined : trigramFilter(known.folded.letters))
      }
      return filters.get(article)
    },
    textOf: article => texts.get(article) ?? load(article),
  }
}
