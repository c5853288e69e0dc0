import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../shared/article/blocks'
import { plainText } from '../../../shared/article/plain-text'
import { RefusedFile } from '../refused-file'
import { readDocx } from './docx'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageTypes = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The XML of a part; `w`, `r` and the rest are bound as Word does. */
const part = (root: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} xmlns:w="${main}" xmlns:r="${office}" xmlns:m="math" xmlns:mc="compatibility" xmlns:wp="wp" xmlns:a="a" xmlns:wps="wps" xmlns:v="v" xmlns:o="o">${content}</w:${root}>`

type Related = Partial<
  Record<'styles' | 'numbering' | 'footnotes' | 'endnotes' | 'header' | 'settings', string>
>

/** A Word document with `body`, and the other parts it names. */
function docx(body: string, related: Related = {}, links: Record<string, string> = {}): Uint8Array {
  const roots = {
    styles: 'styles',
    numbering: 'numbering',
    footnotes: 'footnotes',
    endnotes: 'endnotes',
    header: 'hdr',
    settings: 'settings',
  }
  const names = Object.keys(related) as (keyof Related)[]
  const parts = names.map(name => [
    `word/${name}.xml`,
    strToU8(part(roots[name], related[name] ?? '')),
  ])
  const relationships = [
    ...names.map(
      name => `<Relationship Id="${name}" Type="${office}/${name}" Target="${name}.xml"/>`,
    ),
    ...Object.entries(links).map(
      ([id, target]) =>
        `<Relationship Id="${id}" Type="${office}/hyperlink" TargetMode="External" Target="${target}"/>`,
    ),
  ]
  return zipSync({
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${packageTypes}"><Relationship Id="a" Type="${office}/officeDocument" Target="/word/document2.xml"/></Relationships>`,
    ),
    'word/document2.xml': strToU8(part('document', `<w:body>${body}</w:body>`)),
    'word/_rels/document2.xml.rels': strToU8(
      `<Relationships xmlns="${packageTypes}">${relationships.join('')}</Relationships>`,
    ),
    ...(Object.fromEntries(parts) as Record<string, Uint8Array>),
  })
}

const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`
const styled = (style: string, text: string) => p(run(text), `<w:pStyle w:val="${style}"/>`)
const item = (text: string, id: number, level = 0) =>
  p(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`)
const field = (code: string, shown: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

const blocksOf = (...given: Parameters<typeof docx>): readonly Block[] =>
  readDocx(docx(...given)).document.content
const textOf = (...given: Parameters<typeof docx>): string =>
  plainText(readDocx(docx(...given)).document)
/** Each text of the first block with its marks: `words`, `words[bold]`. */
const marked = (...given: Parameters<typeof docx>): string[] => {
  const [block] = blocksOf(...given)
  const content = block?.type === 'paragraph' ? (block.content ?? []) : []
  return content.map(inline =>
    inline.type === 'hardBreak'
      ? '⏎'
      : inline.text +
        (inline.marks ?? [])
          .map(mark => `[${mark.type === 'link' ? mark.attrs.href : mark.type}]`)
          .join(''),
  )
}
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const heading = (level: number, text: string) => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text }],
})
const list = (
  type: 'bulletList' | 'orderedList',
  start: number | undefined,
  ...items: object[][]
) => ({
  type,
  ...(start === undefined ? {} : { attrs: { start } }),
  content: items.map(content => ({ type: 'listItem', content })),
})
const leftOut = (what: string, label = '') => ({ type: 'leftOut', attrs: { what, label } })

const style = (id: string, name: string, content = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${content}</w:style>`
const level = (depth: number, format: string, start = 1) =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/></w:lvl>`
const numbering = `
  <w:abstractNum w:abstractNumId="7">${level(0, 'decimal')}${level(1, 'bullet')}${level(2, 'lowerLetter')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="8">${level(0, 'bullet')}${level(1, 'none')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>
  <w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`

describe('paragraphs of a Word document', () => {
  it('are headings by the name of their style in any language, by its base or by their own outline level', () => {
    const styles = [
      style('berschrift1', 'heading 1'),
      style('Own', 'House head', '<w:basedOn w:val="berschrift1"/>'),
      style('Titel', 'Title'),
      style('Deep', 'heading 9'),
      style('Outlined', 'Lead', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
      style('Body', 'Body', '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
      style('Ring', 'Ring', '<w:basedOn w:val="Ring"/>'),
      style('Hand', 'Überschrift 2'),
    ].join('')
    expect(
      blocksOf(
        ['Titel', 'berschrift1', 'Own', 'Deep', 'Outlined', 'Hand', 'Body', 'Ring', 'Unknown']
          .map(id => styled(id, id))
          .join('') + p(run('direct'), '<w:outlineLvl w:val="1"/>'),
        { styles },
      ),
    ).toEqual([
      heading(1, 'Titel'),
      heading(1, 'berschrift1'),
      heading(1, 'Own'),
      heading(6, 'Deep'),
      heading(3, 'Outlined'),
      heading(2, 'Hand'),
      paragraph('Body'),
      paragraph('Ring'),
      paragraph('Unknown'),
      heading(2, 'direct'),
    ])
  })

  it('of nothing but white space are how people part blocks, and leave none', () => {
    expect(
      blocksOf(p('') + p(run(' \u00a0')) + p(run('\tone ')) + p('<w:r><w:br/></w:r>')),
    ).toEqual([paragraph('one')])
  })

  it('of a quote style that stand together are one quote', () => {
    const styles = style('Q', 'Intense Quote') + style('Own', 'Own', '<w:basedOn w:val="Q"/>')
    expect(
      blocksOf(styled('Q', 'one') + styled('Own', 'two') + p(run('said')) + styled('Q', 'three'), {
        styles,
      }),
    ).toEqual([
      { type: 'blockquote', content: [paragraph('one'), paragraph('two')] },
      paragraph('said'),
      { type: 'blockquote', content: [paragraph('three')] },
    ])
  })

  it('of lists nest by their levels and go on counting after a paragraph between them', () => {
    const body =
      item('one', 1) +
      item('under', 1, 1) +
      item('two', 2) +
      p(run('between')) +
      item('three', 1) +
      item('own start', 4) +
      item('bullet', 3) +
      item('no sign', 3, 1) +
      item('alone', 1, 2)
    expect(blocksOf(body, { numbering })).toEqual([
      list(
        'orderedList',
        1,
        [paragraph('one'), list('bulletList', undefined, [paragraph('under')])],
        [paragraph('two')],
      ),
      paragraph('between'),
      list('orderedList', 3, [paragraph('three')]),
      list('orderedList', 5, [paragraph('own start')]),
      list('bulletList', undefined, [paragraph('bullet')]),
      paragraph('no sign'),
      list('orderedList', 1, [paragraph('alone')]),
    ])
  })

  it('take their list from their style, and a heading or an id of 0 takes none', () => {
    const numPr = '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'
    const styles = style('LB', 'List Bullet', numPr) + style('H', 'heading 2', numPr)
    expect(
      blocksOf(
        styled('LB', 'one') +
          styled('H', 'head') +
          p(run('off'), '<w:pStyle w:val="LB"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        { styles, numbering },
      ),
    ).toEqual([
      list('bulletList', undefined, [paragraph('one')]),
      heading(2, 'head'),
      paragraph('off'),
    ])
  })

  it('whose end was deleted go on in the next', () => {
    const end = '<w:rPr><w:del w:id="1"/></w:rPr>'
    const body =
      p(run('one '), end) +
      p('<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>', end) +
      p(run('two'))
    expect(textOf(body)).toBe('one two')
    expect(textOf(p(run('last'), end))).toBe('last')
  })

  it('stand deeper in the list before them when their style says so, though its list has one level', () => {
    const styles = [
      style('Bullet', 'List Bullet', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
      style('Bullet2', 'List Bullet 2', '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'),
    ].join('')
    const numbering = [7, 8]
      .map(id => `<w:abstractNum w:abstractNumId="${id}">${level(0, 'bullet')}</w:abstractNum>`)
      .concat(
        [1, 2].map(id => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id + 6}"/></w:num>`),
      )
      .join('')
    const body = styled('Bullet', 'a') + styled('Bullet2', 'b') + styled('Bullet', 'c')
    expect(blocksOf(body, { styles, numbering })).toEqual([
      list(
        'bulletList',
        undefined,
        [paragraph('a'), list('bulletList', undefined, [paragraph('b')])],
        [paragraph('c')],
      ),
    ])
  })
})

describe('words of a Word document', () => {
  it('that are struck through stay, and are seen to be', () => {
    expect(
      marked(p(run('120', '<w:strike/>') + run(' 210 boats', '<w:strike w:val="0"/>'))),
    ).toEqual(['120[strike]', ' 210 boats'])
  })

  it('are bold and italic by themselves or by a character style, never by the style of the paragraph', () => {
    const styles =
      style('P', 'P', '<w:rPr><w:b/></w:rPr>') +
      '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    const body = p(
      run('a') +
        run('b', '<w:b/>') +
        run('c', '<w:b w:val="0"/><w:i w:val="true"/>') +
        run('d', '<w:rStyle w:val="S"/><w:i/>') +
        run('e', '<w:rStyle w:val="S"/><w:b w:val="false"/>') +
        run('ו', '<w:rtl/><w:bCs/><w:i/>'),
      '<w:pStyle w:val="P"/>',
    )
    expect(marked(body, { styles })).toEqual([
      'a',
      'b[bold]',
      'c[italic]',
      'd[bold][italic]',
      'e',
      'ו[bold]',
    ])
  })

  it('keep breaks, tabs and signs, and lose soft hyphens and what is only about layout', () => {
    const body = p(
      `<w:r><w:t>one</w:t><w:br/><w:t> two </w:t><w:tab/><w:t>vil</w:t><w:softHyphen/><w:t>lage 5</w:t><w:noBreakHyphen/><w:t>6</w:t><w:lastRenderedPageBreak/><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Own" w:char="F123"/></w:r>`,
    )
    expect(textOf(body)).toBe('one\ntwo\tvillage 5\u20116✓α\ufffd')
  })

  it('link where a hyperlink or a field leads out, if the address is safe', () => {
    const body = p(
      `<w:hyperlink r:id="good">${run('a')}</w:hyperlink><w:hyperlink r:id="bad">${run('b')}</w:hyperlink><w:hyperlink w:anchor="x">${run('c')}</w:hyperlink>` +
        field(' HYPERLINK "https://f.example/?a=1" \\o "tip" ', run('d', '<w:b/>')) +
        field(' HYPERLINK \\l "https://place" ', run('e')) +
        field(' HYPERLINK "javascript:alert(1)" ', run('f')) +
        `<w:fldSimple w:instr="HYPERLINK mailto:desk@example.org">${run('g')}</w:fldSimple>`,
    )
    expect(marked(body, {}, { good: 'https://a.example/', bad: 'javascript:x' })).toEqual([
      'a[https://a.example/]',
      'bc',
      'd[bold][https://f.example/?a=1]',
      'ef',
      'g[mailto:desk@example.org]',
    ])
  })

  it('of a field are what it shows, not its code, also of one inside another', () => {
    const body =
      p(
        field(`IF ${field('PAGE', run('7'))} = 1`, run('shown')) +
          run(' and ') +
          field('DATE', run('2031')),
      ) + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run('still here'))
    expect(textOf(body)).toBe('shown and 2031\nstill here')
  })

  it('of a content control come in, but not the prompt of an empty one', () => {
    const control = (properties: string, content: string) =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
    const body =
      p(run('a') + control('', run('b')) + control('<w:showingPlcHdr/>', run('Click here'))) +
      control('', p(run('c'))) +
      control('<w:showingPlcHdr/>', p(run('Click here')))
    expect(textOf(body)).toBe('ab\nc')
  })

  it('that are hidden, deleted or moved away stay out, those inserted and moved here come in, and it is said', () => {
    const deleted = '<w:r><w:delText>gone</w:delText></w:r>'
    const body = p(
      `<w:ins>${run('new ')}</w:ins><w:del>${deleted}</w:del><w:moveFrom>${run('away')}</w:moveFrom><w:moveTo>${run('here')}</w:moveTo>${run('secret', '<w:vanish/>')}<w:r><w:commentReference w:id="1"/></w:r>`,
    )
    const { document, remarks } = readDocx(docx(body, { header: p(run('Review')) }))
    expect(plainText(document)).toBe('new here')
    expect(remarks).toEqual([
      'It holds tracked changes: what was inserted is in the text, what was deleted is not.',
      '1 comment is left out.',
      'Text that is formatted as hidden is left out.',
      'The headers and footers of its pages are left out.',
    ])
    expect(readDocx(docx(p(run('plain')), { header: p('') })).remarks).toEqual([])
  })
})

describe('notes of a Word document', () => {
  const note = (kind: string, id: number, text: string) =>
    `<w:${kind} w:id="${id}">${p(`<w:r><w:${kind}Ref/></w:r>${run(` ${text}`)}`)}</w:${kind}>`
  const reference = (kind: string, id: number, sign = '') =>
    `<w:r><w:${kind}Reference w:id="${id}"${sign === '' ? '' : ' w:customMarkFollows="1"'}/>${sign === '' ? '' : `<w:t>${sign}</w:t>`}</w:r>`

  it('stand at the end in the order of their references, each with the label it shows', () => {
    const body = p(
      run('a') +
        reference('footnote', 3) +
        run('b') +
        reference('endnote', 2) +
        run('c') +
        reference('footnote', 2) +
        run('d') +
        reference('footnote', 4, '*'),
    )
    const related = {
      footnotes:
        note('footnote', 2, 'two') + note('footnote', 3, 'three') + note('footnote', 4, 'star'),
      endnotes: note('endnote', 2, 'end'),
    }
    expect(textOf(body, related)).toBe('a[1]b[i]c[2]d[*]\n[1] three\n[i] end\n[2] two\n[*] star')
    const settings = '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'
    expect(textOf(body, { ...related, settings })).toBe(
      'a[1]b[2]c[3]d[4]\n[1] three\n[2] end\n[3] two\n[4] star',
    )
  })

  it('that do not exist, or that refer to themselves, do no harm', () => {
    const footnotes = `<w:footnote w:id="2">${p(run('round') + reference('footnote', 2))}</w:footnote>`
    expect(
      textOf(p(run('a') + reference('footnote', 2) + reference('footnote', 9)), { footnotes }),
    ).toBe('a[1]\n[1] round')
  })
})

describe('tables of a Word document', () => {
  const cell = (...content: string[]) => `<w:tc>${content.join('')}</w:tc>`
  const table = (...rows: string[]) =>
    `<w:tbl>${rows.map(row => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`

  it('are read row by row when their cells are lines, and block by block when they lay out a page', () => {
    const one = (text: string) => cell(p(run(text)))
    expect(
      blocksOf(
        table(one('Year') + one('Load'), one('2031') + cell(p('')), cell(p('')) + cell(p(''))) +
          table(one('Left') + cell(p(run('First')), p(run('Second')))) +
          table(cell(table(one('in') + one('ner')))),
      ),
    ).toEqual(['Year | Load', '2031 | ', 'Left', 'First', 'Second', 'in | ner'].map(paragraph))
  })

  it('leave out rows that were deleted', () => {
    const body = `<w:tbl><w:tr><w:trPr><w:del/></w:trPr>${cell(p(run('gone')))}</w:tr><w:sdt><w:sdtContent><w:tr>${cell(p(run('kept') + '<w:r><w:br/></w:r>' + run('whole')))}</w:tr></w:sdtContent></w:sdt></w:tbl>`
    expect(blocksOf(body)).toEqual([paragraph('kept whole')])
  })
})

describe('what a Word document shows but does not say', () => {
  const drawing = (kind: string, label = '', content = '') =>
    `<w:r><w:drawing><wp:inline><wp:docPr${label}/><a:graphic><a:graphicData uri="http://x/${kind}">${content}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
  const box = (content: string) => `<wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx>`

  it.each([
    {
      name: 'a picture',
      run: drawing('picture', ' descr="A bridge"'),
      mark: leftOut('image', 'A bridge'),
    },
    { name: 'a chart', run: drawing('chart'), mark: leftOut('chart') },
    { name: 'a diagram', run: drawing('diagram'), mark: leftOut('diagram') },
    { name: 'a shape', run: drawing('wordprocessingShape'), mark: leftOut('drawing') },
    {
      name: 'a text box',
      run: drawing('shape', '', box(p(run('Read')) + p(run('more')))),
      mark: leftOut('text box', 'Read more'),
    },
    {
      name: 'a formula',
      run: '<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>',
      mark: leftOut('formula', 'a+b'),
    },
    {
      name: 'an old picture',
      run: '<w:r><w:pict><v:shape alt="Old"><v:imagedata/></v:shape></w:pict></w:r>',
      mark: leftOut('image', 'Old'),
    },
    {
      name: 'an embedded sheet',
      run: '<w:r><w:object><v:shape/><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
      mark: leftOut('embedded file'),
    },
    {
      name: 'a drawing said twice',
      run: `<w:r><mc:AlternateContent><mc:Choice>${drawing('picture').slice(5, -6)}</mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>`,
      mark: leftOut('image'),
    },
  ])('leaves a mark: $name', ({ run: content, mark }) => {
    expect(blocksOf(p(run('a') + content))).toEqual([paragraph('a'), mark])
  })

  it('leaves no mark when it is a line between paragraphs', () => {
    expect(blocksOf(p(run('a') + '<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>'))).toEqual([
      paragraph('a'),
    ])
  })

  it('keeps the caption of a picture that both stand in a box', () => {
    const framed = box(p(drawing('picture') + run('Figure 1'), '<w:pStyle w:val="C"/>'))
    expect(
      blocksOf(p(run('a') + drawing('shape', '', framed)) + p(run('b')), {
        styles: style('C', 'caption'),
      }),
    ).toEqual([paragraph('a'), paragraph('Figure 1'), leftOut('image'), paragraph('b')])
  })
})

describe('a Word document that is no honest one', () => {
  const laughs = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
  const document = (xml: string) => zipSync({ 'word/document.xml': strToU8(xml) })
  it.each([
    {
      name: 'declares entities',
      bytes: document(`${laughs}${part('document', '<w:body>&b;</w:body>').slice(55)}`),
      says: 'declares entities',
    },
    {
      name: 'uses an entity that nobody declared',
      bytes: document(part('document', '<w:body>&file;</w:body>')),
      says: 'not well-formed',
    },
    {
      name: 'is cut off',
      bytes: document(part('document', '<w:body>').slice(0, 200)),
      says: 'not well-formed',
    },
    {
      name: 'nests twenty thousand deep',
      bytes: docx('<w:sdt>'.repeat(20_000) + '</w:sdt>'.repeat(20_000)),
      says: 'nests too deep',
    },
    {
      name: 'has no text',
      bytes: zipSync({ 'word/styles.xml': strToU8('<a/>') }),
      says: 'no text of a Word document',
    },
    { name: 'has another root', bytes: document('<a/>'), says: 'no text of a Word document' },
  ])('is refused: one that $name', ({ bytes, says }) => {
    expect(() => readDocx(bytes)).toThrow(RefusedFile)
    expect(() => readDocx(bytes)).toThrow(says)
  })

  it('fetches and runs nothing: links to templates, pictures and macros are not followed', () => {
    const body = p(`<w:hyperlink r:id="x">${run('a')}</w:hyperlink>`)
    expect(textOf(body, {}, { x: 'file:///etc/passwd' })).toBe('a')
    expect(marked(body, {}, { x: 'file:///etc/passwd' })).toEqual(['a'])
  })
})
