import { expect, test } from 'vitest'
import fc from 'fast-check'
import type { Annotation } from '../../../shared/annotation/annotation'
import { headingHeightPx, listLines, rowHeightPx } from './list-lines'
import type { Line } from './list-lines'

const annotation = (id: number): Annotation => ({ id: id.toString() }) as unknown as Annotation

/** Groups with so many annotations each; the first without a label when `isPlain`. */
function groupsOf(sizes: readonly number[], isPlain: boolean) {
  let id = 0
  return sizes.map((size, index) => ({
    label: isPlain && index === 0 ? '' : `group ${index}`,
    annotations: Array.from({ length: size }, () => annotation(id++)),
  }))
}

const heightOf = ({ kind }: Line): number => (kind === 'heading' ? headingHeightPx : rowHeightPx)

const anyGroups = fc
  .tuple(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 }), fc.boolean())
  .map(([sizes, isPlain]) => groupsOf(sizes, isPlain))

test('all lines stand one below the other, and each annotation is there once, in order', () => {
  fc.assert(
    fc.property(anyGroups, groups => {
      const { height, between, topOf } = listLines(groups)
      const lines = between(0, height)
      let below = 0
      for (const line of lines) {
        expect(line.top).toBe(below)
        below += heightOf(line)
      }
      expect(below).toBe(height)
      const rows = lines.filter(line => line.kind === 'row')
      expect(rows.map(row => row.annotation)).toEqual(groups.flatMap(group => group.annotations))
      expect(rows.map(({ place }) => place)).toEqual(rows.map((_, place) => place))
      for (const { top, place } of rows) {
        const isBelowHeading = lines.some(
          line => line.kind === 'heading' && line.top + headingHeightPx === top,
        )
        expect(topOf(place)).toBe(isBelowHeading ? top - headingHeightPx : top)
      }
    }),
  )
})

test('a part of the list has exactly the lines that touch it', () => {
  fc.assert(
    fc.property(anyGroups, fc.nat(2000), fc.nat(600), (groups, from, length) => {
      const { height, between } = listLines(groups)
      const touching = between(0, height).filter(
        line => line.top < from + length && line.top + heightOf(line) > from,
      )
      expect(between(from, from + length)).toEqual(touching)
    }),
  )
})

test('an empty list has no lines', () => {
  const { height, between } = listLines([])
  expect([height, between(0, 500)]).toEqual([0, []])
})
