import { useEffect, useRef } from 'react'
import type { Annotation } from '../../../shared/annotation/annotation'
import { useWorkbench } from '../../state/store'
import type { ListSearch } from './list-filter'

/** Taken in between two looks at the clock. */
const atOnce = 50
/** For so long within one idle moment: a key that comes meanwhile waits. */
const mostMs = 4

/**
 * Take in what the filter looks through in idle moments, as soon as the list of an article is there: for ten
 * thousand annotations the first letter would wait 40 ms for it. An edit does not begin it again.
 */
export function usePreparedTexts(annotations: readonly Annotation[], search: ListSearch): void {
  const article = useWorkbench(state => state.article?.article.id)
  const all = useRef(annotations)
  useEffect(() => {
    all.current = annotations
  }, [annotations])
  useEffect(() => {
    const prepare = (): void => {
      const end = performance.now() + mostMs
      while (!search.prepare(all.current, atOnce))
        if (performance.now() > end) {
          idle = requestIdleCallback(prepare)
          return
        }
    }
    let idle = requestIdleCallback(prepare)
    return () => {
      cancelIdleCallback(idle)
    }
  }, [article, search])
}
