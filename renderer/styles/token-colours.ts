import css from './tokens.css?raw'

/** The colours of a theme by their names in tokens.css, without the two dashes. For tests. */
export function coloursOf(theme: string): Map<string, string> {
  const block = new RegExp(`\\[data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(css)?.[1]
  if (block === undefined) throw new RangeError(`tokens.css has no theme ${theme}`)
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(found => [found[1] ?? '', found[2] ?? '']),
  )
}
