import type { Codebook } from '../../shared/codebook/codebook'

/**
 * The CSS variable `--type-<key>` for each type of the codebook: its colour in the theme. How strong a
 * mark is drawn with it stands in the stylesheet, by theme and focus.
 */
export function colourVariables(codebook: Codebook): Map<string, string> {
  return new Map(
    codebook.types.map(({ key, colour }) => [
      `--type-${key}`,
      `light-dark(${colour.light}, ${colour.dark})`,
    ]),
  )
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
