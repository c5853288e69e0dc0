import type { Codebook } from '../../shared/codebook/codebook'

/**
 * The CSS variables that marks are drawn with, for each type of the codebook: `--type-<key>` its colour
 * in the theme, `--mark-<key>` as strong as marks are at the moment, `--tint-<key>` and
 * `--focus-tint-<key>` the same as a tint. The strengths come from the stylesheet, by theme and focus.
 */
export function colourVariables(codebook: Codebook): Map<string, string> {
  const variables = new Map<string, string>()
  for (const { key, colour } of codebook.types) {
    const mix = (strength: string): string =>
      `color-mix(in srgb, var(--type-${key}) var(${strength}), transparent)`
    variables.set(`--type-${key}`, `light-dark(${colour.light}, ${colour.dark})`)
    variables.set(`--mark-${key}`, mix('--mark-strength'))
    variables.set(`--tint-${key}`, mix('--tint-strength'))
    variables.set(`--focus-tint-${key}`, mix('--focus-tint-strength'))
  }
  return variables
}

/** Set the variables of `codebook` on `element` and take away those of `before`. */
export function setTypeColours(
  element: HTMLElement,
  codebook: Codebook,
  before: Codebook | undefined,
): void {
  if (codebook === before) return
  const variables = colourVariables(codebook)
  if (before !== undefined)
    for (const name of colourVariables(before).keys())
      if (!variables.has(name)) element.style.removeProperty(name)
  for (const [name, value] of variables) element.style.setProperty(name, value)
}
