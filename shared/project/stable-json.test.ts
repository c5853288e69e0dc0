import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stableJson } from './stable-json'

/** The same value with the keys of every object in another order. */
function shuffled(value: unknown, turn: number): unknown {
  if (Array.isArray(value)) return value.map(child => shuffled(child, turn))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const at = entries.length === 0 ? 0 : turn % entries.length
  return Object.fromEntries(
    [...entries.slice(at), ...entries.slice(0, at)]
      .reverse()
      .map(([key, child]) => [key, shuffled(child, turn)]),
  )
}

/** JSON as a file holds it; -0 is left out, because JSON itself writes it as 0. */
const values = fc
  .jsonValue({ maxDepth: 4 })
  .filter(value => !JSON.stringify(value).includes('-0') && !Object.is(value, -0))
  .map(value => JSON.parse(JSON.stringify(value)) as unknown)

describe('stable JSON', () => {
  it('reads back as the value it was made from', () => {
    fc.assert(
      fc.property(values, value => {
        expect(JSON.parse(stableJson(value))).toEqual(value)
      }),
    )
  })

  it('has the same bytes for the same value, whatever order its keys were set in', () => {
    fc.assert(
      fc.property(values, fc.nat({ max: 7 }), (value, turn) => {
        expect(stableJson(shuffled(value, turn))).toBe(stableJson(value))
      }),
    )
  })

  it('is itself again when it is read and written', () => {
    fc.assert(
      fc.property(values, value => {
        const text = stableJson(value)
        expect(stableJson(JSON.parse(text))).toBe(text)
      }),
    )
  })

  it('says first what a file is, then sorts by code unit, and leaves out what is not set', () => {
    const value = { b: 1, a: undefined, Z: 2, id: 3, version: 4, format: 'x', é: 5 }
    expect(stableJson(value)).toBe(
      '{\n  "format": "x",\n  "version": 4,\n  "id": 3,\n  "Z": 2,\n  "b": 1,\n  "é": 5\n}\n',
    )
  })

  it('keeps a key named __proto__ as a key like any other', () => {
    const hostile = '{\n  "__proto__": {\n    "a": 1\n  },\n  "b": 2\n}\n'
    expect(stableJson(JSON.parse(hostile))).toBe(hostile)
    expect(({} as Record<string, unknown>)['a']).toBeUndefined()
  })
})
