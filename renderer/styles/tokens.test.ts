import { describe, expect, it } from 'vitest'
import { defaultCodebook } from '../../shared/codebook/default-codebook'
import css from './tokens.css?raw'

const themes = ['light', 'dark', 'high-contrast'] as const

/** What must be readable on what: WCAG 2.2 §1.4.3 for words (4.5), §1.4.11 for borders and rings (3). */
const pairs: readonly (readonly [front: string, back: string, ratio: number])[] = [
  ...['paper', 'chrome', 'raised', 'hover', 'chosen', 'find', 'find-current', 'selection'].map(
    back => ['ink', back, 4.5] as const,
  ),
  ...['paper', 'chrome', 'raised', 'hover', 'chosen'].map(back => ['muted', back, 4.5] as const),
  ...['paper', 'chrome', 'raised'].flatMap(
    back =>
      [
        ['danger', back, 4.5],
        ['accent', back, 4.5],
        ['focus-ring', back, 3],
        ['line-strong', back, 3],
      ] as const,
  ),
  ['accent-ink', 'accent', 4.5],
]

describe('tokens', () => {
  it.each(themes.flatMap(theme => pairs.map(pair => [theme, ...pair] as const)))(
    '%s: %s on %s has a contrast of at least %d',
    (theme, front, back, least) => {
      const colours = coloursOf(theme)
      expect(contrast(colours.get(front), colours.get(back))).toBeGreaterThanOrEqual(least)
    },
  )

  it.each(
    themes.flatMap(theme => defaultCodebook.types.map(type => [theme, type.label, type] as const)),
  )('%s: the words of the type %s can be read on paper and on cards', (theme, _label, type) => {
    const colour = theme === 'dark' ? type.colour.dark : type.colour.light
    for (const back of ['paper', 'raised'])
      expect(contrast(colour, coloursOf(theme).get(back))).toBeGreaterThanOrEqual(4.5)
  })

  it('has the same names in every theme', () => {
    const names = themes.map(theme =>
      [...coloursOf(theme).keys()].filter(name => !name.endsWith('-width')).toSorted(),
    )
    expect(names[1]).toEqual(names[0])
    expect(names[2]).toEqual(names[0])
  })
})

function coloursOf(theme: string): Map<string, string> {
  const block = new RegExp(`\\[data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(css)?.[1]
  if (block === undefined) throw new RangeError(`tokens.css has no theme ${theme}`)
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(found => [found[1] ?? '', found[2] ?? '']),
  )
}

function contrast(front: string | undefined, back: string | undefined): number {
  const [high = 0, low = 0] = [luminance(front), luminance(back)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

function luminance(colour: string | undefined): number {
  const hex = /^#([0-9a-f]{6})$/i.exec(colour ?? '')?.[1]
  if (hex === undefined) throw new RangeError(`Not a plain colour: ${String(colour)}`)
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map(at => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
