import { describe, expect, it } from 'vitest'
import { numberValueSchema } from '../../shared/annotation/annotation'
import { numberPreview, readNumber } from './number-text'

describe('readNumber', () => {
  it('gives a value that an annotation can have', () => {
    const read = readNumber('mehr als 1.600', 'de')
    expect(read).toEqual({ ok: true, value: { min: '1600' } })
    expect(numberValueSchema.safeParse(read.ok ? read.value : undefined).success).toBe(true)
  })

  it('takes an empty field for no value', () => {
    expect(readNumber('  ')).toEqual({ ok: true, value: undefined })
  })

  it('says why something is no number', () => {
    expect(readNumber('4,5', 'en')).toEqual({ ok: false, message: 'Write 4.5 with a point.' })
  })
})

describe('numberPreview', () => {
  it.each([
    { text: '1600', language: 'en', preview: undefined },
    { text: '', language: 'en', preview: undefined },
    { text: 'many', language: 'en', preview: undefined },
    { text: '1.600', language: 'de', preview: '= 1,600' },
    { text: '1.600', language: 'en', preview: '= 1.6' },
    { text: 'up to half a million', language: 'en', preview: '= ≤ 500,000' },
    { text: '10 to 15', language: 'en', preview: '= 10–15' },
  ])('shows “$text” as $preview in $language', ({ text, language, preview }) => {
    expect(numberPreview(text, language)).toBe(preview)
  })
})
