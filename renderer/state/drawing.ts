import type { StoreApi } from 'zustand/vanilla'

/** How those who draw hear of a store's changes: a moment later while a change waits for its answer. */
export type Drawing<State> = {
  /** The store as it is drawn. */
  readonly drawn: StoreApi<State>
  /**
   * Draw what `change` does, and all that follows, together with the answer it gives, or without it after
   * `patienceMs`. The state itself never waits, so whoever reads it has it at once.
   */
  readonly drawWith: (change: () => Promise<unknown>) => void
  /** Call `then` once everything until now is drawn. */
  readonly whenDrawn: (then: () => void) => void
  /** Draw what waits, now: before something else happens that goes by what is on the screen. */
  readonly drawNow: () => void
}

/**
 * How long a change waits for the answer of main before it is drawn without it, in milliseconds: most disks
 * have synced by then, and a frame is four times as long.
 */
export const patienceMs = 4

/** Change and answer are one frame so, where the word Saved would otherwise be a frame of its own. */
export function createDrawing<State>(store: StoreApi<State>): Drawing<State> {
  const listeners = new Set<(state: State, before: State) => void>()
  /** What was drawn last, while drawing waits. */
  let held: { readonly state: State; readonly then: (() => void)[] } | undefined

  const tell = (state: State, before: State): void => {
    for (const listener of listeners) listener(state, before)
  }
  store.subscribe((state, before) => {
    if (held === undefined) tell(state, before)
  })
  const drawNow = (): void => {
    if (held === undefined) return
    const { state, then } = held
    held = undefined
    if (store.getState() !== state) tell(store.getState(), state)
    for (const call of then) queueMicrotask(call)
  }
  return {
    drawn: {
      ...store,
      subscribe: listener => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    drawWith: change => {
      if (held !== undefined) {
        void change()
        return
      }
      held = { state: store.getState(), then: [] }
      const timer = setTimeout(drawNow, patienceMs)
      void change().then(() => {
        clearTimeout(timer)
        drawNow()
      })
    },
    // React renders in a microtask of its own, which is queued by then.
    whenDrawn: then => {
      if (held === undefined) queueMicrotask(then)
      else held.then.push(then)
    },
    drawNow,
  }
}
