import { describe, expect, it } from 'vitest'
import type { Block } from '../../../shared/article/blocks'
import { plainText } from '../../../shared/article/plain-text'
import { isRtf } from '../office/document-kinds'
import { RefusedFile } from '../refused-file'
import { readRtf } from './rtf'

const bytesOf = (rtf: string) => Buffer.from(rtf, 'latin1')
const file = (body: string, head = '') => bytesOf(`{\\rtf1\\ansi\\ansicpg1252 ${head}${body}}`)
const read = (body: string, head = '') => readRtf(file(body, head))
const blocksOf = (body: string, head = ''): readonly Block[] => read(body, head).document.content
const textOf = (body: string, head = ''): string => plainText(read(body, head).document)
const marked = (body: string, head = ''): string[] => {
  const [block] = blocksOf(body, head)
  return ((block?.type === 'paragraph' ? block.content : undefined) ?? []).map(part =>
    part.type === 'hardBreak'
      ? '⏎'
      : part.text +
        (part.marks ?? [])
          .map(mark => `[${mark.type === 'link' ? mark.attrs.href : mark.type}]`)
          .join(''),
  )
}
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const leftOut = (what: string, label = '') => ({ type: 'leftOut', attrs: { what, label } })
const items = (...contents: object[][]) => contents.map(content => ({ type: 'listItem', content }))

describe('characters of an RTF file', () => {
  it.each([
    { name: 'the code page of the file', body: "caf\\'e9 \\'93x\\'94", text: 'café “x”' },
    { name: 'bytes as they are', body: 'caf\xe9', text: 'café' },
    {
      name: 'Unicode with what other readers show instead',
      body: "\\u1055\\'3f\\u1072?\\uc0\\u1088 om",
      text: 'Парom',
    },
    {
      name: 'negative numbers and two halves of one character',
      body: '\\u-10179?\\u-8704?!',
      text: '😀!',
    },
    { name: 'half a character', body: '\\u-10179?!', text: '\ufffd!' },
    {
      name: 'two bytes where the fallback is two bytes',
      body: "\\uc2\\u20013\\'d6\\'d0x",
      text: '中x',
    },
    {
      name: 'signs with names',
      body: 'a\\~b\\_c\\-d\\emdash\\ldblquote e\\rdblquote\\tab f',
      text: 'a\u00a0b\u2011cd—“e”\tf',
    },
    { name: 'braces and backslashes', body: '\\{a\\\\b\\}', text: '{a\\b}' },
    { name: 'line breaks of the file', body: 'a\r\nb\nc', text: 'abc' },
  ])('come as $name', ({ body, text }) => {
    expect(textOf(body)).toBe(text)
  })

  it('are read in the code page of their font, and as pictures in a font of pictures', () => {
    const fonts =
      '{\\fonttbl{\\f0\\fnil\\fcharset204 Arial Cyr;}{\\f1\\fcharset128 Mincho{\\*\\falt X};}{\\f2\\fcharset2 Wingdings;}{\\f3\\fcharset177 David;}}'
    expect(
      textOf(
        "{\\f0 \\'cf\\'e0\\'f0}{\\f1 \\'83A\\'83\\'42}{\\f2 \\'fc\\u-3844?}{\\f3 \\'f9}",
        fonts,
      ),
    ).toBe('Парアィ✓✓ש')
    expect(textOf("\\f5 \\'cf", '{\\fonttbl\\f4\\fnil A;\\f5\\fcharset204 B;}')).toBe('П')
    expect(plainText(readRtf(bytesOf("{\\rtf1\\mac caf\\'8e}")).document)).toBe('café')
  })

  it('are bold and italic where they differ from the style of their paragraph', () => {
    const styles = '{\\stylesheet{\\s0 Normal;}{\\s1\\b Base;}{\\s2\\sbasedon1\\i Lead;}}'
    expect(marked('a{\\b b}{\\i\\b c\\b0 d\\plain e}', styles)).toEqual([
      'a',
      'b[bold]',
      'c[bold][italic]',
      'd[italic]',
      'e',
    ])
    expect(marked('\\pard\\s2\\b\\i a\\par', styles)).toEqual(['a'])
  })

  it('link where a field leads out', () => {
    const field = (code: string) => `{\\field{\\*\\fldinst { ${code} }}{\\fldrslt {\\ul a}}}`
    expect(marked(`${field('HYPERLINK "https://a.example/x"')}b`)).toEqual([
      'a[https://a.example/x]',
      'b',
    ])
    expect(marked(field('HYPERLINK "javascript:x"') + field('PAGE'))).toEqual(['aa'])
  })
})

describe('paragraphs of an RTF file', () => {
  const styles =
    "{\\stylesheet{\\s1\\outlinelevel0 \\'dcberschrift;}{\\s2 heading 2;}{\\s3 Quotations;}{\\s4 Title;}{\\s5\\sbasedon5 Loop;}}"

  it('are headings and quotes by their styles, and end at a paragraph mark', () => {
    expect(
      blocksOf(
        '\\pard\\s1 a\\par\\pard\\s2 b\\par\\pard\\s4 t\\par\\pard\\s3 c\\par d\\par\\pard e\\line f\\par\\pard\\par g',
        styles,
      ),
    ).toEqual([
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'a' }] },
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'b' }] },
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 't' }] },
      { type: 'blockquote', content: [paragraph('c'), paragraph('d')] },
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'e' }, { type: 'hardBreak' }, { type: 'text', text: 'f' }],
      },
      paragraph('g'),
    ])
  })

  it('are items of lists by the tables of the file or, in old files, by themselves', () => {
    const tables =
      "{\\*\\listtable{\\list{\\listlevel\\levelnfc0\\levelstartat3{\\leveltext \\'02\\'00.;}}{\\listlevel\\levelnfc23}{\\listname ;}\\listid7}}{\\*\\listoverridetable{\\listoverride\\listid7\\listoverridecount0\\ls1}{\\listoverride\\listid7\\listoverridecount1{\\lfolevel\\listoverridestartat\\levelstartat9}\\ls2}}"
    const body =
      '\\pard\\ls1{\\listtext 3.\\tab}a\\par\\pard\\ls1\\ilvl1 b\\par\\pard between\\par\\pard\\ls1 c\\par\\pard\\ls2 d\\par' +
      '\\pard{\\*\\pn\\pnlvlblt{\\pntxtb\\bullet}}{\\pntext\\bullet\\tab}e\\par'
    expect(blocksOf(body, tables)).toEqual([
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: items([paragraph('a'), { type: 'bulletList', content: items([paragraph('b')]) }]),
      },
      paragraph('between'),
      { type: 'orderedList', attrs: { start: 4 }, content: items([paragraph('c')]) },
      { type: 'orderedList', attrs: { start: 9 }, content: items([paragraph('d')]) },
      { type: 'bulletList', content: items([paragraph('e')]) },
    ])
  })

  it('make rows of a table, and a table in a cell lays out a page', () => {
    const row = (...cells: string[]) =>
      `\\trowd\\cellx1\\cellx2\\pard\\intbl ${cells.map(cell => `${cell}\\cell `).join('')}\\row`
    expect(blocksOf(`${row('Year', 'Load')}${row('2031', '')}\\pard after\\par`)).toEqual(
      ['Year | Load', '2031 | ', 'after'].map(paragraph),
    )
    expect(
      blocksOf(row('a\\itap2 x\\nestcell y\\nestcell{\\nonesttables\\par}\\itap1 ', 'b')),
    ).toEqual(['ax', 'y', 'b'].map(paragraph))
  })
})

describe('styles of an RTF file that are based on others', () => {
  const styles =
    '{\\stylesheet{\\s2 heading 2;}{\\s3\\sbasedon2 Zwischentitel;}{\\s4 Quote;}{\\s5\\sbasedon4 Redaktion;}}'

  it('are headings and quotes as those are', () => {
    expect(blocksOf('\\s3 What is known\\par\\pard\\s5 We lost.\\par', styles)).toEqual([
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'What is known' }] },
      { type: 'blockquote', content: [paragraph('We lost.')] },
    ])
  })

  it('and words that are struck through are seen to be', () => {
    expect(marked('{\\strike 120} 210 boats')).toEqual(['120[strike]', ' 210 boats'])
  })
})

describe('what stands beside the text of an RTF file', () => {
  it('is left out and said: changes, comments, hidden words, heads of pages, what nobody knows', () => {
    const { document, remarks } = read(
      '{\\header Review\\par}a{\\revised b}{\\deleted c}{\\v d}{\\*\\atnid x}{\\*\\annotation why}{\\*\\unknown e}{\\*\\bkmkstart f}{\\xe g}h\\deleted\\par\\deleted0 i',
    )
    expect(plainText(document)).toBe('abhi')
    expect(remarks).toEqual([
      'It holds tracked changes: what was inserted is in the text, what was deleted is not.',
      '1 comment is left out.',
      'Text that is formatted as hidden is left out.',
      'The headers and footers of its pages are left out.',
    ])
  })

  it('is a note at the end, with its number or the sign somebody typed', () => {
    const note = (text: string, end = '') =>
      `{\\super\\chftn{\\footnote${end}\\chftn\\pard ${text}\\par}}`
    expect(
      textOf(
        `a${note('one')}b${note('end', '\\ftnalt')}c${note('two')}d{\\super *}{\\footnote {\\super *} own}`,
      ),
    ).toBe('a[1]b[i]c[2]d[*]\n[1] one\n[i] end\n[2] two\n[*] * own')
    expect(textOf(`a${note(`x${note('inner')}`)}`, '\\ftnnruc ')).toBe('a[I]\n[I] x')
  })

  it('leaves a mark: pictures, shapes, embedded files and formulas; a caption in a frame stays', () => {
    const described = '{\\*\\picprop{\\sp{\\sn wzDescription}{\\sv A bridge}}}'
    const shape = (content: string) =>
      `{\\shp{\\*\\shpinst{\\sp{\\sn pib}{\\sv x}}${content}}{\\shprslt{\\pict 00}}}`
    const styles = '{\\stylesheet{\\s9 Caption;}}'
    expect(
      blocksOf(
        `a{\\*\\shppict{\\pict${described}\\pngblip 89504e47}}{\\nonshppict{\\pict 00}}{\\object{\\*\\objdata 00}{\\result b}}${shape('{\\shptxt Read\\par more\\par}')}{\\shp{\\*\\shpinst}}{\\mmath{\\*\\moMath{\\mr x+y}}}\\par\\pard z${shape('{\\shptxt\\s9{\\pict 00}Figure 1\\par}')}`,
        styles,
      ),
    ).toEqual([
      paragraph('a'),
      leftOut('image', 'A bridge'),
      leftOut('embedded file'),
      leftOut('text box', 'Read more'),
      leftOut('drawing'),
      leftOut('formula', 'x+y'),
      paragraph('z'),
      paragraph('Figure 1'),
      leftOut('image'),
    ])
  })

  it('is said in the properties: who wrote it, when, and the title', () => {
    const info =
      "{\\info{\\title Bridge \\u8211\\'96 news}{\\author Ilse Varga}{\\creatim\\yr2031\\mo5\\dy6}{\\revtim\\yr2031\\mo5\\dy7}}"
    const { title, lastResort } = read('The bridge fell.', info)
    expect(title).toEqual({ value: 'Bridge – news', from: 'document-properties' })
    expect(lastResort?.['published']?.value).toBe('2031-05-06')
    expect(lastResort?.['authors']?.value).toBe('Ilse Varga')
  })
})

describe('an RTF file', () => {
  it('is told by its first bytes', () => {
    expect(isRtf(file('a'))).toBe(true)
    expect(isRtf(bytesOf('{\\rt'))).toBe(false)
  })

  it('may hold bytes of its own kind and go on after its end', () => {
    const rtf = Buffer.concat([
      bytesOf('{\\rtf1 a{\\pict\\bin5 }}}}}'),
      bytesOf('}b}} trailing \\x'),
    ])
    expect(readRtf(rtf).document.content[0]).toEqual(paragraph('ab'))
  })

  it.each([
    { name: 'cut off', rtf: '{\\rtf1 a{\\b c', says: 'cut off' },
    { name: 'cut off in a long run of bytes', rtf: '{\\rtf1 \\bin99999 a}', says: 'cut off' },
    { name: 'nested a thousand deep', rtf: '{\\rtf1 ' + '{'.repeat(1000), says: 'nest too deep' },
  ])('$name is refused', ({ rtf, says }) => {
    expect(() => readRtf(bytesOf(rtf))).toThrow(RefusedFile)
    expect(() => readRtf(bytesOf(rtf))).toThrow(says)
  })
})
