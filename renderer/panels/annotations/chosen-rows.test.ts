import { describe, expect, it } from 'vitest'
import { nothingChosen, withRange, withRowToggled } from './chosen-rows'

const rows = ['a', 'b', 'c', 'd', 'e']
const ids = (chosen: typeof nothingChosen) => [...chosen.ids].sort().join('')

describe('the chosen rows', () => {
  it('are toggled one by one', () => {
    const one = withRowToggled(withRowToggled(nothingChosen, 'b'), 'd')
    expect(ids(one)).toBe('bd')
    expect(ids(withRowToggled(one, 'b'))).toBe('d')
  })

  it('are a range from the row toggled last, in either direction', () => {
    const anchored = withRowToggled(nothingChosen, 'c')
    expect(ids(withRange(anchored, 'e', rows))).toBe('cde')
    expect(ids(withRange(withRange(anchored, 'e', rows), 'a', rows))).toBe('abc')
  })

  it('keep others beside a range when asked', () => {
    const two = withRowToggled(withRowToggled(nothingChosen, 'a'), 'd')
    expect(ids(withRange(two, 'e', rows, true))).toBe('ade')
    expect(ids(withRange(two, 'e', rows))).toBe('de')
  })

  it('are the row alone where the anchor is not listed any more', () => {
    expect(ids(withRange({ ids: new Set(['x']), anchor: 'x' }, 'b', rows))).toBe('b')
  })
})
