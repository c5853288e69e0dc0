import { expect, test } from 'vitest'
import type { Annotation } from '../../../shared/annotation/annotation'
import { createElementKey } from './element-key'
import { listLines } from './list-lines'

const annotations = ['a', 'b', 'c', 'd'].map(id => ({ id }) as unknown as Annotation)

/** Lines of those from `from` on, below a heading. */
const linesFrom = (from: number) =>
  listLines([{ label: 'Claim', annotations: annotations.slice(from, from + 2) }]).between(0, 1000)

test('the element stays while one of its rows does', () => {
  const keyOf = createElementKey()
  const first = keyOf(linesFrom(0))
  expect(keyOf(linesFrom(0))).toBe(first)
  expect(keyOf(linesFrom(1))).toBe(first)
  expect(keyOf(linesFrom(2))).toBe(first)
})

test('another element comes when all rows are others, though the heading is the same', () => {
  const keyOf = createElementKey()
  const first = keyOf(linesFrom(0))
  const second = keyOf(linesFrom(2))
  expect(second).not.toBe(first)
  expect(keyOf(linesFrom(2))).toBe(second)
})
