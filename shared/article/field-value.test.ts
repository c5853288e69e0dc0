import { describe, expect, test } from 'vitest'
import type { ArticleField, FieldKind } from '../codebook/codebook'
import { faultOfFieldValue, readFieldValue, writeFieldValue } from './field-value'

const desks = [
  { key: 'home', label: 'Home desk' },
  { key: 'world', label: 'World' },
]

function fieldOf(kind: FieldKind): ArticleField {
  return { key: 'own', label: 'Own', kind, ...(kind === 'choice' ? { choices: desks } : {}) }
}

describe('what is typed into an own field', () => {
  test.each<{ kind: FieldKind; typed: string; language?: string; value: string }>([
    { kind: 'text', typed: '  left of centre 🗞️ ', value: 'left of centre 🗞️' },
    { kind: 'text', typed: '   ', value: '' },
    { kind: 'number', typed: '1.600', language: 'de', value: '1600' },
    { kind: 'number', typed: '4.5', value: '4.5' },
    { kind: 'number', typed: '0', value: '0' },
    { kind: 'date', typed: '16 March 2031', value: '2031-03-16' },
    { kind: 'date', typed: '2031-03', value: '2031-03' },
    { kind: 'choice', typed: 'home desk', value: 'home' },
    { kind: 'choice', typed: 'world', value: 'world' },
    { kind: 'yes-no', typed: 'Yes', value: 'yes' },
    { kind: 'yes-no', typed: 'false', value: 'no' },
    { kind: 'url', typed: 'https://example.org/a?b=c', value: 'https://example.org/a?b=c' },
    { kind: 'url', typed: 'example.org/page', value: 'https://example.org/page' },
    { kind: 'url', typed: '', value: '' },
  ])('$kind takes “$typed” as “$value”', ({ kind, typed, language, value }) => {
    expect(readFieldValue(fieldOf(kind), typed, language)).toEqual({ ok: true, value })
  })

  test.each<{ kind: FieldKind; typed: string }>([
    { kind: 'number', typed: 'lots' },
    { kind: 'number', typed: '40 to 45' },
    { kind: 'date', typed: 'soon' },
    { kind: 'choice', typed: 'Sport' },
    { kind: 'yes-no', typed: 'perhaps' },
    { kind: 'url', typed: 'javascript:alert(1)' },
    { kind: 'url', typed: 'two words' },
  ])('$kind refuses “$typed” and says why', ({ kind, typed }) => {
    const read = readFieldValue(fieldOf(kind), typed)
    expect(read.ok ? read.value : read.message).toMatch(/\.$/)
  })
})

test('a choice is shown by its label, and one that is gone by its key', () => {
  expect(writeFieldValue(fieldOf('choice'), 'home')).toBe('Home desk')
  expect(writeFieldValue(fieldOf('choice'), 'gone')).toBe('gone')
  expect(writeFieldValue(fieldOf('yes-no'), 'no')).toBe('No')
})

test('a kept value that does not fit its field says so', () => {
  expect(faultOfFieldValue(fieldOf('choice'), 'home')).toBeUndefined()
  expect(faultOfFieldValue(fieldOf('choice'), 'Home desk')).toBe('it is none of the choices')
  expect(faultOfFieldValue(fieldOf('date'), '2031-03')).toBeUndefined()
  expect(faultOfFieldValue(fieldOf('number'), 'lots')).toBe('it is no number')
  expect(faultOfFieldValue(fieldOf('text'), '')).toBeUndefined()
})
