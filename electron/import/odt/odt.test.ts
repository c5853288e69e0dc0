import { strToU8, zipSync } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import type { Block } from '../../../shared/article/blocks'
import { plainText } from '../../../shared/article/plain-text'
import { isFlatOdt, isOdt } from '../office/document-kinds'
import { RefusedFile } from '../refused-file'
import { readFlatOdt, readOdt } from './odt'

const namespaces = [
  'office',
  'style',
  'text',
  'table',
  'draw',
  'fo',
  'xlink',
  'dc',
  'meta',
  'svg',
  'math',
]
  .map(prefix => `xmlns:${prefix}="urn:${prefix}"`)
  .join(' ')
const mimetype = 'application/vnd.oasis.opendocument.text'
const root = (name: string, content: string) =>
  `<office:${name} ${namespaces}>${content}</office:${name}>`
const style = (name: string, family: string, text: string, attributes = '') =>
  `<style:style style:name="${name}" style:family="${family}" ${attributes}><style:text-properties ${text}/></style:style>`
const automatic = (content: string) =>
  `<office:automatic-styles>${content}</office:automatic-styles>`
const named = (content: string) => `<office:styles>${content}</office:styles>`

type Parts = { styles?: string; before?: string; meta?: string; manifest?: string }

const odt = (
  body: string,
  { styles = '', before = '', meta = '', manifest = '' }: Parts = {},
): Uint8Array =>
  zipSync({
    mimetype: [strToU8(mimetype), { level: 0 }],
    'content.xml': strToU8(
      root(
        'document-content',
        `${before}<office:body><office:text>${body}</office:text></office:body>`,
      ),
    ),
    'styles.xml': strToU8(root('document-styles', styles)),
    'meta.xml': strToU8(root('document-meta', `<office:meta>${meta}</office:meta>`)),
    'META-INF/manifest.xml': strToU8(`<m:manifest xmlns:m="urn:m">${manifest}</m:manifest>`),
  })

const read = (...given: Parameters<typeof odt>) => readOdt(odt(...given))
const blocksOf = (...given: Parameters<typeof odt>): readonly Block[] =>
  read(...given).document.content
const textOf = (...given: Parameters<typeof odt>): string => plainText(read(...given).document)
const p = (content: string, styleName = 'Standard') =>
  `<text:p text:style-name="${styleName}">${content}</text:p>`
const item = (...content: string[]) => `<text:list-item>${content.join('')}</text:list-item>`
const paragraph = (...content: (string | object)[]) => ({
  type: 'paragraph',
  content: content.map(part => (typeof part === 'string' ? { type: 'text', text: part } : part)),
})
const bold = (text: string, ...more: string[]) => ({
  type: 'text',
  text,
  marks: ['bold', ...more].map(type => ({ type })),
})
const leftOut = (what: string, label = '') => ({ type: 'leftOut', attrs: { what, label } })
const numbers = (start: number, ...items: object[][]) => ({
  type: 'orderedList',
  attrs: { start },
  content: items.map(content => ({ type: 'listItem', content })),
})

describe('paragraphs of an OpenDocument text', () => {
  it('are headings by their level or by the title style, and quotes by a style or its parent', () => {
    const styles = named(
      style('Title', 'paragraph', '') +
        style('Block_20_Quote', 'paragraph', '', 'style:display-name="Block Quote"'),
    )
    const before = automatic(
      style('P1', 'paragraph', '', 'style:parent-style-name="Title"') +
        style('P2', 'paragraph', '', 'style:parent-style-name="Block_20_Quote"'),
    )
    expect(
      blocksOf(
        p('a', 'P1') +
          '<text:h text:outline-level="8">b</text:h><text:h>c</text:h>' +
          p('d', 'P2') +
          p('e'),
        { styles, before },
      ),
    ).toEqual([
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'a' }] },
      { type: 'heading', attrs: { level: 6 }, content: [{ type: 'text', text: 'b' }] },
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'c' }] },
      { type: 'blockquote', content: [paragraph('d')] },
      paragraph('e'),
    ])
  })

  it('collapse the white space of their XML, and keep what has an element of its own', () => {
    expect(
      textOf(
        p(
          '\n  one <text:span> two</text:span>\n<text:s text:c="2"/>three<text:tab/>four <text:line-break/> vil\u00adlage',
        ),
      ),
    ).toBe('one two   three\tfour \nvillage')
    expect(textOf(p('a<text:s text:c="999999999"/>b')).length).toBe(1002)
  })

  it('are bold by hand or by a text style, with what a span switches off, and not by a named paragraph style', () => {
    const weight = 'fo:font-weight="bold"'
    const styles = named(style('Loud', 'paragraph', weight) + style('Strong', 'text', weight))
    const before = automatic(
      style('P1', 'paragraph', weight) +
        style('P2', 'paragraph', '', 'style:parent-style-name="Loud"') +
        style('T1', 'text', 'fo:font-style="italic"', 'style:parent-style-name="Strong"') +
        style('T2', 'text', 'fo:font-weight="normal"') +
        style('T3', 'text', 'text:display="none"'),
    )
    const span = (name: string, text: string) =>
      `<text:span text:style-name="${name}">${text}</text:span>`
    expect(
      blocksOf(p(`a${span('T2', 'b')}`, 'P1') + p(`c${span('T1', 'd')}${span('T3', 'x')}`, 'P2'), {
        styles,
        before,
      }),
    ).toEqual([paragraph(bold('a'), 'b'), paragraph('c', bold('d', 'italic'))])
  })

  it('link to safe addresses only', () => {
    const link = (href: string) => p(`<text:a xlink:href="${href}">a</text:a>`)
    expect(blocksOf(link('https://a.example/') + link('javascript:x') + link('#place'))).toEqual([
      paragraph({
        type: 'text',
        text: 'a',
        marks: [{ type: 'link', attrs: { href: 'https://a.example/' } }],
      }),
      paragraph('a'),
      paragraph('a'),
    ])
  })
})

test('words of an OpenDocument text that are struck through are seen to be', () => {
  const before = automatic(
    style('T1', 'text', 'style:text-line-through-style="solid"') +
      style('T2', 'text', 'style:text-line-through-style="none"'),
  )
  const body = p(
    '<text:span text:style-name="T1">120</text:span><text:span text:style-name="T2"> 210</text:span>',
  )
  expect(blocksOf(body, { before })).toEqual([
    paragraph({ type: 'text', text: '120', marks: [{ type: 'strike' }] }, ' 210'),
  ])
})

describe('lists of an OpenDocument text', () => {
  const before = automatic(
    `<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" text:start-value="4"/><text:list-level-style-bullet text:level="2"/></text:list-style>
     <text:list-style style:name="None"><text:list-level-style-number text:level="1" style:num-format=""/></text:list-style>`,
  )
  const list = (attributes: string, ...items: string[]) =>
    `<text:list ${attributes}>${items.join('')}</text:list>`

  it('nest, begin where their style says, and keep several paragraphs in one item', () => {
    const inner = list('', item(p('b')))
    expect(
      blocksOf(list('text:style-name="N"', item(p('a'), inner, p('c')), item(p('d'))), { before }),
    ).toEqual([
      numbers(
        4,
        [
          paragraph('a'),
          { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('b')] }] },
          paragraph('c'),
        ],
        [paragraph('d')],
      ),
    ])
  })

  it('go on counting when they say so, and start again when they or an item do', () => {
    const n = 'text:style-name="N"'
    const body = [
      list(`${n} xml:id="first"`, item(p('a'))),
      p('x'),
      list(`${n} text:continue-numbering="true"`, item(p('b'))),
      p('x'),
      list(n, item(p('c'))),
      p('x'),
      list(
        `${n} text:continue-list="first"`,
        item(p('d')),
        `<text:list-item text:start-value="9">${p('e')}</text:list-item>`,
      ),
    ]
    const [, , second, , third, , fourth] = blocksOf(body.join(''), { before })
    expect([second, third, fourth]).toEqual([
      numbers(5, [paragraph('b')]),
      numbers(4, [paragraph('c')]),
      numbers(6, [paragraph('d')], [paragraph('e')]),
    ])
  })

  it('without a sign are paragraphs, and a numbered heading is a heading', () => {
    const heading = '<text:h text:outline-level="2">b</text:h>'
    expect(
      blocksOf(list('text:style-name="None"', item(p('a'))) + list('', item(heading)), { before }),
    ).toEqual([
      paragraph('a'),
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'b' }] },
    ])
  })
})

describe('what stands beside the text of an OpenDocument text', () => {
  it('comes in when it is a note, and is counted when it is a comment, a change or a running head', () => {
    const note = (label: string, text: string) =>
      `<text:note><text:note-citation>${label}</text:note-citation><text:note-body>${p(text)}</text:note-body></text:note>`
    const body =
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
      p(
        `a${note('1', 'one')}<office:annotation><text:p>why</text:p></office:annotation>b${note('i', 'end')}`,
      )
    const styles =
      '<office:master-styles><style:master-page><style:footer><text:p>Page</text:p></style:footer></style:master-page></office:master-styles>'
    const { document, remarks } = read(body, { styles })
    expect(plainText(document)).toBe('a[1]b[i]\n[1] one\n[i] end')
    expect(remarks).toEqual([
      'It holds tracked changes: what was inserted is in the text, what was deleted is not.',
      '1 comment is left out.',
      'The headers and footers of its pages are left out.',
    ])
    expect(textOf(p(note('0', 'a') + 'x' + note('0', 'b')))).toBe('[1]x[2]\n[1] a\n[2] b')
  })

  it('is marked where it is drawn, and a caption inside its frame stays', () => {
    const frame = (content: string) => `<draw:frame>${content}</draw:frame>`
    const box = (content: string) => frame(`<draw:text-box>${content}</draw:text-box>`)
    const styles = named(
      style('Caption', 'paragraph', '') +
        style('Figure', 'paragraph', '', 'style:parent-style-name="Caption"'),
    )
    const manifest =
      '<m:file-entry m:full-path="Object 1/" m:media-type="application/vnd.oasis.opendocument.chart"/>'
    expect(
      blocksOf(
        p(
          frame(
            '<draw:image xlink:href="x.png"/><svg:title>A title</svg:title><svg:desc>A  bridge</svg:desc>',
          ) +
            frame('<draw:object xlink:href="./Object 1"/><draw:image/>') +
            frame('<draw:object><math:math/></draw:object>') +
            frame('<draw:object-ole/>') +
            '<draw:line/><draw:custom-shape><text:p>Says</text:p></draw:custom-shape>' +
            box(p('Read on')),
        ) +
          p(`end${box(p(`${frame('<draw:image/>')}Figure 1`, 'Figure'))}`) +
          frame('<draw:image/>'),
        { styles, manifest },
      ),
    ).toEqual([
      leftOut('image', 'A bridge'),
      leftOut('chart'),
      leftOut('formula'),
      leftOut('embedded file'),
      leftOut('drawing'),
      leftOut('text box', 'Says'),
      leftOut('text box', 'Read on'),
      paragraph('end'),
      paragraph('Figure 1'),
      leftOut('image'),
      leftOut('image'),
    ])
  })

  it('is a table read row by row, with the rows of its head and without covered cells', () => {
    const cell = (text: string) => `<table:table-cell>${p(text)}</table:table-cell>`
    const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`
    expect(
      blocksOf(
        `<table:table><table:table-header-rows>${row(cell('a'), cell('b'))}</table:table-header-rows>${row(cell('c'), '<table:covered-table-cell/>', cell('d'))}</table:table>`,
      ),
    ).toEqual([paragraph('a | b'), paragraph('c | d')])
  })
})

describe('an OpenDocument text', () => {
  it('says who wrote it and when in its properties', () => {
    const { title, metadata, lastResort } = read(p('The bridge fell.'), {
      meta: '<dc:title>Bridge</dc:title><meta:initial-creator>Ilse Varga</meta:initial-creator><dc:creator>Desk</dc:creator><meta:creation-date>2031-05-06T08:30:00</meta:creation-date><dc:language>en-GB</dc:language><meta:user-defined meta:name="Publisher">Kestria Review</meta:user-defined>',
    })
    expect(title).toEqual({ value: 'Bridge', from: 'document-properties' })
    const values = Object.entries({ ...metadata, ...lastResort }).map(([field, { value }]) => [
      field,
      value,
    ])
    expect(Object.fromEntries(values)).toEqual({
      language: 'en-GB',
      publisher: 'Kestria Review',
      authors: 'Ilse Varga',
      published: '2031-05-06',
    })
  })

  it('is told by its first bytes, in a zip archive or flat', () => {
    expect(isOdt(odt(p('a')))).toBe(true)
    const flat = strToU8(
      `<?xml version="1.0"?><office:document ${namespaces} a="urn:oasis:names:tc:opendocument:xmlns"><office:body><office:text>${p('a')}</office:text></office:body></office:document>`,
    )
    expect(isFlatOdt(flat)).toBe(true)
    expect(plainText(readFlatOdt(flat).document)).toBe('a')
    expect(
      isFlatOdt(strToU8('An article about <office:document a="urn:oasis:names:tc:opendocument:">')),
    ).toBe(false)
  })

  it.each([
    {
      name: 'with a password',
      bytes: odt(p('a'), {
        manifest: '<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry>',
      }),
      says: 'protected by a password',
    },
    {
      name: 'without content',
      bytes: zipSync({ mimetype: [strToU8(mimetype), { level: 0 }] }),
      says: 'no text document',
    },
    {
      name: 'that is a sheet',
      bytes: zipSync({
        'content.xml': strToU8(
          root('document-content', '<office:body><office:spreadsheet/></office:body>'),
        ),
      }),
      says: 'no text document',
    },
    { name: 'with broken XML', bytes: odt('<text:p>'), says: 'not well-formed' },
  ])('$name is refused', ({ bytes, says }) => {
    expect(() => readOdt(bytes)).toThrow(RefusedFile)
    expect(() => readOdt(bytes)).toThrow(says)
  })
})
