import { vi } from 'vitest'
import type { TextSelection } from '../../editor/article-view-contract'
import { selectionMoved } from '../annotating'
import { startWorkbench } from '../opening'
import type { PaneId } from '../pane'
import { stateIn } from '../panes'
import { watchFarRelations } from '../relating'
import { store } from '../store'
import { setShownView } from '../view'
import type { MemoryMain } from './in-memory-main'

/** Wait until main has answered everything it does not hold back, and the window has made something of it. */
export async function quiet(main: MemoryMain): Promise<void> {
  let turns = 0
  for (let calm = 0; calm < 60; calm = main.pending() === 0 ? calm + 1 : 0) {
    await Promise.resolve()
    turns += 1
    if (turns > 100_000) throw new Error(`Main never answers ${main.pending()} calls`)
  }
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
    for (const pane of ['first', 'second'] as const) {
      const [now, was] = [state, before].map(at =>
        at.panes.includes(pane) ? stateIn(at, pane).article?.article.id : undefined,
      )
      if (now === was) continue
      if (was !== undefined) setShownView(pane, was, undefined)
      if (now !== undefined) setShownView(pane, now, blindView(pane))
    }
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

function blindView(pane: PaneId): Parameters<typeof setShownView>[2] {
  let selection: TextSelection = { anchor: 0, head: 0 }
  const nothing = (): undefined => undefined
  return {
    focus: nothing,
    select: next => {
      selection = next
      selectionMoved(next, pane)
    },
    selection: () => selection,
    reveal: nothing,
    isInView: () => true,
    topOf: nothing,
    rectOf: nothing,
    showMeant: nothing,
    offsetAt: nothing,
    onLayout: () => nothing,
    plainText: () => stateIn(store.getState(), pane).article?.article.text ?? '',
  }
}
