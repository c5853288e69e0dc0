import { isReadOnly } from '../state/selectors'
import type { WorkbenchState } from '../state/store'
import type { Command } from './command'
import { allCommands } from './commands'
import type { KeyPress } from './key-press'
import { isTypedKey, matchesKey } from './key-press'

/** The command that a key runs now, or what to say when its command may not run now. */
export type MeantByKey =
  | { readonly command: Command; readonly why?: never }
  | { readonly command?: never; readonly why: string }

/**
 * What a key means; `undefined` when it is no command's. `isForText`: whatever has the keyboard takes keys
 * that are typed for itself.
 */
export function commandForKey(
  state: WorkbenchState,
  press: KeyPress,
  isForText: boolean,
): MeantByKey | undefined {
  const isMac = state.info?.platform === 'mac'
  let why: string | undefined
  for (const command of allCommands(state)) {
    const binding = command.keys.find(key => matchesKey(key, press, isMac))
    if (binding === undefined) continue
    if (isForText && (command.scope === 'reading' || isTypedKey(binding))) continue
    if (command.when(state)) return { command }
    why ??= whyNot(state, command)
  }
  return why === undefined ? undefined : { why }
}

function whyNot(state: WorkbenchState, { writes, otherwise }: Command): string | undefined {
  if (state.article === undefined) return undefined
  return writes === true && isReadOnly(state) ? 'This project is open for reading only' : otherwise
}
