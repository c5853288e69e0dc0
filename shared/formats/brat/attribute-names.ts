import type { Attribute, Codebook } from '../../codebook/codebook'
import { typeOf } from '../../codebook/codebook'

/** An attribute as brat's configuration has it: one name for all types that have it in the same way. */
export type BratAttribute = {
  readonly name: string
  readonly types: readonly string[]
  /** Its key in the codebook. */
  readonly key: string
  readonly label: string
  /** The values it may have; `undefined` when it is free, and then written as a note. */
  readonly values: readonly string[] | undefined
}

export type AttributeNames = {
  readonly all: readonly BratAttribute[]
  /** The attribute `key` of `type`; `undefined` for one that the codebook does not know. */
  readonly named: (type: string, key: string) => BratAttribute | undefined
  /** The attribute of the codebook that `name` means on `type`. */
  readonly meant: (type: string, name: string) => Attribute | undefined
}

/**
 * Names for brat, which knows attributes by their name alone: the key where all types mean the same by it,
 * otherwise type and key, such as `figure_kind`. The same codebook gives the same names, so an import
 * finds them again.
 */
export function attributeNames(codebook: Codebook): AttributeNames {
  const all = namedAttributes(codebook)
  const byKey = new Map(
    all.flatMap(one => one.types.map(type => [`${type} ${one.key}`, one] as const)),
  )
  const byName = new Map(
    all.flatMap(one => one.types.map(type => [`${type} ${one.name}`, one.key] as const)),
  )
  return {
    all,
    named: (type, key) => byKey.get(`${type} ${key}`),
    meant: (type, name) => {
      const key = byName.get(`${type} ${name}`)
      return typeOf(codebook, type)?.attributes.find(attribute => attribute.key === key)
    },
  }
}

function namedAttributes({ types }: Codebook): BratAttribute[] {
  const found = types.flatMap(type =>
    type.attributes.map(attribute => ({
      name: attribute.key,
      types: [type.key],
      key: attribute.key,
      label: attribute.label,
      values: valuesOf(attribute),
    })),
  )
  const taken = new Set(found.map(({ key }) => key))
  const keys = [...taken]
  return keys.flatMap(key => {
    const group = found.filter(one => one.key === key)
    const [first] = group
    if (first === undefined) return []
    const isShared = group.every(one => JSON.stringify(one.values) === JSON.stringify(first.values))
    if (isShared) return [{ ...first, types: group.flatMap(one => one.types) }]
    return group.map(one => ({ ...one, name: freeName(`${one.types.join('_')}_${key}`, taken) }))
  })
}

function valuesOf({ kind, choices }: Attribute): readonly string[] | undefined {
  if (kind === 'yes-no') return ['yes', 'no']
  if (kind !== 'choice' || choices === undefined || choices.length === 0) return undefined
  return choices.map(choice => choice.key)
}

function freeName(base: string, taken: Set<string>): string {
  let name = base
  for (let count = 2; taken.has(name); count += 1) name = `${base}-${count}`
  taken.add(name)
  return name
}
