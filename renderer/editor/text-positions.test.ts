import { getSchema } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ArticleDocument } from '../../shared/article/blocks'
import { plainText } from '../../shared/article/plain-text'
import { anyDocument } from './any-document'
import { articleSchema } from './schema'
import { sectionedDocument } from './sections'
import { plainTextBetween, plainTextOf, textPositions } from './text-positions'

const schema = getSchema(articleSchema)
const viewDocument = (document: ArticleDocument) => schema.nodeFromJSON(sectionedDocument(document))

test('every document is valid in the schema of the view', () => {
  fc.assert(
    fc.property(anyDocument, document => {
      expect(() => {
        viewDocument(document).check()
      }).not.toThrow()
    }),
  )
})

test('the view holds the plain text of the article', () => {
  fc.assert(
    fc.property(anyDocument, document => {
      expect(plainTextOf(viewDocument(document))).toBe(plainText(document))
    }),
  )
})

test('every offset has a position in text, and comes back from it', () => {
  fc.assert(
    fc.property(anyDocument, document => {
      const text = plainText(document)
      const doc = viewDocument(document)
      const positions = textPositions(doc)
      expect(positions.length).toBe(text.length)
      if (positions.sectionAt(0) === undefined) return
      const offsets = Array.from({ length: text.length + 1 }, (_, offset) => offset)
      const found = offsets.map(positions.positionOf)
      expect(found.map(positions.offsetOf)).toEqual(offsets)
      expect(found.every(position => doc.resolve(position).parent.isTextblock)).toBe(true)
    }),
  )
})

test('the text between two positions is the text between their offsets', () => {
  fc.assert(
    fc.property(anyDocument, fc.nat(), fc.nat(), (document, a, b) => {
      const text = plainText(document)
      const doc = viewDocument(document)
      const positions = textPositions(doc)
      if (positions.sectionAt(0) === undefined) return
      const [from, to] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y)
      if (from === undefined || to === undefined) return
      const selection = TextSelection.create(
        doc,
        positions.positionOf(from),
        positions.positionOf(to),
      )
      expect(plainTextBetween(doc, selection.from, selection.to)).toBe(text.slice(from, to))
      const slice = selection.content()
      expect(plainTextBetween(slice.content, 0, slice.content.size)).toBe(text.slice(from, to))
    }),
  )
})

test('positions never run backwards against offsets', () => {
  fc.assert(
    fc.property(anyDocument, document => {
      const doc = viewDocument(document)
      const { offsetOf } = textPositions(doc)
      const offsets = Array.from({ length: doc.content.size + 1 }, (_, position) =>
        offsetOf(position),
      )
      expect(offsets).toEqual(offsets.toSorted((a, b) => a - b))
    }),
  )
})

test('sections share out the text without gaps', () => {
  fc.assert(
    fc.property(anyDocument, document => {
      const text = plainText(document)
      const doc = viewDocument(document)
      const { sections, sectionAt } = textPositions(doc)
      for (const { node, pos, start, end } of sections) {
        expect(doc.nodeAt(pos)).toBe(node)
        expect(plainTextBetween(doc, pos, pos + node.nodeSize)).toBe(text.slice(start, end))
      }
      const misplaced = Array.from(text, (_, offset) => offset).filter(offset => {
        const section = sectionAt(offset)
        return section === undefined || section.start > offset || section.end < offset
      })
      expect(misplaced).toEqual([])
    }),
  )
})

test('an offset outside the text is a bug, not a place', () => {
  const positions = textPositions(
    viewDocument({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'abc' }] }],
    }),
  )
  expect(positions.positionOf(3)).toBe(5)
  expect(() => positions.positionOf(4)).toThrow(RangeError)
  expect(() => positions.positionOf(-1)).toThrow(RangeError)
  expect(() => positions.positionOf(0.5)).toThrow(RangeError)
})
