import { describe, expect, it } from 'vitest'
import { defaultCodebook } from '../../shared/codebook/default-codebook'
import { contrastOf } from '../../shared/codebook/contrast'
import { papers } from '../values/papers'
import { coloursOf } from './token-colours'

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

  it('has the papers that the codebook editor measures colours on', () => {
    for (const theme of ['light', 'dark'] as const)
      expect(coloursOf(theme).get('paper')).toBe(papers[theme])
  })

  it.each(themes)('%s: a chosen row stands out from whatever it lies on', theme => {
    const colours = coloursOf(theme)
    for (const back of ['paper', 'chrome', 'raised'])
      expect(contrast(colours.get('chosen'), colours.get(back)), back).toBeGreaterThan(1.15)
  })

  it('has the same names in every theme', () => {
    const names = themes.map(theme =>
      [...coloursOf(theme).keys()].filter(name => !name.endsWith('-width')).toSorted(),
    )
    expect(names[1]).toEqual(names[0])
    expect(names[2]).toEqual(names[0])
  })
})

function contrast(front: string | undefined, back: string | undefined): number {
  const ratio = contrastOf(front ?? '', back ?? '')
  if (ratio === undefined)
    throw new RangeError(`Not plain colours: ${String(front)}, ${String(back)}`)
  return ratio
}
