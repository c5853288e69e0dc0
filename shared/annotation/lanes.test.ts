import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spansOverlap } from '../text/span'
import { assignLanes } from './lanes'

const items = fc
  .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })), { maxLength: 30 })
  .map(list => list.map(([start, length], at) => ({ id: `a${at}`, start, end: start + length })))

const lanesById = (list: readonly { id: string; start: number; end: number }[]) =>
  Object.fromEntries([...assignLanes(list)].map(([{ id }, lane]) => [id, lane]))

test('spans that overlap never share a lane', () => {
  fc.assert(
    fc.property(items, list => {
      const lanes = assignLanes(list)
      expect(lanes.size).toBe(list.length)
      for (const a of list)
        for (const b of list)
          if (a !== b && spansOverlap(a, b)) expect(lanes.get(a)).not.toBe(lanes.get(b))
    }),
  )
})

test('no more lanes are used than spans lie over one character', () => {
  fc.assert(
    fc.property(items, list => {
      const deepest = Math.max(
        0,
        ...list.map(
          ({ start }) => list.filter(other => other.start <= start && start < other.end).length,
        ),
      )
      expect(Math.max(-1, ...assignLanes(list).values()) + 1).toBe(deepest)
    }),
  )
})

test('the order in which spans come does not matter', () => {
  fc.assert(
    fc.property(items, fc.nat(), (list, turn) => {
      const at = turn % Math.max(1, list.length)
      expect(lanesById([...list.slice(at), ...list.slice(0, at)])).toEqual(lanesById(list))
    }),
  )
})

test('a new span leaves the lanes of all that start before it', () => {
  fc.assert(
    fc.property(items, list => {
      const [added, ...rest] = list
      if (added === undefined) return
      const before = lanesById(rest)
      const after = lanesById(list)
      for (const { id, start } of rest) if (start < added.start) expect(after[id]).toBe(before[id])
    }),
  )
})

test('the outer of two that start together takes the first lane', () => {
  const outer = { id: 'b', start: 0, end: 20 }
  const inner = { id: 'a', start: 0, end: 5 }
  expect(lanesById([inner, outer])).toEqual({ b: 0, a: 1 })
})
