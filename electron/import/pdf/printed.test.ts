import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ArticleDocument, Block } from '../../../shared/article/blocks'
import { documentSchema } from '../../../shared/article/blocks'
import { textBlocks } from '../../../shared/article/plain-text'
import type { ReadArticle } from '../read-article'
import { readArticle } from '../read-article'
import { withoutPages } from '../testing/without-pages'

const folder = path.join(import.meta.dirname, '../fixtures/printed')

/** What was printed. */
const source = documentSchema.parse(
  JSON.parse(fs.readFileSync(path.join(folder, 'article.json'), 'utf8')),
)

async function read(name: string): Promise<ReadArticle> {
  const article = await readArticle(fs.readFileSync(path.join(folder, name)), name)
  if (!article.ok) throw new Error(article.error.message)
  return article.value
}

/** The source with some of its blocks as they come in, because the printed page no longer says what they were. */
function sourceWith(changes: Readonly<Record<number, readonly Block[]>>): ArticleDocument {
  return {
    type: 'doc',
    content: source.content.flatMap((block, index) => changes[index] ?? [block]),
  }
}

function changed(index: number, from: string, to: string): readonly Block[] {
  const text = JSON.stringify(source.content[index])
  expect(text).toContain(from)
  return [JSON.parse(text.replace(from, to)) as Block]
}

const footnote = (page: number): Block => ({
  type: 'paragraph',
  attrs: { page },
  content: [
    { type: 'text', text: '1 The operator’s letter of 1 March is kept by the commission.' },
  ],
})

describe('a document printed by LibreOffice', () => {
  test('comes in block by block in two columns', async () => {
    const { document } = await read('libreoffice-columns.pdf')
    expect(withoutPages(document)).toEqual(source)
  })

  test('comes in block by block as it was written, its footnote at the end', async () => {
    const { document, title, metadata, remarks } = await read('libreoffice.pdf')
    const [last] = document.content.slice(-1)
    expect(last).toEqual(footnote(1))
    expect(withoutPages({ type: 'doc', content: document.content.slice(0, -1) })).toEqual(
      sourceWith({ 2: changed(2, 'three languages.', 'three languages.¹') }),
    )
    expect(title).toBe('Ferry runs aground off Corvo, fourteen missing')
    expect(metadata).toEqual({
      published: {
        value: '2031-03-03',
        from: 'text',
        found: 'The Velmore Courier · Monday, 3 March 2031',
      },
      place: { value: 'CORVO', from: 'text', found: 'CORVO, March 2 (Meridian) –' },
      authors: { value: 'Lena Duarte', from: 'document-properties', found: 'Lena Duarte' },
      language: { value: 'en-US', from: 'document-properties', found: 'en-US' },
    })
    expect(remarks).toEqual([
      'Left out because pages repeat it at their top or bottom: “The Velmore Courier · Monday, 3 March 2031”, the page numbers.',
      '1 footnote stands at the end of the text.',
    ])
  })
})

describe('a page printed by a browser', () => {
  let article: ReadArticle
  beforeAll(async () => {
    article = await read('chromium.pdf')
  })

  test('comes in block by block as it was written', () => {
    expect(withoutPages(article.document)).toEqual(source)
    expect(article.remarks).toEqual([
      expect.stringMatching(/^Its date, “March 2”, has no year, and nothing else/),
    ])
  })

  test('each block knows the page it begins on', () => {
    const pages = textBlocks(article.document).map(({ attrs }) => attrs?.page)
    expect(pages.slice(0, 3)).toEqual([1, 1, 1])
    expect(pages.slice(-3)).toEqual([2, 2, 2])
    expect(pages).toEqual([...pages].sort())
  })

  test('the day of printing is not taken for the day of publication', () => {
    expect(article.metadata['published']).toBeUndefined()
  })
})

test('indents tell paragraphs apart where there are no gaps, and divided words are whole again', async () => {
  const { document } = await read('chromium-indents.pdf')
  expect(withoutPages(document)).toEqual(source)
})

test('two narrow columns are read one after the other', async () => {
  const { document } = await read('chromium-columns.pdf')
  expect(withoutPages(document)).toEqual(source)
})

test('Arabic is read from right to left, with its numbers and a foreign name inside', async () => {
  const { document, title } = await read('chromium-arabic.pdf')
  expect(title).toBe('جنوح عبارة قرب كورفو')
  expect(withoutPages(document).content).toEqual([
    {
      type: 'heading',
      attrs: { level: 1 },
      content: [{ type: 'text', text: 'جنوح عبارة قرب كورفو' }],
    },
    {
      type: 'paragraph',
      content: [
        {
          type: 'text',
          text: 'جنحت العبارة مساء السبت على بعد مئات الأمتار من الميناء، وقال خفر السواحل إن 14 شخصا من أصل 212 ما زالوا في عداد المفقودين.',
        },
      ],
    },
    {
      type: 'paragraph',
      content: [
        {
          type: 'text',
          text: 'ونفت شركة Atlantic Passage ذلك، وقالت إن الإعلان الأول صدر بعد أربع دقائق بثلاث لغات مختلفة على متن السفينة.',
        },
      ],
    },
  ])
})
