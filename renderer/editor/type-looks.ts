import type { AnnotationType, Channel } from '../../shared/codebook/codebook'

/** How a type is drawn, apart from its colour. `dash` counts the types of a channel; 0 is drawn plain. */
export type TypeLook = { readonly channel: Channel; readonly dash: number }

/** What a type looks like that the codebook does not have any more: a dashed line, told apart by its card. */
export const unknownLook: TypeLook = { channel: 'underline', dash: 1 }

/** So many lines look different; the next one is drawn as the first. */
const dashCount = 4

const looksByTypes = new WeakMap<readonly AnnotationType[], ReadonlyMap<string, TypeLook>>()

/** The looks of all types by their keys; the same map for the same types. */
export function looksOf(types: readonly AnnotationType[]): ReadonlyMap<string, TypeLook> {
  const known = looksByTypes.get(types)
  if (known !== undefined) return known
  const looks = new Map<string, TypeLook>()
  const seen: Record<Channel, number> = { tint: 0, underline: 0, outline: 0 }
  for (const { key, channel } of types) {
    looks.set(key, { channel, dash: seen[channel] % dashCount })
    seen[channel] += 1
  }
  looksByTypes.set(types, looks)
  return looks
}
