import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonElements } from './json-elements'
import { parsedJson } from './json-text'

const elementsOf = (text: string): (string | undefined)[] => [...jsonElements(text.split('\n'))]

describe('elements of a JSON array', () => {
  it('are those of JSON.parse, however the file is laid out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { maxLength: 6 }),
        fc.constantFrom('', '  ', '\t'),
        (values, indent) => {
          const text = JSON.stringify(values, undefined, indent)
          const read = elementsOf(text).map(element => JSON.parse(element ?? '') as unknown)
          expect(read).toEqual(JSON.parse(text))
        },
      ),
    )
  })

  it.each([
    { name: 'nothing in an empty file', text: ' \n', expected: [] },
    { name: 'nothing in an empty array', text: '[ ]', expected: [] },
    { name: 'an object that stands alone', text: ' {"a": [1,\n2]}', expected: ['{"a": [1,\n2]}'] },
    {
      name: 'brackets and commas inside strings',
      text: '["],\\"[", {"a}": "\\\\"}]',
      expected: ['"],\\"["', '{"a}": "\\\\"}'],
    },
    {
      name: 'what is left of a file that was cut off',
      text: '[1, {"a',
      expected: ['1', '{"a', ','],
    },
    { name: 'that a file ends after a comma', text: '[1,', expected: ['1', ','] },
  ])('has $name', ({ text, expected }) => {
    expect(elementsOf(text)).toEqual(expected)
  })

  it('that were cut off do not parse, so they are noticed', () => {
    const text = JSON.stringify([{ a: ['x', { b: '\\' }] }, 'y'])
    for (let end = 1; end < text.length; end += 1)
      expect(elementsOf(text.slice(0, end)).map(part => parsedJson(part ?? ''))).toContain(
        undefined,
      )
  })

  it('end where a line is no UTF-8', () => {
    expect([...jsonElements(['[1,', undefined, '2]'])]).toEqual(['1', undefined])
  })
})
