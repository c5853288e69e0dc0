import { parseXml } from './parse-xml'

/** For each type its parent and what its own features hold, as far as a file says. */
export type KnownTypes = ReadonlyMap<string, KnownType>
type KnownType = { readonly parent: string; readonly ranges: ReadonlyMap<string, string> }

/** Types of a `TypeSystem.xml`; `undefined` for a file that is none. */
export function readTypeSystem(xml: string): KnownTypes | undefined {
  const types = new Map<string, { parent: string; ranges: Map<string, string> }>()
  let current = { name: '', parent: '', ranges: new Map<string, string>() }
  let feature = ''
  const fault = parseXml(xml, {
    onOpen: ({ local }) => {
      if (local === 'typeDescription') current = { name: '', parent: '', ranges: new Map() }
    },
    onClose: (path, text) => {
      const [parent, name] = path.slice(-2)
      if (parent === 'typeDescription' && name === 'name') current.name = text.trim()
      if (name === 'supertypeName') current.parent = text.trim()
      if (parent === 'featureDescription' && name === 'name') feature = text.trim()
      if (name === 'rangeTypeName') current.ranges.set(feature, text.trim())
      if (name === 'typeDescription' && current.name !== '') types.set(current.name, current)
    },
  })
  return fault === undefined ? types : undefined
}

/** Name of what the feature holds; `undefined` when no file says so. */
export function rangeOf(types: KnownTypes, type: string, feature: string): string | undefined {
  // A type cannot be its own ancestor, but a file can say so.
  const seen = new Set<string>()
  for (let name = type; !seen.has(name);) {
    seen.add(name)
    const known = types.get(name)
    if (known === undefined) return undefined
    const range = known.ranges.get(feature)
    if (range !== undefined) return range
    name = known.parent
  }
  return undefined
}
