import { getSchema } from '@tiptap/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '../../shared/article/blocks'
import { articleSchema } from './schema'
import { sectionedDocument } from './sections'
import { textPositions } from './text-positions'
import { boxesNear, firstSections, visibleRanges } from './visible-sections'

const paragraph: Block = { type: 'paragraph', content: [{ type: 'text', text: 'words' }] }
const leftOut: Block = { type: 'leftOut', attrs: { what: 'image', label: '' } }
const times = (count: number, block: Block): Block[] => Array.from({ length: count }, () => block)

const { sections } = textPositions(
  getSchema(articleSchema).nodeFromJSON(
    sectionedDocument({
      type: 'doc',
      content: [...times(40, paragraph), ...times(20, leftOut), ...times(40, paragraph)],
    }),
  ),
)

test('neighbours are one range, sections without text are none', () => {
  expect(visibleRanges(sections, new Set([0, 1]))).toEqual([{ start: 0, end: 239 }])
  expect(visibleRanges(sections, new Set([0, 3, 4]))).toEqual([
    { start: 0, end: 119 },
    { start: 240, end: 479 },
  ])
  expect(visibleRanges(sections, new Set([2]))).toEqual([])
})

test('the first sections fill the window and half a screen below it', () => {
  expect([...firstSections(sections, 400)]).toEqual([0])
  expect([...firstSections(sections, 900)]).toEqual([0, 1])
  expect([...firstSections(sections, 1200)]).toEqual([0, 1, 2])
  expect([...firstSections(sections, 100_000)]).toEqual([0, 1, 2, 3, 4])
})

test('the boxes near a range are those that touch it, whatever their heights', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 }),
      fc.integer({ min: -5, max: 90 }),
      fc.integer({ min: 0, max: 30 }),
      (heights, top, length) => {
        let end = 0
        const boxes = heights.map(height => {
          const box = { top: end, bottom: end + height }
          end = box.bottom
          return box
        })
        const range = { top, bottom: top + length }
        const nowhere = { top: Infinity, bottom: Infinity }
        expect(boxesNear(boxes.length, index => boxes[index] ?? nowhere, range)).toEqual(
          boxes.flatMap((box, index) =>
            box.bottom >= range.top && box.top <= range.bottom ? [index] : [],
          ),
        )
      },
    ),
  )
})
