import type { Codebook } from '../../shared/codebook/codebook'
import { focusNextHere } from '../state/annotating'
import { toggleMarks, toggleType } from '../state/hiding'
import { copyAttributes, setSameSource } from '../state/repeating'
import { isReadOnly } from '../state/selectors'
import { setPreferences } from '../state/settings'
import type { WorkbenchState } from '../state/store'
import { store } from '../state/store'
import { armTag, pickType, repeatTag, toggleArmed } from '../state/tagging'
import type { Command } from './command'

const hasArticle = (state: WorkbenchState): boolean => state.article !== undefined
const canTag = (state: WorkbenchState): boolean => hasArticle(state) && !isReadOnly(state)

const command = (given: Pick<Command, 'id' | 'label' | 'run'> & Partial<Command>): Command => ({
  group: 'Annotations',
  keys: [],
  scope: 'reading',
  when: canTag,
  writes: given.when === undefined,
  ...given,
})

/** Tagging fast: again, all at once, from a list; and seeing less of it. */
export const taggingCommands: readonly Command[] = [
  command({
    id: 'pick-type',
    label: 'Tag with a type found by typing…',
    short: 'all types',
    keys: ['T'],
    run: pickType,
  }),
  command({
    id: 'repeat-tag',
    label: 'Tag like the last one',
    short: 'like the last',
    keys: ['R'],
    run: () => {
      repeatTag(false)
    },
  }),
  command({
    id: 'repeat-all',
    label: 'Tag like the last one, with its attributes',
    keys: ['Shift+R'],
    run: () => {
      repeatTag(true)
    },
  }),
  command({
    id: 'copy-attributes',
    label: 'Copy the attributes of the one before',
    short: 'copy attributes',
    keys: ['C'],
    run: copyAttributes,
  }),
  command({
    id: 'same-source',
    label: 'Same speaker as before',
    short: 'same speaker',
    keys: ['B'],
    run: setSameSource,
  }),
  command({
    id: 'arm-tag',
    label: 'Tag every selection at once, or stop doing so',
    short: 'tag every selection',
    keys: ['A'],
    run: toggleArmed,
  }),
  command({
    id: 'next-here',
    label: 'Next annotation on the same words',
    short: 'others here',
    keys: ['O'],
    when: hasArticle,
    run: focusNextHere,
  }),
  command({
    id: 'toggle-marks',
    label: 'Hide or show all marks',
    group: 'View',
    keys: ['H'],
    when: hasArticle,
    run: toggleMarks,
  }),
  command({
    id: 'toggle-enters-card',
    label: 'Go to the fields after each tag, or stay in the text',
    scope: 'anywhere',
    run: () => {
      const { info } = store.getState()
      if (info !== undefined) void setPreferences({ entersCard: !info.preferences.entersCard })
    },
  }),
]

/** One command for each type: from now on every selection gets it. */
export function armCommands(codebook: Codebook): Command[] {
  return codebook.types.map(type =>
    command({
      id: `arm-${type.key}`,
      label: `Tag every selection as ${type.label.toLowerCase()}`,
      scope: 'anywhere',
      run: () => {
        armTag(type)
      },
    }),
  )
}

/** One command for each type: hide or show its annotations. */
export function hideCommands(codebook: Codebook): Command[] {
  return codebook.types.map(type =>
    command({
      id: `hide-${type.key}`,
      label: `Hide or show: ${type.label.toLowerCase()}`,
      group: 'View',
      scope: 'anywhere',
      when: hasArticle,
      run: () => {
        toggleType(type)
      },
    }),
  )
}
