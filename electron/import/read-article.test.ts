import { existsSync, readFileSync, readdirSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeIf } from '../testing/describe-if'
import { documentSchema } from '../../shared/article/blocks'
import { plainText } from '../../shared/article/plain-text'
import { largestArticleBytes, readArticle } from './read-article'

/** Any code point; fast-check's own unit for that takes seconds to build. */
const anyCharacter = fc.nat(0x10ffff).map(code => String.fromCodePoint(code))

const encoder = new TextEncoder()

async function articleOf(text: string | Uint8Array, name: string) {
  const read = await readArticle(typeof text === 'string' ? encoder.encode(text) : text, name)
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

describe('readArticle', () => {
  test('a text file with header and dateline', async () => {
    const text =
      ' date 2031-03-02 CORVO, March 2. /MERIDIAN/. The ferry ran aground.\r\n\r\n“Nobody was hurt,” he said.\r\n'
    expect(await articleOf(text, 'ferry.txt')).toEqual({
      title: 'The ferry ran aground',
      titleFrom: 'text',
      metadata: {
        published: { value: '2031-03-02', from: 'text', found: 'date 2031-03-02' },
        place: { value: 'CORVO', from: 'text', found: 'CORVO, March 2. /MERIDIAN/.' },
        agency: { value: 'MERIDIAN', from: 'text', found: 'CORVO, March 2. /MERIDIAN/.' },
      },
      document: {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [
              {
                type: 'text',
                text: ' date 2031-03-02 CORVO, March 2. /MERIDIAN/. The ferry ran aground.',
              },
            ],
          },
          { type: 'paragraph', content: [{ type: 'text', text: '“Nobody was hurt,” he said.' }] },
        ],
      },
      text: ' date 2031-03-02 CORVO, March 2. /MERIDIAN/. The ferry ran aground.\n“Nobody was hurt,” he said.',
      mediaType: 'text/plain',
      encoding: 'utf-8',
      encodingFrom: 'strict',
      remarks: [],
    })
  })

  test.each([
    { name: 'a.md', text: '# Ferry\n\n*One*', mediaType: 'text/markdown', plain: 'Ferry\nOne' },
    { name: 'a.MARKDOWN', text: '*One*', mediaType: 'text/markdown', plain: 'One' },
    { name: 'a.htm', text: '<p>One', mediaType: 'text/html', plain: 'One' },
    { name: 'a.xhtml', text: '<p>One</p>', mediaType: 'application/xhtml+xml', plain: 'One' },
    { name: 'a', text: '<!DOCTYPE html><p>One', mediaType: 'text/html', plain: 'One' },
    { name: 'a.csv', text: 'One,<b>', mediaType: 'text/plain', plain: 'One,<b>' },
    { name: 'a.txt', text: '<html><p>One', mediaType: 'text/plain', plain: '<html><p>One' },
    { name: 'noname', text: '*One*', mediaType: 'text/plain', plain: '*One*' },
  ])('$name is read as $mediaType', async ({ name, text, mediaType, plain }) => {
    expect(await articleOf(text, name)).toMatchObject({ mediaType, text: plain })
  })

  test('what a page says of itself wins over its text, which fills what is missing', async () => {
    const { metadata } = await articleOf(
      '<meta name="date" content="2031-03-03"><p>CORVO, March 2, 2031 (Reuters) – The ferry ran aground.',
      'a.html',
    )
    expect(Object.keys(metadata)).toEqual(['published', 'place', 'agency'])
    expect(metadata['published']).toEqual({
      value: '2031-03-03',
      from: 'html-meta',
      found: '2031-03-03',
    })
    expect(metadata['agency']?.value).toBe('Reuters')
  })

  test('a page is read in the encoding it declares, unless a byte order mark says otherwise', async () => {
    const declared = Buffer.from('<meta charset="windows-1251"><p>\xcf\xe0\xf0\xee\xec', 'latin1')
    expect(await articleOf(declared, 'a.html')).toMatchObject({
      text: 'Паром',
      encoding: 'windows-1251',
      encodingFrom: 'declared',
    })
    const marked = encoder.encode('\ufeff<meta charset="windows-1251"><p>Паром')
    expect(await articleOf(marked, 'a.html')).toMatchObject({
      text: 'Паром',
      encoding: 'utf-8',
      encodingFrom: 'byte-order-mark',
    })
  })

  test('what was guessed, unreadable or left out is said', async () => {
    expect(
      (await articleOf('<p>One<img alt="x"><img><iframe></iframe>', 'a.html')).remarks,
    ).toEqual(['Left out, with a mark where it stood: 1 embedded page, 2 images.'])
    const cut = encoder.encode('Паром «Заря» сел на мель').subarray(0, 20)
    expect((await articleOf(cut, 'a.txt')).remarks).toEqual([
      expect.stringContaining('guessed to be utf-8'),
      '1 character could not be read and is shown as “\ufffd”.',
    ])
  })

  test.each([
    { name: 'no bytes', bytes: new Uint8Array(), file: 'a.txt', kind: 'empty', words: 'no text' },
    {
      name: 'white space',
      bytes: encoder.encode(' \r\n\t'),
      file: 'a.md',
      kind: 'empty',
      words: 'no text',
    },
    {
      name: 'a page without words',
      bytes: encoder.encode('<script>x</script><img>'),
      file: 'a.html',
      kind: 'empty',
      words: 'no words',
    },
    {
      name: 'a PDF named as text',
      bytes: encoder.encode('%PDF-1.7'),
      file: 'a.txt',
      kind: 'damaged',
      words: 'no PDF at all',
    },
    {
      name: 'too many bytes',
      bytes: new Uint8Array(largestArticleBytes + 1),
      file: 'a.txt',
      kind: 'too-large',
      words: '25 MB',
    },
  ])('$name: refused with a sentence that names the file', async ({ bytes, file, kind, words }) => {
    const read = await readArticle(bytes, file)
    expect(read.ok).toBe(false)
    if (read.ok) return
    expect(read.error.kind).toBe(kind)
    expect(read.error.message).toContain(words)
    expect(read.error.message).toContain(`“${file}” was not imported`)
  })

  test('whatever a file holds, the text is the plain text of a document that fits the schema', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<ul><li>',
        '<b>',
        '<table><tr><td>',
        '\n\n',
        '\r\n',
        '# ',
        '- ',
        '> ',
        '**',
        '|',
        '&nbsp;',
        '<br>',
        '😡',
        'e\u0301',
        'שלום',
        ' ',
      ),
      fc.string({ unit: anyCharacter, maxLength: 4 }),
    )
    const name = fc.constantFrom('a.txt', 'a.md', 'a.html')
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), name, async (pieces, file) => {
        const read = await readArticle(encoder.encode(pieces.join('')), file)
        if (!read.ok) return
        const { document, text, title, metadata } = read.value
        expect(plainText(document)).toBe(text)
        expect(documentSchema.safeParse(document).success).toBe(true)
        expect(text.isWellFormed()).toBe(true)
        expect(text).not.toContain('\r')
        expect(title.trim()).not.toBe('')
        for (const { found } of Object.values(metadata))
          if (file === 'a.txt') expect(text).toContain(found)
      }),
      { numRuns: 400, examples: [[['\u000e', '\n\n', '# ', '&nbsp;'], 'a.md']] },
    )
  })
})

const realArticles = new URL('../../../shared/articles/', import.meta.url)
const hasRealArticles = existsSync(realArticles)

describeIf(hasRealArticles, 'they are not there')('the articles beside the repository', () => {
  const values = async (name: string) => {
    const file = readdirSync(realArticles).find(entry => entry.startsWith(name)) ?? ''
    const bytes = readFileSync(new URL(file, realArticles))
    const article = await articleOf(bytes, file)
    const found = Object.entries(article.metadata).map(([field, { value }]) => [field, value])
    return { article, bytes, metadata: Object.fromEntries(found) as Record<string, string> }
  }

  test('the first names a date and a place but no agency', async () => {
    expect((await values('000_')).metadata).toEqual({
      published: '2022-06-05',
      place: 'NUR-SULTAN',
    })
  })

  test('the second names its agency too', async () => {
    expect((await values('002_')).metadata).toEqual({
      published: '2022-01-29',
      place: 'NUR-SULTAN',
      agency: 'TASS',
    })
  })

  test.each(['000_', '002_'])('nothing of the text of %s changes but its gaps', async name => {
    const { article, bytes } = await values(name)
    expect(article.text).toBe(
      new TextDecoder()
        .decode(bytes)
        .replace(/\n{2,}/g, '\n')
        .trimEnd(),
    )
    expect(article.title.length).toBeGreaterThan(20)
    expect(article.title).not.toMatch(/NUR-SULTAN|date 2022/)
  })
})
