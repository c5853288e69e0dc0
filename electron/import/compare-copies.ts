import { diffWordsWithSpace } from 'diff'
import type { CopyDifference } from '../../shared/ipc/import-calls'
import type { Result } from '../../shared/outcome/result'
import { succeed } from '../../shared/outcome/result'
import type { ProjectStore } from '../store/project-store'

/** Steps after which two texts are too different for their difference to be worth reading. */
const mostSteps = 4000
/** Words of both texts that are shown around a difference. */
const contextWords = 8

/** How the text of `copy` differs from that of `first`, with a few words around each difference. */
export function compareCopies(
  store: ProjectStore,
  first: string,
  copy: string,
): Result<CopyDifference> {
  const one = store.readArticle(first)
  if (!one.ok) return one
  const two = store.readArticle(copy)
  if (!two.ok) return two
  const changes = diffWordsWithSpace(one.value.article.text, two.value.article.text, {
    maxEditLength: mostSteps,
    timeout: 2000,
  })
  if (changes === undefined) return succeed({ pieces: [], isTooDifferent: true })
  const pieces = changes.map(({ value, added, removed }, index) => ({
    in: added ? ('copy' as const) : removed ? ('first' as const) : ('both' as const),
    text:
      added || removed
        ? value
        : shortened(value, { isFirst: index === 0, isLast: index === changes.length - 1 }),
  }))
  return succeed({ pieces, isTooDifferent: false })
}

/** What both have, cut to what is next to a difference. */
function shortened(text: string, at: { isFirst: boolean; isLast: boolean }): string {
  const words = text.match(/\s*\S+\s*/g) ?? [text]
  if (words.length <= contextWords * 2) return text
  const head = at.isFirst ? '' : words.slice(0, contextWords).join('')
  const tail = at.isLast ? '' : words.slice(-contextWords).join('')
  return `${head} … ${tail}`
}
