import { extendable } from '../state/extending'
import { otherAuthorOf } from '../state/others'
import { annotationOf, isReadOnly, selectedSpan } from '../state/selectors'
import type { WorkbenchState } from '../state/store'
import { allCommands } from './commands'
import { keyLabel } from './key-press'

/** A key and what it does now, for the bottom line. */
export type MomentKey = { readonly key: string; readonly does: string }

/** What of a card has the keyboard: a field that Enter leaves, or the note, where it is a new line. */
export type FieldWithKeys = 'field' | 'note'

/** The keys that fit the moment, the most useful first. */
export function momentKeys(
  state: WorkbenchState,
  field: FieldWithKeys | undefined,
  isMac: boolean,
): readonly MomentKey[] {
  const of = (...ids: readonly string[]): MomentKey[] => ids.flatMap(id => keyOf(state, id, isMac))
  if (state.article === undefined) return of('import', 'show-keys')
  if (state.find !== undefined)
    return [
      { key: 'Enter', does: 'next hit' },
      { key: keyLabel('Shift+Enter', isMac), does: 'previous hit' },
      { key: 'Esc', does: 'back to the text' },
    ]
  if (state.moving !== undefined)
    return [
      { key: '← →', does: `move the ${state.moving.edge}` },
      { key: keyLabel('Mod+ArrowRight', isMac), does: 'by words' },
      ...of(state.moving.edge === 'start' ? 'move-end' : 'move-start'),
      { key: 'Enter', does: 'keep' },
      { key: 'Esc', does: 'as it was' },
    ]
  if (field !== undefined)
    return [
      { key: 'Tab', does: 'next field' },
      ...(field === 'note' ? [{ key: 'Enter', does: 'new line' }] : []),
      {
        key: keyLabel(field === 'note' ? 'Mod+Enter' : 'Enter', isMac),
        does: 'save and go back',
      },
      { key: 'Esc', does: 'back to the text' },
    ]
  if (selectedSpan(state) !== undefined)
    return [
      ...tagKeys(state),
      ...of('pick-type', 'repeat-tag'),
      ...(extendable(state) === undefined ? [] : of('extend-annotation')),
      { key: '⇧→', does: 'more' },
      ...of('grow-selection', 'show-keys'),
    ]
  if (state.linking !== undefined)
    return [
      ...of('link', 'next-annotation', 'other-article', 'next-article'),
      { key: 'Esc', does: 'leave the link' },
      ...of('show-keys'),
    ]
  if (state.armed !== undefined)
    return [
      { key: '⇧→', does: 'select and tag' },
      ...tagKeys(state),
      { key: 'Esc', does: 'stop' },
      ...of('show-keys'),
    ]
  if (annotationOf(state, state.focused) !== undefined)
    return otherAuthorOf(state, state.focused) !== undefined
      ? of('copy-to-mine', 'next-here', 'next-annotation', 'toggle-others', 'show-keys')
      : of(
          'edit-annotation',
          'note',
          'same-source',
          'move-start',
          'move-end',
          'delete-annotation',
          'next-annotation',
          'undo',
          'show-keys',
        )
  return [
    { key: '⇧→', does: 'select' },
    ...of('grow-selection', 'arm-tag', 'next-annotation', 'find', 'finish-article', 'show-keys'),
  ]
}

function tagKeys(state: WorkbenchState): MomentKey[] {
  if (isReadOnly(state)) return []
  return allCommands(state)
    .filter(command => command.id.startsWith('tag-') && command.keys.length > 0)
    .map(command => ({ key: command.keys[0] ?? '', does: command.short ?? command.label }))
}

function keyOf(state: WorkbenchState, id: string, isMac: boolean): MomentKey[] {
  const command = allCommands(state).find(candidate => candidate.id === id)
  const key = command?.keys[0]
  if (command?.when(state) !== true || key === undefined) return []
  return [{ key: keyLabel(key, isMac), does: command.short ?? command.label }]
}
