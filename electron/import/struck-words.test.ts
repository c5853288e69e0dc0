import { expect, it } from 'vitest'
import { struckRemarks } from './struck-words'

it('cuts a long passage between two characters', () => {
  const text = `${'a'.repeat(59)}🌊 and more`
  const content = [{ type: 'text' as const, text, marks: [{ type: 'strike' as const }] }]
  expect(struckRemarks({ type: 'doc', content: [{ type: 'paragraph', content }] })).toEqual([
    `Struck through in the original, and kept in the text with a line through it: “${'a'.repeat(59)} …”.`,
  ])
})
