import type { LooseObject } from '../dataset/loose-value'
import type { FeatureStructure, FeatureValue } from './cas'
import { attributeOfFeature, ownFeatures, spanTypeKey } from './names'

export type ReadAttributes = {
  readonly attributes: LooseObject
  /** Sources that the attributes name and `sourceName` does not know. */
  readonly sources: readonly { readonly id: string; readonly name: string }[]
}

/**
 * Attributes out of the features of a span; names and values of layers of other tools stay as they are.
 * `sourceName` gives the name of a source that stands beside the files.
 */
export function readAttributes(
  { type, features }: FeatureStructure,
  sourceName: (id: string) => string | undefined,
): ReadAttributes {
  if (spanTypeKey(type) === undefined)
    return {
      attributes: Object.fromEntries(
        [...features].map(([name, value]) => [name, plainValue(value)]),
      ),
      sources: [],
    }
  const own: readonly string[] = [ownFeatures.id, ownFeatures.note, ownFeatures.details]
  const given = [...features].filter(([name]) => !own.includes(name))
  const attributes = new Map<string, string | number | boolean>()
  const bounds = new Map<string, Record<string, unknown>>()
  const ids = new Map<string, string>()
  for (const [name, value] of given) {
    const found = attributeOfFeature(name)
    const key = found?.attribute ?? name
    switch (found?.suffix) {
      case 'Min':
      case 'Max':
        bounds.set(key, { ...bounds.get(key), [found.suffix.toLowerCase()]: value })
        break
      case 'Flag':
        attributes.set(
          key,
          value === 'true' || value === 'false' ? value === 'true' : plainValue(value),
        )
        break
      case 'Id':
        ids.set(key, String(value))
        break
      default:
        attributes.set(key, plainValue(value))
    }
  }
  const sources = [...ids].flatMap(([key, id]) => {
    const known = sourceName(id)
    const name = String(attributes.get(key) ?? known ?? id)
    // Another tool changes the name and leaves the id: then it means somebody else.
    const source = known === undefined || known === name ? id : name
    attributes.set(key, source)
    return source === id && known !== undefined ? [] : [{ id: source, name }]
  })
  return { attributes: Object.fromEntries<unknown>([...attributes, ...bounds]), sources }
}

/** Several texts become one. */
function plainValue(value: FeatureValue): string | number | boolean {
  return typeof value === 'object' ? value.join('; ') : value
}
