import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ArticleDocument, Block, Inline, ListItem, TextBlock } from './blocks'
import { documentSchema } from './blocks'
import { documentFromText, placedTextBlocks, plainText, textBlocks } from './plain-text'

const inline: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
      .map((text): Inline => ({ type: 'text', text })),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Inline>({
      type: 'text',
      text: '😡e\u0301שלום',
      marks: [{ type: 'bold' }],
    }),
  },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'hardBreak' }) },
)
const content = fc.array(inline, { maxLength: 4 })
const textBlock: fc.Arbitrary<TextBlock> = fc.oneof(
  fc.constant<TextBlock>({ type: 'paragraph' }),
  content.map((list): TextBlock => ({ type: 'paragraph', content: list })),
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), content)
    .map(([level, list]): TextBlock => ({ type: 'heading', attrs: { level }, content: list })),
)

const { block } = fc.letrec<{ block: Block; item: ListItem }>(tie => ({
  item: fc
    .array(tie('block'), { minLength: 1, maxLength: 3 })
    .map((list): ListItem => ({ type: 'listItem', content: list })),
  block: fc.oneof(
    { maxDepth: 3 },
    textBlock,
    fc.constant<Block>({ type: 'leftOut', attrs: { what: 'image', label: 'A ferry' } }),
    fc
      .array(tie('item'), { minLength: 1, maxLength: 3 })
      .map((list): Block => ({ type: 'bulletList', content: list })),
    fc
      .array(tie('item'), { minLength: 1, maxLength: 3 })
      .map((list): Block => ({ type: 'orderedList', attrs: { start: 1 }, content: list })),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((list): Block => ({ type: 'blockquote', content: list })),
  ),
}))
const document = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((list): ArticleDocument => ({ type: 'doc', content: list }))

describe('plainText', () => {
  test('joins text blocks with one line feed; what is left out and marks add nothing', () => {
    const example: ArticleDocument = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Ferry' }] },
        { type: 'leftOut', attrs: { what: 'image', label: 'no words' } },
        { type: 'paragraph' },
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [
                {
                  type: 'paragraph',
                  content: [
                    { type: 'text', text: 'One', marks: [{ type: 'bold' }] },
                    { type: 'hardBreak' },
                    { type: 'text', text: 'two' },
                  ],
                },
                {
                  type: 'blockquote',
                  content: [{ type: 'paragraph', content: [{ type: 'text', text: '😡' }] }],
                },
              ],
            },
          ],
        },
      ],
    }
    expect(plainText(example)).toBe('Ferry\n\nOne\ntwo\n😡')
  })

  test('every generated document fits the schema, and its placed blocks cover its text', () => {
    fc.assert(
      fc.property(document, value => {
        expect(documentSchema.safeParse(value).success).toBe(true)
        const text = plainText(value)
        const placed = placedTextBlocks(value)
        expect(placed.map(({ block: placedBlock }) => placedBlock)).toEqual(textBlocks(value))
        expect(placed.map(({ start, end }) => text.slice(start, end)).join('\n')).toBe(text)
        for (const [index, { start }] of placed.entries())
          expect(start).toBe(index === 0 ? 0 : (placed[index - 1]?.end ?? 0) + 1)
      }),
      { numRuns: 200 },
    )
  })

  test('leaving out what is left out changes no offset', () => {
    const withoutLeftOut = (blocks: readonly Block[]): Block[] =>
      blocks.filter(({ type }) => type !== 'leftOut')
    fc.assert(
      fc.property(document, value => {
        expect(plainText({ type: 'doc', content: withoutLeftOut(value.content) })).toBe(
          plainText(value),
        )
      }),
    )
  })
})

describe('documentFromText', () => {
  test('has exactly the text it was made from', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('\n', 'a', '😡', 'e\u0301', 'ש', '\r', ' ') }),
        text => {
          const made = documentFromText(text)
          expect(plainText(made)).toBe(text)
          expect(documentSchema.safeParse(made).success).toBe(true)
        },
      ),
    )
  })
})
