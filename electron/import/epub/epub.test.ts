import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../shared/article/blocks'
import { plainText } from '../../../shared/article/plain-text'
import { isEpub } from '../office/document-kinds'
import { RefusedFile } from '../refused-file'
import { readEpub } from './epub'

const container =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book%20one.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'

type Book = {
  metadata?: string
  css?: string
  files?: Record<string, string>
  /** Instead of the chapters in their order. */
  spine?: string
}

/** A book with the chapters `bodies`, named `c0.xhtml` and on. */
function epub(
  bodies: readonly string[],
  { metadata = '', css = '', files = {}, spine }: Book = {},
): Uint8Array {
  const items = bodies
    .map(
      (_, index) =>
        `<item id="c${index}" href="text/c%20${index}.xhtml" media-type="application/xhtml+xml"/>`,
    )
    .join('')
  const order = spine ?? bodies.map((_, index) => `<itemref idref="c${index}"/>`).join('')
  const chapters = bodies.map((body, index) => [
    `OPS/text/c ${index}.xhtml`,
    strToU8(
      `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="ops"><head><title/></head><body>${body}</body></html>`,
    ),
  ])
  return zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(container),
    'OPS/book one.opf': strToU8(
      `<package xmlns="opf" xmlns:dc="dc" xmlns:opf="opf"><metadata>${metadata}</metadata><manifest>${items}<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/><item id="css" href="s.css" media-type="text/css"/></manifest><spine>${order}</spine></package>`,
    ),
    'OPS/nav.xhtml': strToU8('<html><body><ol><li>Contents</li></ol></body></html>'),
    'OPS/s.css': strToU8(css),
    ...(Object.fromEntries(chapters) as Record<string, Uint8Array>),
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  })
}

const blocksOf = (...given: Parameters<typeof epub>): readonly Block[] =>
  readEpub(epub(...given)).document.content
const textOf = (...given: Parameters<typeof epub>): string =>
  plainText(readEpub(epub(...given)).document)
const paragraph = (...content: (string | object)[]) => ({
  type: 'paragraph',
  content: content.map(part => (typeof part === 'string' ? { type: 'text', text: part } : part)),
})
const styled = (text: string, ...types: string[]) => ({
  type: 'text',
  text,
  marks: types.map(type => ({ type })),
})

describe('a book', () => {
  it('is all its documents in the order of its spine, without its table of contents', () => {
    const spine =
      '<itemref idref="nav"/><itemref idref="c1"/><itemref idref="c0" linear="no"/><itemref idref="gone"/>'
    const bodies = [
      '<h2>Two</h2><ul><li>a</li></ul>',
      '<h1>One</h1><blockquote><p>b</p></blockquote>',
    ]
    expect(blocksOf(bodies, { spine })).toEqual([
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'One' }] },
      { type: 'blockquote', content: [paragraph('b')] },
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Two' }] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('a')] }] },
    ])
  })

  it('takes the look of letters from its style sheets, where programs put it', () => {
    const css =
      '/* .x {font-weight:bold} */ .b, span.c { color: red; font-weight:700 } .i{font-style: italic} p .d {font-weight:bold} .b { margin: 0 }'
    const body =
      '<p class="b">a<span class="b">b</span><span class="c i">c</span><span class="d">d</span><a href="https://a.example/" class="i">e</a><span style="font-weight: bold">f</span><span class="x">g</span></p>'
    expect(blocksOf([body], { css })).toEqual([
      paragraph(
        'a',
        styled('b', 'bold'),
        styled('c', 'bold', 'italic'),
        'd',
        {
          type: 'text',
          text: 'e',
          marks: [{ type: 'link', attrs: { href: 'https://a.example/' } }, { type: 'italic' }],
        },
        styled('f', 'bold'),
        'g',
      ),
    ])
  })

  it('leaves out the numbers of pages, soft hyphens and lines that only make distance', () => {
    const body =
      '<p>vil&#173;lage<span epub:type="pagebreak">12</span></p><p>\u00a0</p><br/><ul><li>\u00a0</li></ul><p>end<img src="x.png" alt="OPS/x.png"/><img alt="A bridge"/></p>'
    expect(blocksOf([body])).toEqual([
      paragraph('village'),
      paragraph('end'),
      { type: 'leftOut', attrs: { what: 'image', label: '' } },
      { type: 'leftOut', attrs: { what: 'image', label: 'A bridge' } },
    ])
  })
})

describe('notes of a book', () => {
  it('stand at its end with the label of their reference, by their type or by a raised sign', () => {
    const one =
      '<p>a<a epub:type="noteref" href="#n1">1</a> b<sup><a href="c%201.xhtml#n2" id="r2">[*]</a></sup></p><aside epub:type="footnote" id="n1"><p><a href="#r1">1</a> <b>First</b> note.</p></aside>'
    const two =
      '<h2>Notes</h2><ol><li id="n2"><p>Second <em>note</em>. <a href="c%200.xhtml#r2">↩</a></p></li></ol><p>end</p>'
    expect(textOf([one, two])).toBe('a[1] b[*]\nNotes\nend\n[1] First note.\n[*] Second note.')
    expect(blocksOf([one, two]).at(-2)).toEqual(
      paragraph('[1] ', styled('First', 'bold'), ' note.'),
    )
  })

  it('are numbered anew where chapters count from 1 again', () => {
    const chapter = (name: string) =>
      `<p>${name}<a epub:type="noteref" href="#n">1</a></p><aside epub:type="footnote" id="n">of ${name}</aside>`
    expect(textOf([chapter('a'), chapter('b')])).toBe('a[1]\nb[2]\n[1] of a\n[2] of b')
  })

  it('are no notes when a link only leads to a chapter, to nothing or to itself', () => {
    const body =
      '<p id="p">a <a href="#q">see 2</a><sup><a href="#none">x</a></sup><sup><a href="#p">y</a></sup></p><p id="q">b</p>'
    expect(textOf([body])).toBe('a see 2xy\nb')
  })
})

describe('what a book says of itself', () => {
  it('is trusted: people who wrote it, publisher, language and the day it came out', () => {
    const metadata =
      '<dc:title>The bridge</dc:title><dc:creator opf:role="aut">Ilse Varga</dc:creator><dc:creator id="i">Ida Berg</dc:creator><meta refines="#i" property="role">ill</meta><dc:creator>Tom Weir</dc:creator><dc:language>en-GB</dc:language><dc:publisher>Kestria Press</dc:publisher><dc:date opf:event="modification">2033</dc:date><dc:date opf:event="publication">2031-05-06</dc:date>'
    const {
      title,
      metadata: said,
      lastResort,
    } = readEpub(epub(['<p>The bridge fell.</p>'], { metadata }))
    expect(title?.value).toBe('The bridge')
    expect(
      Object.fromEntries(Object.entries(said).map(([field, { value }]) => [field, value])),
    ).toEqual({
      authors: 'Ilse Varga, Tom Weir',
      language: 'en-GB',
      publisher: 'Kestria Press',
      published: '2031-05-06',
    })
    expect(lastResort).toBeUndefined()
  })

  it('is a last resort when it is only the day of the last change', () => {
    const metadata = '<meta property="dcterms:modified">2031-05-07T10:00:00Z</meta>'
    const { metadata: said, lastResort } = readEpub(epub(['<p>a</p>'], { metadata }))
    expect(said).toEqual({})
    expect(lastResort?.['published']).toEqual({
      value: '2031-05-07',
      from: 'document-properties',
      found: 'changed 2031-05-07T10:00:00Z',
    })
  })
})

it('keeps the day on which a book says it came out, however much later it was made', () => {
  const { metadata } = readEpub(
    epub(['<p>Words.</p>'], {
      metadata:
        '<dc:date>2020-04-11</dc:date><meta property="dcterms:modified">2031-11-29T23:17:10Z</meta>',
    }),
  )
  expect(metadata['published']).toEqual({
    value: '2020-04-11',
    from: 'document-properties',
    found: '2020-04-11',
  })
})

describe('a book that cannot be read', () => {
  const lock = (algorithm: string, uri: string) => ({
    'META-INF/encryption.xml': `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/><CipherData><CipherReference URI="${uri}"/></CipherData></EncryptedData></encryption>`,
  })
  const aes = 'http://www.w3.org/2001/04/xmlenc#aes128-cbc'

  it('is locked by a shop; one whose fonts are disguised is not', () => {
    const locked = epub(['<p>a</p>'], { files: lock(aes, 'OPS/text/c%200.xhtml') })
    expect(() => readEpub(locked)).toThrow(/copy protection/)
    const fonts = lock('http://www.idpf.org/2008/embedding', 'OPS/text/c%200.xhtml')
    expect(textOf(['<p>a</p>'], { files: fonts })).toBe('a')
    expect(textOf(['<p>a</p>'], { files: lock(aes, 'OPS/font.otf') })).toBe('a')
  })

  it('says which chapters it has and does not hold them', () => {
    const { document, remarks } = readEpub(
      epub(['<p>a</p>'], {
        files: {
          'OPS/book one.opf':
            '<package><manifest><item id="a" href="text/c%200.xhtml"/><item id="b" href="gone.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
        },
      }),
    )
    expect(plainText(document)).toBe('a')
    expect(remarks).toEqual(['One of its chapters is missing in the file.'])
  })

  it.each([
    {
      name: 'no container',
      files: { 'META-INF/container.xml': '<container/>' },
      says: 'does not say where',
    },
    {
      name: 'no package',
      files: { 'META-INF/container.xml': container.replace('book', 'other') },
      says: 'no list of its chapters',
    },
    {
      name: 'entities of its own',
      files: { 'META-INF/container.xml': `<!DOCTYPE c [<!ENTITY a "b">]>${container}` },
      says: 'declares entities',
    },
  ])('has $name', ({ files, says }) => {
    const book = epub(['<p>a</p>'], { files })
    expect(isEpub(book)).toBe(true)
    expect(() => readEpub(book)).toThrow(RefusedFile)
    expect(() => readEpub(book)).toThrow(says)
  })
})
