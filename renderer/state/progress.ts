import type { WorkbenchState } from './store'
import { store } from './store'

type Kind = 'importing' | 'exporting'

/** How many of each are on their way. */
const running: Record<Kind, number> = { importing: 0, exporting: 0 }

/**
 * Show how far an import or an export is. What main tells and what it answers come by different ways, and one
 * may overtake the other: what is told of something that has ended is not shown.
 */
export function noteProgress<What extends Kind>(kind: What, progress: WorkbenchState[What]): void {
  if (running[kind] > 0) store.setState({ [kind]: progress })
}

/** Wait for the answer to an import or an export, with its progress shown until then. */
export async function withProgress<Value>(kind: Kind, answer: Promise<Value>): Promise<Value> {
  running[kind] += 1
  try {
    return await answer
  } finally {
    running[kind] -= 1
    if (running[kind] === 0) store.setState({ [kind]: undefined })
  }
}
