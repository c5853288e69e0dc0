import { describe, expect, it } from 'vitest'
import { copyIndex } from './copy-index'
import { signatureOf } from './near-copies'

/** A text of 400 words, the same for the same seed. */
function textOf(seed: number): string[] {
  let state = seed
  return Array.from({ length: 400 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return `word${(state >>> 8) % 3000}`
  })
}

describe('an index of copies', () => {
  it('finds the text a reprint was made from among many, and how like it is', () => {
    const index = copyIndex<number>()
    for (let seed = 1; seed <= 500; seed += 1) index.add(seed, signatureOf(textOf(seed).join(' ')))
    const reprint = [...textOf(77).slice(0, 330), ...textOf(9999).slice(0, 20)].join(' ')
    const found = index.nearest(signatureOf(reprint))
    expect(found?.key).toBe(77)
    expect(found?.likeness).toBeGreaterThan(0.6)
    expect(found?.likeness).toBeLessThan(1)
    expect(index.nearest(signatureOf(textOf(5000).join(' ')))).toBeUndefined()
  })

  it('gives the text that came first when several are the same', () => {
    const index = copyIndex<string>()
    const signature = signatureOf(textOf(3).join(' '))
    index.add('first', signature)
    index.add('second', signature)
    expect(index.nearest(signature)).toEqual({ key: 'first', likeness: 1 })
  })

  it('knows no copies of a text without words', () => {
    const index = copyIndex<string>()
    index.add('empty', signatureOf(''))
    expect(index.nearest(signatureOf('—'))).toBeUndefined()
  })
})
