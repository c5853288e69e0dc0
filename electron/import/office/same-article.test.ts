import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Block, Inline, Mark } from '../../../shared/article/blocks'
import type { ReadArticle } from '../read-article'
import { readArticle } from '../read-article'

/** The article of fixtures/office/bridge-report.fodt, as LibreOffice 7.4 writes it in each format. */
async function read(extension: string): Promise<ReadArticle> {
  const name = `bridge-report.${extension}`
  const bytes = readFileSync(new URL(`../fixtures/office/${name}`, import.meta.url))
  const article = await readArticle(bytes, name)
  if (!article.ok) throw new Error(article.error.message)
  return article.value
}

const words = (text: string, ...marks: ('bold' | 'italic' | Mark)[]): Inline =>
  marks.length === 0
    ? { type: 'text', text }
    : {
        type: 'text',
        text,
        marks: marks.map(mark => (typeof mark === 'string' ? { type: mark } : mark)),
      }
const paragraph = (...content: (string | Inline)[]): Block => ({
  type: 'paragraph',
  content: content.map(part => (typeof part === 'string' ? words(part) : part)),
})
const heading = (level: number, text: string): Block => ({
  type: 'heading',
  attrs: { level },
  content: [words(text)],
})
const items = (...contents: Block[][]) =>
  contents.map(content => ({ type: 'listItem' as const, content }))
const bullets = (...contents: Block[][]): Block => ({
  type: 'bulletList',
  content: items(...contents),
})
const numbers = (start: number, ...contents: Block[][]): Block => ({
  type: 'orderedList',
  attrs: { start },
  content: items(...contents),
})
const leftOut = (what: string, label: string): Block => ({
  type: 'leftOut',
  attrs: { what, label },
})

const archive: Mark = { type: 'link', attrs: { href: 'https://council.example/letters/17' } }

const expected: readonly Block[] = [
  heading(1, 'The bridge that nobody measured'),
  paragraph(
    'OSTRAVIN, May 5 – The road bridge at ',
    words('Ostravin', 'bold'),
    ' carried ',
    words('three times', 'italic'),
    ' the load it was ',
    words('built for', 'bold', 'italic'),
    ', an engineer said.[1] She told the ',
    words('council', 'bold'),
    ' so in ',
    words('writing', 'italic'),
    ' 😡.',
  ),
  paragraph(
    '“It will hold,” the mayor replied, “as it has held for 40 years.” The letter is ',
    words('in the archive', archive),
    '.[2]',
  ),
  paragraph('It was read aloud, copied and filed.'),
  heading(2, 'What was known'),
  bullets(
    [paragraph('1 600 lorries a day, counted in March')],
    [paragraph('two warnings:'), bullets([paragraph('one in 2029')], [paragraph('one in 2030')])],
    [paragraph('no repairs')],
  ),
  paragraph('In this order it happened:'),
  numbers(
    1,
    [paragraph('The railing bent.')],
    [paragraph('The road was closed,'), bullets([paragraph('first for lorries')])],
  ),
  paragraph('Then nothing, for a week.'),
  numbers(3, [paragraph('The bridge fell.')]),
  {
    type: 'blockquote',
    content: [paragraph('We heard it before we saw it.'), paragraph('Then the dust came.')],
  },
  paragraph('So says the report of the fire brigade.[i]'),
  paragraph('Table 1: Load and limit in tonnes'),
  paragraph('Year | Load | Limit'),
  paragraph('2029 | 48 | ', words('30', 'bold')),
  paragraph('2031 | 91 | 30'),
  paragraph('הגשר נפל בשש בבוקר, אמר השומר.'),
  paragraph(
    'The guard spoke Hebrew; so did half of the village. Call 555\u20110100',
    { type: 'hardBreak' },
    'or write to the desk.\tIt answers.',
  ),
  leftOut('image', 'The bridge on Tuesday'),
  paragraph('Figure 1: What is left of it'),
  paragraph('A box stands beside this line.'),
  leftOut('text box', 'Read more on page 4.'),
  heading(2, 'What comes next'),
  paragraph(
    'Renée Åkesson — her first name is written with an accent — wants a new bridge “by 2035”, for € 12.5 million. Nobody has said yes.',
  ),
  paragraph('[1] The engineer asked for her name to be ', words('left out', 'italic'), '.'),
  paragraph('[2] Letter 17, received in April.'),
  paragraph('[i] Report 4/31, page 2.'),
]

/** What LibreOffice itself writes otherwise into an EPUB: its export knows no headings, lists, quotes, changes, descriptions or tabs. */
function asExportedToEpub(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'heading':
        return [paragraph(...(block.content ?? []).map(part => withMark(part, 'bold')))]
      case 'bulletList':
      case 'orderedList':
        return block.content.flatMap(item => asExportedToEpub(item.content))
      case 'blockquote':
        return [...block.content]
      case 'leftOut':
        return block.attrs.what === 'image' ? [leftOut('image', '')] : []
      case 'paragraph':
        return exportedParagraph(block.content ?? [])
    }
  })
}

function exportedParagraph(content: readonly Inline[]): Block[] {
  const [first] = content
  const begin = first?.type === 'text' ? first.text : ''
  if (/^(?:Table|Figure) 1:/.test(begin)) return [paragraph(words(begin, 'italic'))]
  // The words of the text box stand before the paragraph it is anchored in.
  const box = begin.startsWith('A box') ? [paragraph('Read more on page 4.')] : []
  const other = content.map(part =>
    part.type === 'text'
      ? {
          ...part,
          text: part.text
            .replace('copied and filed', 'copied and without any doubt filed')
            .replace('\t', `${'\u00a0'.repeat(15)} `),
        }
      : part,
  )
  return [...box, paragraph(...other)]
}

function withMark(part: Inline, type: 'bold'): Inline {
  return part.type === 'text' ? words(part.text, type) : part
}

const valuesOf = ({ metadata }: ReadArticle) =>
  Object.fromEntries(
    Object.entries(metadata).map(([field, { value, from }]) => [field, `${value} (${from})`]),
  )

/** The dateline has no year; the properties of the document have. */
function yearFrom(date: string): string {
  return `Its date, “May 5”, has no year: 2031 was taken from the properties of the document (“${date}”).`
}

const remarks = [
  'It holds tracked changes: what was inserted is in the text, what was deleted is not.',
  '1 comment is left out.',
  'The headers and footers of its pages are left out.',
  yearFrom('2031-05-06'),
  'Left out, with a mark where it stood: 1 image, 1 text box.',
]

const metadata = {
  published: '2031-05-05 (text)',
  place: 'OSTRAVIN (text)',
  authors: 'Ilse Varga (document-properties)',
  language: 'en-GB (document-properties)',
}

describe('one article, written by LibreOffice', () => {
  it.each(['docx', 'odt', 'fodt', 'rtf'])(
    'comes in as the same blocks from %s',
    async extension => {
      const article = await read(extension)
      expect(article.document.content).toEqual(expected)
      expect(article.title).toBe('The bridge that nobody measured')
      expect(article.remarks).toEqual(remarks)
    },
  )

  it.each(['docx', 'odt', 'fodt'])('says the same of itself in %s', async extension => {
    expect(valuesOf(await read(extension))).toEqual(metadata)
  })

  it('says the same of itself in rtf, but for its language, which that format has no property for', async () => {
    const { language, ...others } = metadata
    expect(language).toContain('en-GB')
    expect(valuesOf(await read('rtf'))).toEqual(others)
  })

  it('comes in from epub as the same words and notes, without what the export to it leaves away', async () => {
    const article = await read('epub')
    expect(article.document.content).toEqual(asExportedToEpub(expected))
    expect(article.title).toBe('The bridge that nobody measured')
    // The day of the last change is the only one that the export writes.
    expect(article.remarks).toEqual([
      yearFrom('2031-05-07'),
      'Left out, with a mark where it stood: 1 image.',
    ])
    expect(valuesOf(article)).toEqual(metadata)
  })
})
