import { store, useWorkbench } from '../state/store'
import { allCommands, commandOf } from './commands'
import { keyLabel } from './key-press'

/** Gives the first key of a command as it is printed, for tooltips and buttons. */
export function useKeyOf(): (id: string) => string | undefined {
  const isMac = useWorkbench(state => state.info?.platform === 'mac')
  useWorkbench(allCommands)
  return id => {
    const key = commandOf(store.getState(), id)?.keys[0]
    return key === undefined ? undefined : keyLabel(key, isMac)
  }
}
