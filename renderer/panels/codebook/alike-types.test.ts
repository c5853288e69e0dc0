import { describe, expect, it } from 'vitest'
import type { AnnotationType, Channel } from '../../../shared/codebook/codebook'
import { distanceSeen, visions } from '../../../shared/codebook/colour-vision'
import { contrastOf } from '../../../shared/codebook/contrast'
import { defaultCodebook } from '../../../shared/codebook/default-codebook'
import { colourFor, offeredColours } from '../../../shared/codebook/offered-colours'
import { coloursOf } from '../../styles/token-colours'
import { alikeTypes } from './alike-types'

/** High contrast has the colours of light paper. */
const papers = ['light', 'dark'] as const

const typeIn = (
  channel: Channel,
  key: string,
  colour: AnnotationType['colour'],
): AnnotationType => ({ key, label: key, channel, colour, attributes: [] })

/** The default codebook with types added as the editor adds them. */
const withAdded = (channel: Channel, count: number): readonly AnnotationType[] =>
  Array.from({ length: count }).reduce<readonly AnnotationType[]>(
    (types, _, at) => [...types, typeIn(channel, `new-${String(at)}`, colourFor(types))],
    defaultCodebook.types,
  )

const alikePairs = (types: readonly AnnotationType[], paper: 'light' | 'dark'): string[] =>
  types.flatMap(type =>
    alikeTypes(type, types, paper).map(({ key }) => [type.key, key].toSorted().join(' = ')),
  )

describe('types that cannot be told apart', () => {
  it.each(papers)(
    'are none of the built-in ones on %s paper: each has a channel of its own',
    paper => {
      expect(new Set(defaultCodebook.types.map(({ channel }) => channel)).size).toBe(3)
      expect(alikePairs(defaultCodebook.types, paper)).toEqual([])
    },
  )

  it.each(
    papers.flatMap(paper =>
      (['underline', 'tint', 'outline'] as const).map(channel => [channel, paper] as const),
    ),
  )(
    'are none of those that are added in the editor, drawn as %s, on %s paper',
    (channel, paper) => {
      expect(alikePairs(withAdded(channel, offeredColours.length), paper)).toEqual([])
    },
  )

  it('are two with the same dashes in red and green that are one colour without green cones', () => {
    const green = { light: '#4d7c0f', dark: '#8bc34a' }
    const between = [0, 1, 2].map(at =>
      typeIn('underline', `between-${String(at)}`, { light: '#1d4ed8', dark: '#93b4ff' }),
    )
    const types = [...defaultCodebook.types, ...between, typeIn('underline', 'promise', green)]
    expect(alikePairs(types, 'light')).toEqual(['claim = promise', 'claim = promise'])
    expect(distanceSeen('#b45309', green.light, 'full')).toBeGreaterThan(0.1)
    expect(distanceSeen('#b45309', green.light, 'deuteranopia')).toBeLessThan(0.1)
    // One line less between them, and they have other dashes.
    expect(alikePairs(types.toSpliced(3, 1), 'light')).toEqual([])
  })
})

describe('the colours that are offered', () => {
  it('are good for words and marks on every paper', () => {
    for (const { light, dark } of [...offeredColours, ...defaultCodebook.types.map(t => t.colour)])
      for (const [theme, colour] of [
        ['light', light],
        ['high-contrast', light],
        ['dark', dark],
      ] as const)
        for (const back of ['paper', 'raised'])
          expect(contrastOf(colour, coloursOf(theme).get(back) ?? '')).toBeGreaterThanOrEqual(4.5)
  })

  it('are used one after another, and again from the first when there is none left', () => {
    const added = withAdded('underline', offeredColours.length + 1).slice(3)
    expect(added.map(({ colour }) => colour)).toEqual([...offeredColours, offeredColours[0]])
  })
})

it('a mark is seen on its paper with any eyes, and so is the tint of a quote', () => {
  for (const [theme, paper, strength] of [
    ['light', 'light', 0.1],
    ['dark', 'dark', 0.16],
    ['high-contrast', 'light', 0.3],
  ] as const) {
    const back = coloursOf(theme).get('paper') ?? ''
    for (const { colour, channel } of [...defaultCodebook.types, ...withAdded('tint', 7)])
      for (const vision of visions) {
        const drawn = channel === 'tint' ? mixed(colour[paper], back, strength) : colour[paper]
        const least = channel === 'tint' ? 0.02 : 0.1
        expect(
          distanceSeen(drawn, back, vision),
          `${theme} ${vision} ${colour[paper]}`,
        ).toBeGreaterThan(least)
      }
  }
})

/** As `color-mix(in srgb, …)` does it. */
function mixed(front: string, back: string, share: number): string {
  const channel = (at: number): string => {
    const [one, other] = [front, back].map(colour => Number.parseInt(colour.slice(at, at + 2), 16))
    return Math.round((one ?? 0) * share + (other ?? 0) * (1 - share))
      .toString(16)
      .padStart(2, '0')
  }
  return `#${[1, 3, 5].map(channel).join('')}`
}
