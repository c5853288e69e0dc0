/**
 * How far two colours stand apart, from 1 (the same) to 21 (black on white); `undefined` unless both are
 * written as `#rrggbb`. Source: WCAG 2.2, contrast ratio.
 */
export function contrastOf(one: string, other: string): number | undefined {
  const lightnesses = [luminanceOf(one), luminanceOf(other)]
  const [first, second] = lightnesses
  if (first === undefined || second === undefined) return undefined
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05)
}

/** True for a colour as the codebook keeps it: `#rrggbb`. */
export function isPlainColour(colour: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(colour)
}

/** WCAG 2.2, relative luminance: 0 for black, 1 for white. */
function luminanceOf(colour: string): number | undefined {
  if (!isPlainColour(colour)) return undefined
  const [red, green, blue] = linearOf(colour)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Red, green and blue. */
export type Channels = readonly [number, number, number]

/** How much light of each kind a plain colour (`#rrggbb`) is, from 0 to 1: sRGB without its gamma. */
export function linearOf(colour: string): Channels {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return [red, green, blue]
}
