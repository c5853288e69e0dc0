import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReadHandle } from '../../shared/ipc/handles'
import { cut, readings } from './readings'

describe('a reading', () => {
  it('joins to the text it was cut from, in parts that are whole characters and never too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 9 }), (text, length) => {
        const parts = cut(text, length)
        expect(parts.join('')).toBe(text)
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(length)
          expect(part.isWellFormed()).toBe(text.isWellFormed() || part.isWellFormed())
        }
      }),
    )
  })

  it('keeps an emoji at a cut in one piece', () => {
    expect(cut('a😡b', 2)).toEqual(['a', '😡', 'b'])
  })

  it('is forgotten after its last part', () => {
    const open = readings()
    const { read, parts } = open.begin({ text: 'x'.repeat(3_000_000) })
    expect(parts).toBe(3)
    const texts = Array.from({ length: parts }, (_, part) => open.part(read, part))
    expect(texts.every(text => text.ok)).toBe(true)
    expect(open.part(read, 0)).toMatchObject({ ok: false })
  })

  it('nobody began cannot be read', () => {
    expect(readings().part('nothing' as ReadHandle, 0)).toMatchObject({ ok: false })
  })
})
