import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bucketMapOf,
  differencesOf,
  emptyBucketMap,
  getFrom,
  valuesOf,
  withEntry,
} from './bucket-map'
import type { BucketMap } from './bucket-map'

/** Short keys meet in one bucket and are overwritten and removed again; odd ones must be keys like any other. */
const keys = fc.oneof(
  fc.uuid(),
  fc.constantFrom('a', 'b', '', '__proto__', 'constructor', '😡'),
  fc.string({ maxLength: 2 }),
)
const steps = fc.array(fc.tuple(keys, fc.option(fc.nat(), { nil: undefined })), { maxLength: 200 })

function entriesOf(map: BucketMap<{ key: string; value: number }>): Map<string, number> {
  return new Map([...valuesOf(map)].map(({ key, value }) => [key, value]))
}

describe('a bucket map', () => {
  it('holds after every step what a Map holds', () => {
    fc.assert(
      fc.property(steps, given => {
        const model = new Map<string, number>()
        let map = emptyBucketMap<{ key: string; value: number }>()
        for (const [key, value] of given) {
          if (value === undefined) model.delete(key)
          else model.set(key, value)
          map = withEntry(map, key, value === undefined ? undefined : { key, value })
          expect(map.size).toBe(model.size)
          expect(getFrom(map, key)?.value).toBe(value)
        }
        expect(entriesOf(map)).toEqual(model)
        for (const key of model.keys()) expect(getFrom(map, key)?.value).toBe(model.get(key))
      }),
    )
  })

  it('leaves the map it was made from as it was', () => {
    fc.assert(
      fc.property(steps, keys, fc.option(fc.nat(), { nil: undefined }), (given, key, value) => {
        const before = given.reduce(
          (map, [at, to]) =>
            withEntry(map, at, to === undefined ? undefined : { key: at, value: to }),
          emptyBucketMap<{ key: string; value: number }>(),
        )
        const entries = entriesOf(before)
        const { size } = before
        withEntry(before, key, value === undefined ? undefined : { key, value })
        expect(entriesOf(before)).toEqual(entries)
        expect(before.size).toBe(size)
      }),
    )
  })

  it('built at once is the one built step by step, the last of a repeated key winning', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, fc.nat())), pairs => {
        const atOnce = bucketMapOf(pairs.map(([key, value]) => [key, { key, value }] as const))
        expect(atOnce.size).toBe(new Map(pairs).size)
        expect(entriesOf(atOnce)).toEqual(new Map(pairs))
      }),
    )
  })
})

it('gives differences that lead from one map to the other', () => {
  const entries = fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.nat({ max: 3 })))
  fc.assert(
    fc.property(entries, entries, (first, changes) => {
      const before = bucketMapOf(first.map(([key, value]) => [key, { key, value }]))
      const after = changes.reduce(
        (map, [key, value]) => withEntry(map, key, value === 0 ? undefined : { key, value }),
        before,
      )
      const { gone, come } = differencesOf(before, after)
      const left = [...valuesOf(before)].filter(value => !gone.includes(value))
      const plain = (values: readonly { key: string }[]) =>
        [...values].sort((a, b) => (a.key < b.key ? -1 : 1))
      expect(plain([...left, ...come])).toEqual(plain([...valuesOf(after)]))
      expect(gone.filter(value => [...valuesOf(after)].includes(value))).toEqual([])
    }),
  )
})
