import type { Codebook } from '../../shared/codebook/codebook'
import type { KeyMap } from '../../shared/ipc/key-map'
import { codebookOf } from '../state/selectors'
import type { WorkbenchState } from '../state/store'
import { store } from '../state/store'
import { annotationCommands, tagCommands } from './annotation-commands'
import type { Command } from './command'
import { historyCommands } from './history-commands'
import { withKeys, withoutSingleKeys } from './key-map'
import { othersCommands } from './others-commands'
import { paneCommands } from './pane-commands'
import { projectCommands } from './project-commands'
import { selectingCommands } from './selecting-commands'
import { armCommands, hideCommands, taggingCommands } from './tagging-commands'
import { textCommands } from './text-commands'
import { viewCommands } from './view-commands'

const fixedCommands: readonly Command[] = [
  ...annotationCommands,
  ...taggingCommands,
  ...selectingCommands,
  ...othersCommands,
  ...historyCommands,
  ...textCommands,
  ...projectCommands,
  ...paneCommands,
  ...viewCommands,
]

const withTags = new WeakMap<Codebook, readonly Command[]>()

/** Every command with the types of `codebook`; the same array for the same codebook. */
export function commandsFor(codebook: Codebook | undefined): readonly Command[] {
  if (codebook === undefined) return fixedCommands
  const known = withTags.get(codebook)
  if (known !== undefined) return known
  const all = [
    ...tagCommands(codebook),
    ...fixedCommands,
    ...armCommands(codebook),
    ...hideCommands(codebook),
  ]
  withTags.set(codebook, all)
  return all
}

const usualKeys: KeyMap = {}

type Keyed = {
  readonly keys: KeyMap
  readonly given: readonly Command[]
  readonly active: readonly Command[]
}
const withChangedKeys = new WeakMap<readonly Command[], Keyed>()

/** Every command of the window as it is now, with the keys that the user gave them and that act now. */
export function allCommands(state: WorkbenchState): readonly Command[] {
  const { given, active } = keyed(state)
  return state.info?.preferences.singleKeys === false ? active : given
}

/** The same with all keys that were given, also while letters, digits and signs are switched off. */
export function commandsAsGiven(state: WorkbenchState): readonly Command[] {
  return keyed(state).given
}

function keyed(state: WorkbenchState): Keyed {
  const usual = commandsFor(codebookOf(state))
  const keys = state.info?.preferences.keys ?? usualKeys
  const known = withChangedKeys.get(usual)
  if (known?.keys === keys) return known
  const given = withKeys(usual, keys)
  const made = { keys, given, active: withoutSingleKeys(given) }
  withChangedKeys.set(usual, made)
  return made
}

/** The command with this id, or `undefined`. */
export function commandOf(state: WorkbenchState, id: string): Command | undefined {
  return allCommands(state).find(command => command.id === id)
}

/** Run a command when it may run now; false when there is none or it may not. */
export function runCommand(id: string): boolean {
  const state = store.getState()
  const command = commandOf(state, id)
  if (command?.when(state) !== true) return false
  command.run()
  return true
}
