import type { Codebook } from '../../shared/codebook/codebook'
import type { KeyMap } from '../../shared/ipc/key-map'
import { codebookOf } from '../state/selectors'
import type { WorkbenchState } from '../state/store'
import { store } from '../state/store'
import { annotationCommands, tagCommands } from './annotation-commands'
import type { Command } from './command'
import { historyCommands } from './history-commands'
import { withKeys } from './key-map'
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
const withChangedKeys = new WeakMap<readonly Command[], { keys: KeyMap; all: readonly Command[] }>()

/** Every command of the window as it is now, with the keys that the user gave them. */
export function allCommands(state: WorkbenchState): readonly Command[] {
  const usual = commandsFor(codebookOf(state))
  const keys = state.info?.preferences.keys ?? usualKeys
  const known = withChangedKeys.get(usual)
  if (known?.keys === keys) return known.all
  const all = withKeys(usual, keys)
  withChangedKeys.set(usual, { keys, all })
  return all
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
