import type { AnnotationType } from './codebook'

type Colours = AnnotationType['colour']

/**
 * Colours for further types. Good for words on both papers; in this order every one can also be told with
 * colour-blind eyes from those that share its dashes: each fourth line under words has the same.
 */
export const offeredColours: readonly Colours[] = [
  { light: '#6d28d9', dark: '#c4b5fd' },
  { light: '#0e7490', dark: '#67e8f9' },
  { light: '#4d7c0f', dark: '#a3e635' },
  { light: '#633112', dark: '#fde68a' },
  { light: '#be123c', dark: '#fb7185' },
  { light: '#854d0e', dark: '#facc15' },
  { light: '#a21caf', dark: '#f0abfc' },
]

/** The first of the offered colours that the fewest of `types` have: none of them, while there are enough. */
export function colourFor(types: readonly AnnotationType[]): Colours {
  const uses = ({ light }: Colours): number =>
    types.filter(({ colour }) => colour.light.toLowerCase() === light).length
  const [first, ...others] = offeredColours
  if (first === undefined) throw new RangeError('There are colours to offer')
  return others.reduce((best, next) => (uses(next) < uses(best) ? next : best), first)
}
