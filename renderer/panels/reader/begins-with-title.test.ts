import { expect, test } from 'vitest'
import type { Block } from '../../../shared/article/blocks'
import { plainText } from '../../../shared/article/plain-text'
import { beginsWithTitle } from './begins-with-title'

const heading: Block = {
  type: 'heading',
  attrs: { level: 1 },
  content: [{ type: 'text', text: 'Dam breaks' }],
}
const paragraph: Block = { type: 'paragraph', content: [{ type: 'text', text: 'Dam breaks' }] }
const articleOf = (...content: Block[]) => {
  const document = { type: 'doc', content } as const
  return { document, text: plainText(document) }
}

test('a text that opens with its title as a heading says it itself', () => {
  expect(beginsWithTitle(articleOf(heading, paragraph), 'Dam breaks')).toBe(true)
})

test('an edited title, a plain first line and an empty text need the title above them', () => {
  expect(beginsWithTitle(articleOf(heading), 'The dam')).toBe(false)
  expect(beginsWithTitle(articleOf(paragraph), 'Dam breaks')).toBe(false)
  expect(beginsWithTitle(articleOf({ type: 'paragraph' }), '')).toBe(false)
})
