import type { KeyMap } from '../../shared/ipc/key-map'
import { without } from '../values/without'
import type { Command } from './command'
import { isKeyOfText, isSingleKey, ownerOfBinding } from './key-press'

/** A command as far as its keys are concerned. */
export type Keyed = Pick<Command, 'id' | 'label' | 'keys'>

/** What comes of giving a command a key. */
export type Assignment =
  | { readonly kind: 'done'; readonly keys: KeyMap }
  /** Another command has the key. With `swapped` it gets the other's key for it, or has none. */
  | { readonly kind: 'taken'; readonly by: Keyed; readonly swapped: KeyMap }
  | { readonly kind: 'refused'; readonly why: string }

/** The commands with their keys as `keys` has them; the same array when nothing is changed. */
export function withKeys<Of extends Keyed>(commands: readonly Of[], keys: KeyMap): readonly Of[] {
  if (Object.keys(keys).length === 0) return commands
  return commands.map(command => {
    const own = isOfCodebook(command) ? undefined : keys[command.id]
    return own === undefined ? command : { ...command, keys: own }
  })
}

/** The commands without the keys that are a letter, a digit or a sign alone. */
export function withoutSingleKeys<Of extends Keyed>(commands: readonly Of[]): readonly Of[] {
  return commands.map(command => ({
    ...command,
    keys: command.keys.filter(key => !isSingleKey(key)),
  }))
}

/** True for a command whose key is a matter of the project's codebook. */
export function isOfCodebook({ id }: Pick<Keyed, 'id'>): boolean {
  return id.startsWith('tag-')
}

/**
 * Give a command `binding` in the place of its keys. `usual` are the commands with their usual keys, `keys`
 * what is changed of that.
 */
export function assignKey(
  usual: readonly Keyed[],
  keys: KeyMap,
  id: string,
  binding: string,
): Assignment {
  if (isKeyOfText(binding))
    return { kind: 'refused', why: 'The text and its fields need this key themselves.' }
  const now = withKeys(usual, keys)
  const command = now.find(one => one.id === id)
  const owner = ownerOfBinding(
    now.filter(one => one.id !== id),
    binding,
  )
  const assigned = changed(usual, keys, id, [binding])
  if (owner === undefined) return { kind: 'done', keys: assigned }
  if (isOfCodebook(owner))
    return {
      kind: 'refused',
      why: `This is the key of a type: “${owner.label}”. Types get their keys in the codebook.`,
    }
  const kept = owner.keys.filter(key => ownerOfBinding([{ keys: [key] }], binding) === undefined)
  const exchanged = command?.keys.slice(0, 1) ?? []
  return {
    kind: 'taken',
    by: owner,
    swapped: changed(usual, assigned, owner.id, [...exchanged, ...kept]),
  }
}

/** Take every key from a command. */
export function switchKeyOff(usual: readonly Keyed[], keys: KeyMap, id: string): KeyMap {
  return changed(usual, keys, id, [])
}

/** Give a command its usual keys back, unless another one has one of them now. */
export function resetKey(usual: readonly Keyed[], keys: KeyMap, id: string): Assignment {
  const next = without<Record<string, readonly string[]>>(keys, id)
  const now = withKeys(usual, next)
  const own = now.find(one => one.id === id)?.keys ?? []
  const others = now.filter(one => one.id !== id)
  for (const key of own) {
    const owner = ownerOfBinding(others, key)
    if (owner !== undefined)
      return { kind: 'refused', why: `“${owner.label}” has the usual key now: change that first.` }
  }
  return { kind: 'done', keys: next }
}

/** The other command that also has a key of this one, so that only one of them can run; as a rule there is none. */
export function rivalOf<Of extends Keyed>(commands: readonly Of[], command: Of): Of | undefined {
  const others = commands.filter(({ id }) => id !== command.id)
  return command.keys.map(key => ownerOfBinding(others, key)).find(owner => owner !== undefined)
}

/** `keys` with those of one command; usual keys are not written down. */
function changed(
  usual: readonly Keyed[],
  keys: KeyMap,
  id: string,
  own: readonly string[],
): KeyMap {
  const before = usual.find(one => one.id === id)?.keys ?? []
  const isUsual = before.length === own.length && before.every((key, at) => key === own[at])
  const others = without<Record<string, readonly string[]>>(keys, id)
  return isUsual ? others : { ...others, [id]: own }
}
