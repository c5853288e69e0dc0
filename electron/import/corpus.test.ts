import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentSchema } from '../../shared/article/blocks'
import { plainText, textBlocks } from '../../shared/article/plain-text'
import type { ReadArticle } from './read-article'
import { readArticle } from './read-article'
import { withoutPages } from './testing/without-pages'

const fixtures = path.join(import.meta.dirname, 'fixtures')

/** The article that all of these files hold. */
const source = documentSchema.parse(
  JSON.parse(fs.readFileSync(path.join(fixtures, 'printed/article.json'), 'utf8')),
)

async function read(name: string): Promise<ReadArticle> {
  const bytes = fs.readFileSync(path.join(fixtures, name))
  const article = await readArticle(bytes, path.basename(name))
  if (!article.ok) throw new Error(article.error.message)
  return article.value
}

describe('one article, from whatever program it comes', () => {
  it.each([
    'corpus/article.docx',
    'corpus/article.odt',
    'corpus/article.rtf',
    'corpus/article.eml',
    'corpus/article.utf-8.html',
    'corpus/article.utf-16.html',
    'corpus/article.windows-1252.html',
    'corpus/article.gb18030.html',
    'printed/libreoffice-columns.pdf',
    'printed/chromium.pdf',
  ])('is the same block by block: %s', async name => {
    expect(withoutPages((await read(name)).document)).toEqual(source)
  })

  it('is the same in a book by pandoc, after the page with its title', async () => {
    const { document } = await read('corpus/article.pandoc.epub')
    const [title, ...content] = document.content
    expect(title).toMatchObject({
      type: 'heading',
      content: [{ text: 'Ferry runs aground off Corvo' }],
    })
    expect({ ...document, content }).toEqual(source)
  })

  it('has the same words block by block in a book by LibreOffice, which writes neither headings nor lists', async () => {
    const { document, text } = await read('corpus/article.epub')
    expect(text).toBe(plainText(source))
    expect(textBlocks(document)).toHaveLength(textBlocks(source).length)
  })
})
