import type { ArticleId } from '../../shared/article/article'
import type { EarlierArticle } from '../../shared/ipc/import-calls'
import type { TextSignature } from '../../shared/text/near-copies'
import { likeness } from '../../shared/text/near-copies'

/** Where an article came from. */
export type CameFrom = {
  readonly title: string
  /** Of its file. */
  readonly name: string
  /** Of the page. */
  readonly address: string | undefined
}

/** The articles that were there before an import, by where they came from. */
export type EarlierArticles = {
  readonly add: (
    article: CameFrom & { readonly id: ArticleId; readonly signature: TextSignature },
  ) => void
  readonly has: (id: ArticleId) => boolean
  /**
   * The one that came from the same web address or from a file of the same name, the most alike of several.
   * Of files that share nothing but their name (`index.html`), neither title nor words, none is.
   */
  readonly fromSamePlace: (later: CameFrom, signature: TextSignature) => EarlierArticle | undefined
}

/** So much of the words in a row two files of one name must share, when their titles differ. */
const relatedFrom = 0.05

export function earlierArticles(): EarlierArticles {
  type Known = Parameters<EarlierArticles['add']>[0]
  const ids = new Set<ArticleId>()
  const byName = new Map<string, Known[]>()
  const byAddress = new Map<string, Known[]>()
  return {
    add: known => {
      ids.add(known.id)
      addTo(byName, known.name, known)
      const page = pageAt(known.address)
      if (page !== undefined) addTo(byAddress, page, known)
    },
    has: id => ids.has(id),
    fromSamePlace: ({ title, name, address }, signature) => {
      const page = pageAt(address)
      const atAddress = page === undefined ? undefined : byAddress.get(page)
      const because = atAddress === undefined ? 'name' : 'address'
      let best: Known | undefined
      let bestLikeness = -1
      for (const known of atAddress ?? byName.get(name) ?? []) {
        const alike = likeness(known.signature, signature)
        if (alike <= bestLikeness) continue
        if (because === 'name' && known.title !== title && alike < relatedFrom) continue
        best = known
        bestLikeness = alike
      }
      return best === undefined ? undefined : { article: best.id, title: best.title, because }
    },
  }
}

/** An address without its fragment; none for the first page of a site, which many articles name as theirs. */
function pageAt(address: string | undefined): string | undefined {
  const url = URL.parse(address ?? '')
  if (url === null || (url.pathname === '/' && url.search === '')) return undefined
  url.hash = ''
  return url.href
}

function addTo(map: Map<string, unknown[]>, key: string, value: unknown): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else known.push(value)
}
