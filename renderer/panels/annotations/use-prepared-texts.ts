import { useEffect, useRef } from 'react'
import type { Annotation } from '../../../shared/annotation/annotation'
import { useWorkbench } from '../../state/store'
import type { ListSearch } from './list-filter'

/** Written in one idle moment. */
const atOnce = 250

/**
 * Write what the filter looks through in idle moments, as soon as the list of an article is there: for ten
 * thousand annotations the first letter would wait 40 ms for it. An edit does not begin it again.
 */
export function usePreparedTexts(
  annotations: readonly Annotation[],
  textOf: (annotation: Annotation) => string,
  search: ListSearch,
): void {
  const article = useWorkbench(state => state.article?.article.id)
  const all = useRef(annotations)
  useEffect(() => {
    all.current = annotations
  }, [annotations])
  useEffect(() => {
    let from = 0
    const prepare = (): void => {
      for (const annotation of all.current.slice(from, from + atOnce)) textOf(annotation)
      from += atOnce
      if (from < all.current.length) idle = requestIdleCallback(prepare)
      else search.prepare(all.current)
    }
    let idle = requestIdleCallback(prepare)
    return () => {
      cancelIdleCallback(idle)
    }
  }, [article, textOf, search])
}
