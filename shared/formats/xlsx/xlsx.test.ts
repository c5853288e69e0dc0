import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExportArticle, ExportPiece } from '../format'
import { goldProject } from '../testing/gold-project'
import { exportArticles, exportContext } from '../testing/memory-project'
import type { Column } from '../tables/column'
import { cellParts, cellText, cutMark, cutToCell, longestCell } from './cell-text'
import { workbookWriter } from './workbook-writer'
import { xlsx } from './xlsx'

describe('the words of a cell', () => {
  it.each([
    { name: 'markup', text: 'a < b & "c"', written: 'a &lt; b &amp; &quot;c&quot;' },
    { name: 'a formula, which stays words', text: '=SUM(1)', written: '=SUM(1)' },
    { name: 'what looks like a character’s number', text: '_x0041_', written: '_x005F_x0041_' },
    {
      name: 'the same twice in a row',
      text: '_x0041_x0042_',
      written: '_x005F_x0041_x005F_x0042_',
    },
    { name: 'a control character', text: 'a\u0001b', written: 'a\ufffdb' },
    { name: 'half an emoji', text: 'a\ud83db', written: 'a\ufffdb' },
    { name: 'a carriage return', text: 'a\r\nb', written: 'a&#13;\nb' },
    { name: 'an emoji', text: '😡', written: '😡' },
  ])('hold $name', ({ text, written }) => {
    expect(cellText(text)).toBe(written)
  })

  it('stand in parts that fit and never cut a character in two', () => {
    const long = fc
      .tuple(fc.nat(3), fc.nat(2 * longestCell))
      .map(([before, emoji]) => 'a'.repeat(before) + '😡'.repeat(emoji))
    fc.assert(
      fc.property(long, text => {
        const parts = cellParts(text)
        expect(parts.join('')).toBe(text)
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(longestCell)
          expect(part.isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 20 },
    )
  })

  it('are cut with a mark when they are no article text, and what was cut off is known', () => {
    const text = `${'a'.repeat(longestCell - cutMark.length - 1)}😡${'b'.repeat(99)}`
    const { kept, rest } = cutToCell(text)
    expect(kept.length).toBeLessThanOrEqual(longestCell)
    expect(kept.endsWith(cutMark)).toBe(true)
    expect(kept.slice(0, -cutMark.length) + rest).toBe(text)
    expect(rest.startsWith('😡')).toBe(true)
  })
})

function textOf(pieces: readonly ExportPiece[], file: string): string {
  return pieces.flatMap(piece => (piece.file === file ? [piece.text ?? ''] : [])).join('')
}

describe('a workbook', () => {
  const columns: Column[] = [{ name: 'n', kind: 'words', description: '' }]
  const one = { name: 'one', columns }
  const two = { name: 'two', columns }

  it('goes on in a further sheet with the names of the columns when a sheet is full', () => {
    const writer = workbookWriter('a.xlsx', [one, two], 3)
    const pieces = [
      ...writer.begin(),
      ...writer.rows(one, [['r1'], ['r2'], ['r3']]),
      ...writer.rows(two, [['s1']]),
      ...writer.rows(one, [['r4'], ['r5']]),
      ...writer.end(),
    ]
    const sheets = [...textOf(pieces, 'xl/workbook.xml').matchAll(/name="([^"]+)" sheetId="(\d)"/g)]
    expect(sheets.map(([, name, number]) => [name, number])).toEqual([
      ['one', '1'],
      ['one 2', '3'],
      ['one 3', '4'],
      ['two', '2'],
    ])
    const cellsOf = (number: number): string[] =>
      [
        ...textOf(pieces, `xl/worksheets/sheet${number}.xml`).matchAll(
          / r="(\w+)" s="\d" t="inlineStr"><is><t xml:space="preserve">(\w+)/g,
        ),
      ].map(([, at, words]) => `${at ?? ''} ${words ?? ''}`)
    expect([1, 2, 3, 4].map(cellsOf)).toEqual([
      ['A1 n', 'A2 r1', 'A3 r2'],
      ['A1 n', 'A2 s1'],
      ['A1 n', 'A2 r3', 'A3 r4'],
      ['A1 n', 'A2 r5'],
    ])
    expect(textOf(pieces, '[Content_Types].xml').match(/worksheet\+xml/g)).toHaveLength(4)
  })

  it('names the columns beyond the alphabet', () => {
    const many = { name: 'many', columns: Array.from({ length: 703 }, () => columns[0]!) }
    const [, , sheet] = workbookWriter('a.xlsx', [many]).begin()
    const names = [...(sheet?.text ?? '').matchAll(/<c r="([A-Z]+)1"/g)].map(([, name]) => name)
    expect([names[25], names[26], names[51], names[52], names[701], names[702]]).toEqual([
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ])
  })
})

describe('the tables as a workbook', () => {
  const [article] = exportArticles(goldProject())
  const context = exportContext(goldProject(), 'codepoint')
  const written = (change: Partial<ExportArticle>) =>
    xlsx.start(context).article({ ...article!, ...change })

  it('give a long text several rows and lose nothing of it', () => {
    const text = 'long '.repeat(20_000)
    const { pieces, losses } = written({ text, annotations: [], relations: [] })
    const sheet = pieces.map(piece => piece.text ?? '').join('')
    expect(
      [...sheet.matchAll(/<v>(\d)<\/v><\/c><c r="R\d" s="\d"><v>(\d)/g)].map(([, part, of]) => [
        part,
        of,
      ]),
    ).toEqual([
      ['1', '4'],
      ['2', '4'],
      ['3', '4'],
      ['4', '4'],
    ])
    expect(losses).toEqual([])
  })

  it('list a control character and words that are too long for a cell', () => {
    const [annotation] = article!.annotations
    const note = `${'n'.repeat(longestCell)} the end\u0007`
    const { losses } = written({ annotations: [{ ...annotation!, note }], relations: [] })
    expect(losses.map(({ kind, message }) => [kind, message])).toEqual([
      [
        'long-cell',
        expect.stringMatching(
          /^Column note of annotations, row 1 .* the end\u0007” was cut off\.$/,
        ),
      ],
      ['control-character', expect.stringContaining('U+0007 became U+FFFD, 1 character in all.')],
      ['long-cell', expect.stringContaining('row 2 of this article')],
      ['control-character', expect.stringContaining('row 2 of this article')],
    ])
  })
})
