import type { RefCallback } from 'react'
import { useCallback, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/**
 * Heights of cards in CSS pixels by annotation id, as far as they are known, and a ref callback that
 * watches a card while it is there. Cards of one line are left out: the style sheet says how high they are.
 */
export function useHeights(): readonly [ReadonlyMap<string, number>, RefCallback<HTMLElement>] {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map())
  const [observer] = useState(
    () =>
      new ResizeObserver(entries => {
        // Before this frame is drawn: cards that have to give way would jump in the next one.
        const others = entries.filter(({ target }) => !target.hasAttribute('data-compact'))
        if (others.length === 0) return
        flushSync(() => {
          setHeights(known => withHeights(known, others))
        })
      }),
  )
  useEffect(
    () => () => {
      observer.disconnect()
    },
    [observer],
  )
  const observe = useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return undefined
      observer.observe(element)
      return () => {
        observer.unobserve(element)
      }
    },
    [observer],
  )
  return [heights, observe]
}

function withHeights(
  known: ReadonlyMap<string, number>,
  entries: readonly ResizeObserverEntry[],
): ReadonlyMap<string, number> {
  const next = new Map(known)
  let isChanged = false
  for (const { target, borderBoxSize } of entries) {
    const id = target.getAttribute('data-annotation')
    const height = borderBoxSize[0]?.blockSize
    if (id === null || height === undefined || height === 0 || next.get(id) === height) continue
    next.set(id, height)
    isChanged = true
  }
  return isChanged ? next : known
}
