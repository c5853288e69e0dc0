import type { AttributeValue } from '../../annotation/annotation'
import type { AttributeKind } from '../../codebook/codebook'
import { onOneLine } from './fragments'

/** The sources as notes name them. */
export type SourceNames = {
  readonly nameOf: (id: string) => string | undefined
  /** The one source of this name; `undefined` when none or several have it. */
  readonly idOf: (name: string) => string | undefined
}

export function sourceNamesOf(
  sources: Iterable<{ readonly id: string; readonly name: string }>,
): SourceNames {
  const names = new Map<string, string>()
  const ids = new Map<string, string | undefined>()
  for (const { id, name } of sources) {
    const shown = onOneLine(name)
    names.set(id, shown)
    ids.set(shown, ids.has(shown) ? undefined : id)
  }
  return { nameOf: id => names.get(id), idOf: name => ids.get(name) }
}

/** A value as people read it in brat, on one line: a source by its name, a range as `40..45`, `40..` or `..45`. */
export function shownValue(
  value: AttributeValue,
  kind: AttributeKind | undefined,
  sources: SourceNames,
): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'object') {
    const { min = '', max = '' } = value
    return min === max ? min : `${min}..${max}`
  }
  return onOneLine((kind === 'source' ? sources.nameOf(value) : undefined) ?? value)
}

/** The value that is shown as `shown`, as far as its kind tells. */
export function readValue(
  shown: string,
  kind: AttributeKind | undefined,
  sources: SourceNames,
): AttributeValue {
  if (kind === 'yes-no' && (shown === 'yes' || shown === 'no')) return shown === 'yes'
  if (kind === 'source') return sources.idOf(shown) ?? shown
  return (kind === 'number' ? numberFrom(shown) : undefined) ?? shown
}

function numberFrom(shown: string): AttributeValue | undefined {
  const decimal = String.raw`-?\d+(?:\.\d+)?`
  const found = new RegExp(`^(${decimal})?(\\.\\.)?(${decimal})?$`).exec(shown)
  if (found === null) return undefined
  const [, min, isRange, max] = found
  if (isRange === undefined)
    return min === undefined || max !== undefined ? undefined : { min, max: min }
  if (min === undefined && max === undefined) return undefined
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
}

/** True for two values that say the same. */
export function areSameValues(a: AttributeValue, b: AttributeValue): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b
  return a.min === b.min && a.max === b.max
}
