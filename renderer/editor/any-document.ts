import fc from 'fast-check'
import type {
  ArticleDocument,
  Block,
  Inline,
  ListItem,
  Mark,
  TextBlock,
} from '../../shared/article/blocks'

const marks: fc.Arbitrary<Mark[]> = fc.subarray<Mark>([
  { type: 'bold' },
  { type: 'italic' },
  { type: 'strike' },
  { type: 'link', attrs: { href: 'https://example.org/' } },
])

const word = fc.constantFrom('Kesmir', '1,600', '😡', 'e\u0301', 'הגשר', '👩‍👩‍👧', '“yes”', ' ', 'a')

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('text' as const), text: word, marks }) },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'hardBreak' }) },
)

const content = fc.array(inline, { maxLength: 6 })

const textBlock: fc.Arbitrary<TextBlock> = fc.oneof(
  fc.record({ type: fc.constant('paragraph' as const), content }),
  fc.record({
    type: fc.constant('heading' as const),
    attrs: fc.record({ level: fc.integer({ min: 1, max: 6 }) }),
    content,
  }),
)

const leftOut: fc.Arbitrary<Block> = fc.constant({
  type: 'leftOut',
  attrs: { what: 'image', label: 'a map' },
})

const { block } = fc.letrec<{ block: Block; item: ListItem }>(tie => ({
  item: fc.record({
    type: fc.constant('listItem' as const),
    content: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
  }),
  block: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    textBlock,
    leftOut,
    fc.record({
      type: fc.constant('bulletList' as const),
      content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant('orderedList' as const),
      attrs: fc.record({ start: fc.nat(9) }),
      content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant('blockquote' as const),
      content: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
    }),
  ),
}))

/** For tests: any article document, with empty paragraphs, hard breaks, nesting, emoji and right-to-left words. */
export const anyDocument: fc.Arbitrary<ArticleDocument> = fc.record({
  type: fc.constant('doc' as const),
  content: fc.array(block, { minLength: 1, maxLength: 50 }),
})
