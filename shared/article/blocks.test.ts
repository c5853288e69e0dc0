import { describe, expect, test } from 'vitest'
import type { Block } from './blocks'
import { deepestNesting, documentSchema, isSafeTarget, nestsTooDeep } from './blocks'

/** A text with every mark, inside `depth` quotes. */
function quoted(depth: number): object {
  let block: Block = {
    type: 'paragraph',
    content: [
      {
        type: 'text',
        text: 'deep',
        marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://a.example' } }],
      },
    ],
  }
  for (let level = 0; level < depth; level += 1) block = { type: 'blockquote', content: [block] }
  return { type: 'doc', content: [block] }
}

describe('nestsTooDeep', () => {
  test('a document may nest as deep as is read, and not deeper', () => {
    expect(nestsTooDeep(quoted(deepestNesting))).toBe(false)
    expect(nestsTooDeep(quoted(deepestNesting + 1))).toBe(true)
    expect(documentSchema.safeParse(quoted(deepestNesting)).success).toBe(true)
  })

  test('a hostile file cannot exhaust the stack', () => {
    let value: unknown = 'deep'
    for (let level = 0; level < 1_000_000; level += 1) value = [value]
    expect(nestsTooDeep(value)).toBe(true)
  })

  test.each([undefined, null, 'text', 5, [], {}])('%j does not nest', value => {
    expect(nestsTooDeep(value)).toBe(false)
  })
})

describe('documentSchema', () => {
  const paragraph = { type: 'paragraph' }
  test.each([
    { name: 'no blocks', content: [] },
    { name: 'a block nobody knows', content: [{ type: 'iframe' }] },
    {
      name: 'an empty text',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: '' }] }],
    },
    { name: 'a list without items', content: [{ type: 'bulletList', content: [] }] },
    {
      name: 'a paragraph where an item belongs',
      content: [{ type: 'bulletList', content: [paragraph] }],
    },
    { name: 'a heading of level 7', content: [{ type: 'heading', attrs: { level: 7 } }] },
    {
      name: 'a mark nobody knows',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'script' }] }] },
      ],
    },
    { name: 'an attribute nobody knows', content: [{ ...paragraph, attrs: { onclick: 'x' } }] },
    {
      name: 'a section, which exists only in the view',
      content: [{ type: 'section', content: [paragraph] }],
    },
  ])('refuses $name', ({ content }) => {
    expect(documentSchema.safeParse({ type: 'doc', content }).success).toBe(false)
  })
})

describe('isSafeTarget', () => {
  test.each(['http://a.example', 'HTTPS://a.example', ' https://a.example', 'mailto:a@b.example'])(
    '%s may be kept',
    href => {
      expect(isSafeTarget(href)).toBe(true)
    },
  )

  test.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:x',
    'data:text/html,x',
    'file:///etc',
    '//a.example',
    '/a',
    '',
    'xhttps://a',
    'https',
  ])('%j may not', href => {
    expect(isSafeTarget(href)).toBe(false)
  })
})
