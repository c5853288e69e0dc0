import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberValueSchema } from '../../shared/annotation/annotation'
import { readNumber, writeNumber } from './number-text'

describe('readNumber', () => {
  it.each([
    { text: '1600', min: '1600', max: '1600' },
    { text: '1,600', min: '1600', max: '1600' },
    { text: '1 600', min: '1600', max: '1600' },
    { text: '1\u00a0600', min: '1600', max: '1600' },
    { text: '12,345,678.90', min: '12345678.90', max: '12345678.90' },
    { text: ' 4.5 ', min: '4.5', max: '4.5' },
    { text: '007', min: '7', max: '7' },
    { text: '0.5', min: '0.5', max: '0.5' },
    { text: '−3', min: '-3', max: '-3' },
    { text: '10-20', min: '10', max: '20' },
    { text: '1,000 – 2,000', min: '1000', max: '2000' },
    { text: '10 to 20', min: '10', max: '20' },
    { text: '-5 - -2', min: '-5', max: '-2' },
    { text: '≥ 10', min: '10', max: undefined },
    { text: '<= 20', min: undefined, max: '20' },
  ])('reads $text', ({ text, min, max }) => {
    const value = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
    expect(readNumber(text)).toEqual({ ok: true, value })
    expect(numberValueSchema.safeParse(value).success).toBe(true)
  })

  it('takes an empty field for no value', () => {
    expect(readNumber('  ')).toEqual({ ok: true, value: undefined })
  })

  it.each(['many', '4.5 %', '1,60', '20-10', '1.2.3', '--5', '10-'])(
    'refuses %s with a word why',
    text => {
      const read = readNumber(text)
      expect(read.ok).toBe(false)
      expect(read.ok ? '' : read.message).toMatch(/\.$/)
    },
  )

  it('says how to write a decimal comma', () => {
    expect(readNumber('4,5')).toEqual({ ok: false, message: 'Write 4.5 with a point.' })
  })

  it('reads back every number that it shows', () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.option(fc.nat(999)))
      .map(([whole, part]) => (part === null ? String(whole) : `${String(whole)}.${String(part)}`))
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const [min, max] = Number(a) <= Number(b) ? [a, b] : [b, a]
        for (const value of [{ min, max }, { min: a, max: a }, { min: a }, { max: b }])
          expect(readNumber(writeNumber(value))).toEqual({ ok: true, value })
      }),
    )
  })
})
