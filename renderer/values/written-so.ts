import { foldedWithAccents } from '../../shared/text/fold-text'
import type { SearchQuery } from '../../shared/search/search-query'

/**
 * Whether words that a query found are written as it has them, accents and all: a search for `schon` finds
 * schön, too, which is another word. An expression finds just what it says.
 */
export function isWrittenSo(words: string, { text, kind }: SearchQuery): boolean {
  if (kind === 'regular-expression') return true
  const found = partsOf(words)
  const wanted = partsOf(text)
  return kind === 'words'
    ? found.every(part => wanted.includes(part))
    : found.join(' ') === wanted.join(' ')
}

function partsOf(text: string): string[] {
  return foldedWithAccents(text).trim().split(/\s+/)
}
