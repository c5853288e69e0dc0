import { expect, test } from 'vitest'
import type { Article } from '../../../shared/article/article'
import type { Block } from '../../../shared/article/blocks'
import { documentFromText, plainText } from '../../../shared/article/plain-text'
import { titleFromText } from '../../../shared/article/text-title'
import { titleInText } from './title-in-text'

const heading: Block = {
  type: 'heading',
  attrs: { level: 1 },
  content: [{ type: 'text', text: 'Dam breaks' }],
}

type TitleOrigin = Pick<Article, 'titleFrom'>

const articleOf = (
  document: Article['document'],
  title: string,
  origin: TitleOrigin = { titleFrom: 'html-meta' },
) => ({ document, text: plainText(document), title, ...origin })

/** As it is imported when it names no title. */
const imported = (text: string) => {
  const document = documentFromText(text)
  const { value, from } = titleFromText(document, 'file.txt')
  return articleOf(document, value, { titleFrom: from })
}

test('a text that opens with its title as a heading says it itself, one with another title does not', () => {
  const article = articleOf({ type: 'doc', content: [heading] }, 'Dam breaks')
  expect(titleInText(article, 'Dam breaks')).toBe('heading')
  expect(titleInText(article, 'The dam')).toBeUndefined()
})

test('a first line that looks like a title is one, unless it is all there is', () => {
  const article = imported('Dam breaks \n\nIt broke at noon.')
  expect(article.title).toBe('Dam breaks')
  expect(titleInText(article, article.title)).toBe('line')
  expect(titleInText(imported('Dam breaks'), 'Dam breaks')).toBe('excerpt')
  const listed: Block = {
    type: 'bulletList',
    content: [{ type: 'listItem', content: [{ type: 'paragraph', content: heading.content }] }],
  }
  const list = articleOf({ type: 'doc', content: [listed, heading] }, 'Dam breaks')
  expect(titleInText(list, 'Dam breaks')).toBe('excerpt')
})

test.each([
  'The dam above the town broke at noon, and water stood in all streets within nine minutes of it.',
  'The dam broke at noon. Nobody was there.',
  'Was the dam above the town broken? Nobody knows.',
])('the beginning of a sentence is no title of its own: %s', text => {
  const article = imported(text)
  expect(article.titleFrom).toBe('text')
  expect(titleInText(article, article.title)).toBe('excerpt')
  // Of articles imported before it was kept where titles come from.
  expect(titleInText({ ...article, titleFrom: undefined }, article.title)).toBe('excerpt')
  // Somebody’s own words, and what the file said, are titles, though the text has them, too.
  expect(titleInText(article, 'The dam')).toBeUndefined()
  expect(titleInText({ ...article, titleFrom: 'html-meta' }, article.title)).toBeUndefined()
})

test('a title that stands nowhere in the text is said above it', () => {
  const document = documentFromText('It broke at noon.\n\nNobody was there.')
  const article = articleOf(document, 'file', { titleFrom: 'file-name' })
  expect(titleInText(article, 'file')).toBeUndefined()
  expect(titleInText(articleOf(document, ''), '')).toBeUndefined()
  // Behind a dateline it reads as the headline that an agency leaves to its readers.
  const wire = imported('KESMIR, 3 February (Agency) - The dam above the town broke at noon.')
  expect(wire.title).toBe('The dam above the town broke at noon')
  expect(titleInText(wire, wire.title)).toBeUndefined()
  const named = articleOf(document, 'It broke', {})
  expect(titleInText(named, named.title)).toBeUndefined()
})
