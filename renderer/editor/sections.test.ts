import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ArticleDocument, Block } from '../../shared/article/blocks'
import { plainText } from '../../shared/article/plain-text'
import { anyDocument } from './any-document'
import { sectionedDocument } from './sections'

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
})
const documentOf = (...content: Block[]): ArticleDocument => ({ type: 'doc', content })

test('keeps every block, in order, and so the plain text', () => {
  fc.assert(
    fc.property(anyDocument, document => {
      const blocks = sectionedDocument(document).content.flatMap(section => section.content)
      expect(blocks.map(({ type }) => type)).toEqual(document.content.map(({ type }) => type))
      expect(plainText({ type: 'doc', content: blocks })).toBe(plainText(document))
    }),
  )
})

test('makes sections of twenty blocks, and of fewer when they are long', () => {
  const short = documentOf(...Array.from({ length: 45 }, () => paragraph('word')))
  expect(sectionedDocument(short).content.map(({ content }) => content.length)).toEqual([20, 20, 5])
  const long = documentOf(...Array.from({ length: 5 }, () => paragraph('x'.repeat(7_000))))
  expect(sectionedDocument(long).content.map(({ content }) => content.length)).toEqual([2, 2, 1])
})

test('guesses the height of a section from the length of its text', () => {
  const heightOf = (...blocks: Block[]) =>
    sectionedDocument(documentOf(...blocks)).content[0]?.attrs.height
  expect(heightOf(paragraph('one line'))).toBe(43)
  expect(heightOf(paragraph('x'.repeat(200)))).toBe(130)
  const item = { type: 'listItem' as const, content: [paragraph('one line')] }
  expect(heightOf({ type: 'bulletList', content: [item, item] })).toBe(86)
})

test('gives lists and quotes the direction of their first words, at every depth', () => {
  const quote = (...content: Block[]): Block => ({ type: 'blockquote', content })
  const [section] = sectionedDocument(
    documentOf(quote(paragraph('one'), quote(paragraph('הגשר נסגר'))), quote(paragraph('“שלום”'))),
  ).content
  expect(section?.content).toMatchObject([
    { attrs: { dir: 'ltr' }, content: [{ type: 'paragraph' }, { attrs: { dir: 'rtl' } }] },
    { attrs: { dir: 'rtl' } },
  ])
})

test('keeps the number a list starts with', () => {
  const list: Block = {
    type: 'orderedList',
    attrs: { start: 3 },
    content: [{ type: 'listItem', content: [paragraph('third')] }],
  }
  const [section] = sectionedDocument(documentOf(list)).content
  expect(section?.content[0]).toMatchObject({ attrs: { start: 3, dir: 'ltr' } })
})
