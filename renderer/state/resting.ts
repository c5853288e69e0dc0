import type { StoreApi } from 'zustand/vanilla'

/** A store that is only read. */
type Read<State> = Pick<StoreApi<State>, 'getState' | 'getInitialState' | 'subscribe'>

/** What may stand still while somebody works, and follows when keys and mouse rest. */
export type Resting<State> = {
  /** The state as it was when keys and mouse last rested. */
  readonly rested: Read<State>
  /** A key or a button was pressed or let go: nothing of `rested` changes until `restMs` after the last of them. */
  readonly pressed: () => void
}

/** How long keys and mouse are still before they rest, in milliseconds: longer than between two keys of one thought. */
export const restMs = 300

/** Changes that come while nothing is pressed are in `rested` at once, in the same frame as everywhere. */
export function createResting<State>(drawn: Read<State>): Resting<State> {
  const listeners = new Set<(state: State, before: State) => void>()
  let state = drawn.getState()
  let lastPress = -Infinity
  let timer: ReturnType<typeof setTimeout> | undefined

  const follow = (): void => {
    const wait = lastPress + restMs - performance.now()
    if (wait > 0) {
      timer = setTimeout(follow, Math.ceil(wait))
      return
    }
    timer = undefined
    const before = state
    state = drawn.getState()
    for (const listener of listeners) listener(state, before)
  }
  drawn.subscribe(() => {
    if (timer === undefined) follow()
  })
  return {
    rested: {
      getState: () => state,
      getInitialState: drawn.getInitialState,
      subscribe: listener => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    pressed: () => {
      lastPress = performance.now()
    },
  }
}
