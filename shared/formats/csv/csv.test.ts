import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultCodebook } from '../../codebook/default-codebook'
import { csv } from './csv'
import { csvRecord } from './csv-text'
import { guardFormula } from './guard-formula'
import { goldIds, goldProject } from '../testing/gold-project'
import type { MemoryProject } from '../testing/memory-project'
import { applied, exportArticles, exportContext, exportFiles } from '../testing/memory-project'
import { projectFromTape } from '../testing/project-from-tape'

/** A reader of RFC 4180 written apart from the writer: records of cells. */
function readCsv(text: string): string[][] {
  const records: string[][] = []
  let record: string[] = []
  for (let at = 0; at < text.length;) {
    let cell = ''
    if (text[at] === '"') {
      for (at += 1; !(text[at] === '"' && text[at + 1] !== '"'); at += text[at] === '"' ? 2 : 1)
        cell += text[at] ?? ''
      at += 1
    } else {
      const end = /,|\r\n/.exec(text.slice(at))?.index ?? text.length
      cell = text.slice(at, at + end)
      if (/["\r\n]/.test(cell)) throw new Error('A bare quotation mark or line break')
      at += end
    }
    record.push(cell)
    if (text[at] === ',') {
      at += 1
      continue
    }
    if (text.slice(at, at + 2) !== '\r\n') throw new Error('A record without its end')
    records.push(record)
    record = []
    at += 2
  }
  return records
}

function rowsOf(project: MemoryProject, file: string): Record<string, string>[] {
  const [head, ...rows] = readCsv(exportFiles(project, csv, 'codepoint').get(file) ?? '')
  if (head === undefined) throw new Error(`${file} has no head`)
  return rows.map(row => {
    expect(row).toHaveLength(head.length)
    return Object.fromEntries(head.map((name, index) => [name, row[index] ?? '']))
  })
}

describe('a CSV record', () => {
  it.each([
    { name: 'plain words', cells: ['a', 1, undefined, ''], written: 'a,1,,\r\n' },
    { name: 'commas', cells: ['a,b'], written: '"a,b"\r\n' },
    { name: 'quotation marks', cells: ['a"b', '“a”'], written: '"a""b",“a”\r\n' },
    { name: 'line breaks', cells: ['a\nb', 'a\rb'], written: '"a\nb","a\rb"\r\n' },
    { name: 'blanks at the edge', cells: [' a', 'a\t', 'a b'], written: '" a","a\t",a b\r\n' },
    {
      name: 'a formula, which stays what it is',
      cells: ['=SUM(1)', '-1'],
      written: '=SUM(1),-1\r\n',
    },
  ])('holds $name', ({ cells, written }) => {
    expect(csvRecord(cells)).toBe(written)
  })

  it('reads back as the cells it was made of', () => {
    const cells = fc.array(
      fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', ' ', '😡', '=') }),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(fc.array(cells), records => {
        expect(readCsv(records.map(csvRecord).join(''))).toEqual(records)
      }),
    )
  })
})

describe('a cell for a spreadsheet', () => {
  it.each([
    { name: 'a formula', cell: '=SUM(1)', written: "'=SUM(1)" },
    { name: 'a command', cell: '@cmd', written: "'@cmd" },
    { name: 'words with a sign in front', cell: '-1 to 4', written: "'-1 to 4" },
    { name: 'a phone number', cell: '+44 20', written: "'+44 20" },
    { name: 'a full-width formula', cell: '＝1', written: "'＝1" },
    { name: 'a tab in front', cell: '\t=1', written: "'\t=1" },
    { name: 'a negative number', cell: '-12.5', written: '-12.5' },
    { name: 'a number with a sign', cell: '+3', written: '+3' },
    { name: 'a count', cell: 5, written: 5 },
    { name: 'an empty cell', cell: undefined, written: undefined },
    { name: 'words with a sign inside', cell: 'a=b', written: 'a=b' },
  ])('guards $name only when it would be computed', ({ cell, written }) => {
    expect(guardFormula(cell)).toBe(written)
  })
})

describe('tables for spreadsheets', () => {
  const project = applied(goldProject(), {
    kind: 'metadata',
    article: goldIds.harbour,
    after: { title: '=HYPERLINK("x")', metadata: { place: { value: '-3', from: 'person' } } },
  })
  const written = (forSpreadsheets: boolean) => {
    const writer = csv.start({ ...exportContext(project, 'codepoint'), forSpreadsheets })
    const articles = exportArticles(project).map(article => writer.article(article))
    const pieces = [...[writer.begin()], ...articles.map(one => one.pieces)].flat()
    const textOf = (file: string): string =>
      pieces.flatMap(piece => (piece.file === file ? [piece.text ?? ''] : [])).join('')
    return { textOf, losses: articles.flatMap(one => one.losses) }
  }

  it('begin with a byte order mark and guard what would be computed, and list each such cell', () => {
    const { textOf, losses } = written(true)
    for (const file of ['spans.csv', 'articles.csv', 'relations.csv', 'sources.csv'])
      expect(textOf(file).startsWith('\ufeff')).toBe(true)
    expect(textOf('articles.csv')).toContain(`wire/77,"'=HYPERLINK(""x"")",,,,-3,`)
    expect(textOf('datapackage.json')).toContain('an apostrophe in front')
    expect(losses.filter(({ kind }) => kind === 'guarded-cell').map(one => one.message)).toEqual([
      'Column title of spans.csv: “=HYPERLINK("x")” got an apostrophe in front.',
      'Column title of spans.csv: “=HYPERLINK("x")” got an apostrophe in front.',
      'Column title of articles.csv: “=HYPERLINK("x")” got an apostrophe in front.',
    ])
  })

  it('are the plain tables when nobody asks for them', () => {
    const { textOf, losses } = written(false)
    expect(textOf('articles.csv')).toContain('wire/77,"=HYPERLINK(""x"")",,,,-3,')
    expect(textOf('spans.csv').startsWith('article_id,')).toBe(true)
    expect(losses.map(({ kind }) => kind)).toEqual(['relation-end'])
  })
})

describe('the tables', () => {
  it('have one row a span, one an article, and every row as many cells as its head', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 250, size: 'max' }), tape => {
        const project = projectFromTape(tape, { isSound: false })
        const articles = exportArticles(project)
        const spans = articles.flatMap(({ annotations }) => annotations.flatMap(one => one.spans))
        expect(rowsOf(project, 'spans.csv')).toHaveLength(spans.length)
        expect(rowsOf(project, 'articles.csv').map(row => row['text'])).toEqual(
          articles.map(article => article.text),
        )
        expect(rowsOf(project, 'relations.csv')).toHaveLength(
          articles.flatMap(one => one.relations).length,
        )
        expect(rowsOf(project, 'sources.csv')).toHaveLength(project.state.sources.size)
      }),
    )
  })

  it('say a source by its name, a number by its bounds, and both spans of an interrupted quote', () => {
    const rows = rowsOf(goldProject(), 'spans.csv')
    expect(
      rows
        .filter(row => row['type'] === 'quote' && row['annotator'] === 'Ada Brandt')
        .map(row => [row['span_index'], row['spans'], row['text'], row['quote.speaker']]),
    ).toEqual([
      ['1', '2', '“We lost €2.5 million 😡,”', 'Rene\u0301e Okafor'],
      ['2', '2', '“and it was a lie.”', 'Rene\u0301e Okafor'],
      ['1', '1', '“, =SUM(1)”', 'Harbour office'],
    ])
    expect(
      rows
        .filter(row => row['type'] === 'figure')
        .map(row => [row['figure.value.min'], row['figure.value.max']]),
    ).toEqual([
      ['2500000', '2500000'],
      ['40', '45'],
      ['40', ''],
      ['', '52'],
    ])
  })

  it('list an attribute that has no column, with its value', () => {
    const gold = goldProject()
    const [before] = exportArticles(gold).flatMap(article => article.annotations)
    if (before === undefined) throw new RangeError('The gold project has no annotation')
    const { annotator, ...own } = before
    const project = applied(gold, {
      kind: 'annotation',
      article: goldIds.ferry,
      annotator,
      id: own.id,
      before: own,
      after: { ...own, attributes: { mode: { min: '1' }, gone: 'words' }, ownKey: 1 },
    })
    const context = exportContext(project, 'codepoint')
    const losses = exportArticles(project).flatMap(
      article => csv.start(context).article({ ...article, note: 'Mine', tags: ['a', 'b'] }).losses,
    )
    expect(
      losses
        .filter(({ article }) => article === goldIds.ferry)
        .map(({ kind, message }) => [kind, message]),
    ).toEqual([
      [
        'attribute',
        'Attribute “mode” with the value {"min":"1"} was left out: the codebook has no column for it.',
      ],
      [
        'attribute',
        'Attribute “gone” with the value "words" was left out: the codebook has no column for it.',
      ],
      ['unknown-keys', 'Left out, because the format has no place for it: ownKey.'],
      ['article-note', 'The article’s note “Mine” and tags a, b was left out.'],
    ])
  })

  it('have a column for each attribute of the codebook, in its order', () => {
    const [head] = readCsv(exportFiles(goldProject(), csv, 'codepoint').get('spans.csv') ?? '')
    const expected = defaultCodebook.types.flatMap(type =>
      type.attributes.flatMap(({ key, kind }) =>
        kind === 'number'
          ? [`${type.key}.${key}.min`, `${type.key}.${key}.max`]
          : [`${type.key}.${key}`],
      ),
    )
    expect(head?.filter(name => name.includes('.'))).toEqual(expected)
  })
})
