import { vi } from 'vitest'
import type { TextSelection } from '../../editor/article-view-contract'
import { selectionMoved } from '../annotating'
import { startWorkbench } from '../opening'
import { watchFarRelations } from '../relating'
import { store } from '../store'
import { setShownView } from '../view'
import type { MemoryMain } from './in-memory-main'

/** Wait until main has answered everything it does not hold back, and the window has made something of it. */
export async function quiet(main: MemoryMain): Promise<void> {
  for (let calm = 0; calm < 60; calm = main.pending() === 0 ? calm + 1 : 0) await Promise.resolve()
}

/**
 * Start the window's own state against `main`, with a text view that has a caret and no pixels. Returns
 * what ends it.
 */
export async function startWindow(main: MemoryMain): Promise<() => void> {
  vi.stubGlobal('window', {
    workbench: {
      call: main.call,
      on: () => () => undefined,
      handlesOf: () => Promise.resolve([]),
    },
    matchMedia: () => ({ matches: false }),
  })
  vi.stubGlobal('document', { querySelector: () => null })
  const stopShowing = store.subscribe((state, before) => {
    const [now, was] = [state.article?.article.id, before.article?.article.id]
    if (now === was) return
    if (was !== undefined) setShownView(was, undefined)
    if (now !== undefined) setShownView(now, blindView())
  })
  const stopWatching = watchFarRelations()
  await startWorkbench()
  await quiet(main)
  return () => {
    stopShowing()
    stopWatching()
    vi.unstubAllGlobals()
  }
}

function blindView(): Parameters<typeof setShownView>[1] {
  let selection: TextSelection = { anchor: 0, head: 0 }
  const nothing = (): undefined => undefined
  return {
    focus: nothing,
    select: next => {
      selection = next
      selectionMoved(next)
    },
    selection: () => selection,
    reveal: nothing,
    topOf: nothing,
    rectOf: nothing,
    showMeant: nothing,
    offsetAt: nothing,
    onLayout: () => nothing,
    plainText: () => store.getState().article?.article.text ?? '',
  }
}
