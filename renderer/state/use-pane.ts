import { createContext, useContext } from 'react'
import type { PaneId } from './pane'
import { stateIn } from './panes'
import type { WorkbenchState } from './store'
import { useWorkbench } from './store'

/** Which pane a component stands in; none outside of both. */
export const PaneContext = createContext<PaneId | undefined>(undefined)

/** The pane a component stands in. Outside of both, `undefined`: what is asked is then asked of the pane in use. */
export function usePaneId(): PaneId | undefined {
  return useContext(PaneContext)
}

/** A slice of the state as the component's own pane has it. */
export function usePane<Slice>(select: (state: WorkbenchState) => Slice): Slice {
  const pane = usePaneId()
  return useWorkbench(state => select(stateIn(state, pane)))
}
