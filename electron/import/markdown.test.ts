import { describe, expect, test } from 'vitest'
import { documentSchema, nestsTooDeep } from '../../shared/article/blocks'
import { plainText } from '../../shared/article/plain-text'
import { readMarkdown } from './markdown'

const words = (text: string, ...marks: object[]) =>
  marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks }
const paragraph = (...content: (object | string)[]) => ({
  type: 'paragraph',
  content: content.map(piece => (typeof piece === 'string' ? words(piece) : piece)),
})
const hardBreak = { type: 'hardBreak' }
const link = (href: string) => ({ type: 'link', attrs: { href } })
const item = (...content: object[]) => ({ type: 'listItem', content })
const leftOut = (what: string, label = '') => ({ type: 'leftOut', attrs: { what, label } })

describe('blocks of a Markdown file', () => {
  test.each([
    {
      name: 'headings and marks',
      text: 'Ferry *sinks*\n---\n\nOne **two *three***\n',
      expected: [
        {
          type: 'heading',
          attrs: { level: 2 },
          content: [words('Ferry '), words('sinks', { type: 'italic' })],
        },
        paragraph(
          'One ',
          words('two ', { type: 'bold' }),
          words('three', { type: 'bold' }, { type: 'italic' }),
        ),
      ],
    },
    {
      name: 'wrapped lines as one line, hard breaks as such',
      text: 'One\n  two   three\\\nfour  \nfive',
      expected: [paragraph('One two three', hardBreak, 'four', hardBreak, 'five')],
    },
    {
      name: 'lists in lists and quotes',
      text: '3. One\n   - two\n4. three\n\n> four\n>\n> > five\n',
      expected: [
        {
          type: 'orderedList',
          attrs: { start: 3 },
          content: [
            item(paragraph('One'), { type: 'bulletList', content: [item(paragraph('two'))] }),
            item(paragraph('three')),
          ],
        },
        {
          type: 'blockquote',
          content: [paragraph('four'), { type: 'blockquote', content: [paragraph('five')] }],
        },
      ],
    },
    {
      name: 'code as text',
      text: 'Say `assay  new`\n\n```sh\nassay  list\n\n  x\n```\n',
      expected: [paragraph('Say assay new'), paragraph('assay  list', hardBreak, hardBreak, '  x')],
    },
    {
      name: 'tables row by row',
      text: '| Town | Dead |\n|---|--:|\n| Corvo | **14** |\n| Belmar | |\n',
      expected: [
        paragraph('Town | Dead'),
        paragraph('Corvo | ', words('14', { type: 'bold' })),
        paragraph('Belmar | '),
      ],
    },
    {
      name: 'safe links, also by reference, and only the words of others',
      text: '[one](https://a.example) [two][b] [three](javascript:alert) [four](/x)\n\n[b]: http://b.example\n',
      expected: [
        paragraph(
          words('one', link('https://a.example')),
          ' ',
          words('two', link('http://b.example')),
          ' three four',
        ),
      ],
    },
    {
      name: 'images after their paragraph',
      text: 'One ![The ferry](x.png) two\n\n![Map][m]\n\n[m]: m.png\n',
      expected: [paragraph('One two'), leftOut('image', 'The ferry'), leftOut('image', 'Map')],
    },
    {
      name: 'the words of HTML, without its tags',
      text: 'One <b>two</b><br>three <!-- no -->\n\n<div onclick="x">\n<p>four</p><script>no</script>\n<p>five\n</div>\n',
      expected: [paragraph('One two', hardBreak, 'three'), paragraph('four'), paragraph('five')],
    },
    {
      name: 'footnotes at the end, with their labels',
      text: 'One[^a] two.\n\n[^a]: Three *four*.\n\n    Five.\n\nSix.\n',
      expected: [
        paragraph('One[a] two.'),
        paragraph('Six.'),
        paragraph('[a] Three ', words('four', { type: 'italic' }), '.'),
        paragraph('Five.'),
      ],
    },
    { name: 'an empty file', text: '', expected: [{ type: 'paragraph' }] },
  ])('$name', ({ text, expected }) => {
    expect(readMarkdown(text).document.content).toEqual(expected)
  })

  test('the first heading of level 1 is the title and stays in the text', () => {
    const { title, document } = readMarkdown('## No\n\n# Ferry *aground*\n\n# No\n')
    expect(title).toEqual({ value: 'Ferry aground', from: 'heading' })
    expect(plainText(document)).toBe('No\nFerry aground\nNo')
  })
})

test('ticks of tasks and words struck through are kept', () => {
  const { document } = readMarkdown('- [x] done\n- [ ] not ~~yet~~\n')
  expect(document.content).toEqual([
    {
      type: 'bulletList',
      content: [
        item(paragraph('[x] done')),
        item(paragraph('[ ] not ', words('yet', { type: 'strike' }))),
      ],
    },
  ])
})

describe('front matter', () => {
  test('names people by their names, whatever else it says of them', () => {
    const { metadata } = readMarkdown(
      '---\nauthor:\n  - Ana Duarte\n  - name: Jo O’Hare\n    email: jo@post.example\nsource_url: https://post.example/salt\n---\nOne.\n',
    )
    expect(metadata['authors']?.value).toBe('Ana Duarte, Jo O’Hare')
    expect(metadata['url']?.value).toBe('https://post.example/salt')
  })

  test('is metadata, not text', () => {
    const read = readMarkdown(
      '---\ntitle: "Ferry aground"\ndate: 2031-03-02 08:00\nauthors:\n  - Ana Duarte\n  - Rui Pena\npublisher: Corvo Post\nurl: https://post.example/ferry\nlang: en\ntags: [a, b]\n---\n\n# Heading\n\nOne.\n',
    )
    expect(plainText(read.document)).toBe('Heading\nOne.')
    expect(read.title).toEqual({ value: 'Ferry aground', from: 'text' })
    expect(read.metadata).toEqual({
      published: { value: '2031-03-02', from: 'text', found: 'date: 2031-03-02 08:00' },
      authors: {
        value: 'Ana Duarte, Rui Pena',
        from: 'text',
        found: 'authors:\n  - Ana Duarte\n  - Rui Pena',
      },
      publisher: { value: 'Corvo Post', from: 'text', found: 'publisher: Corvo Post' },
      url: {
        value: 'https://post.example/ferry',
        from: 'text',
        found: 'url: https://post.example/ferry',
      },
      language: { value: 'en', from: 'text', found: 'lang: en' },
    })
  })

  test.each([
    '---\n\nOne.\n\n---\n\nTwo.',
    '---\nHe said: no\n---\nTwo.',
    '---\nno end: here\n\nTwo.',
    '------\nOne.',
  ])('dashes around anything else are a part of the article: %j', text => {
    const read = readMarkdown(text)
    expect(read.metadata).toEqual({})
    expect(plainText(read.document)).toMatch(/One|He said|no end/)
  })

  test.each([
    'url: javascript:alert(1)',
    'date: soon',
    'author:',
    '__proto__: x',
    'constructor: x',
  ])('%s gives no metadata', line => {
    expect(readMarkdown(`---\n${line}\nx: y\n---\nOne.`).metadata).toEqual({})
  })
})

describe('hostile files', () => {
  test.each([
    { name: 'quotes in quotes', text: `${'>'.repeat(5000)} deep` },
    { name: 'lists in lists on one line', text: `${'- '.repeat(3000)}deep` },
    { name: 'tangled emphasis', text: `${'**x_'.repeat(10_000)} deep` },
    { name: 'open brackets', text: `${'[!['.repeat(3000)} deep` },
    {
      name: 'lists in lists by indentation',
      text: Array.from({ length: 700 }, (_, depth) => `${'  '.repeat(depth)}- deep`).join('\n'),
    },
  ])(
    '$name keep their words',
    ({ text }) => {
      const { document } = readMarkdown(text)
      expect(nestsTooDeep(document)).toBe(false)
      expect(documentSchema.safeParse(document).success).toBe(true)
      expect(plainText(document)).toContain('deep')
    },
    20_000,
  )

  test('a file that is too tangled says that it was read as plain text', () => {
    expect(readMarkdown(`${'**x_'.repeat(10_000)} deep`).remarks).toHaveLength(1)
    expect(readMarkdown('**deep**').remarks).toEqual([])
  })
})
