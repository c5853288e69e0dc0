import type { ExportContext, ExportPiece } from '../format'
import { counted } from '../loss-summary'
import { xmlHead } from '../office/xml-text'
import {
  contentTypes,
  coreProperties,
  documentRelations,
  documentStyles,
  footer,
  packageRelations,
  sectionProperties,
  tableProperties,
  wordNamespaces,
} from './document-parts'
import { cell, columnWidths, paragraph, run, tableRow } from './document-text'
import type { QuotationGroup, QuotationRow } from './quotation-rows'

/** The report as a Word document: the files of its archive, in their order. */
export function reportDocument(
  archive: string,
  groups: readonly QuotationGroup[],
  articles: number,
  context: ExportContext,
): ExportPiece[] {
  const piece = (file: string, text: string): ExportPiece => ({ archive, file, text })
  return [
    piece('[Content_Types].xml', contentTypes),
    piece('_rels/.rels', packageRelations),
    piece('docProps/core.xml', coreProperties(`${context.projectName}: quotations`)),
    piece('word/document.xml', headOf(groups, articles, context)),
    ...groups.map(group => piece('word/document.xml', sectionOf(group))),
    piece('word/document.xml', `${sectionProperties}</w:body></w:document>`),
    piece('word/_rels/document.xml.rels', documentRelations),
    piece('word/styles.xml', documentStyles),
    piece('word/footer1.xml', footer),
  ]
}

function headOf(
  groups: readonly QuotationGroup[],
  articles: number,
  { projectName }: ExportContext,
): string {
  const rows = groups.reduce((sum, group) => sum + group.rows.length, 0)
  const about = `Quotations by source: ${counted(rows, 'passage')} from ${counted(articles, 'article')}`
  return [
    xmlHead,
    `<w:document ${wordNamespaces}><w:body>`,
    paragraph(run(projectName), 'Title', projectName),
    paragraph(run(about), 'Subtitle'),
    ...(groups.length === 0
      ? [paragraph(run('Nothing is marked in these articles.'), 'Cell')]
      : []),
  ].join('')
}

const columnNames = ['Words', 'Article', 'Date', 'Note']

function sectionOf({ name, about, rows }: QuotationGroup): string {
  return [
    paragraph(run(name), 'Heading1', name),
    paragraph(run(about ?? ''), 'About', about),
    `<w:tbl>${tableProperties}`,
    `<w:tblGrid>${columnWidths.map(width => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    tableRow(
      columnNames.map((word, index) => cell(paragraph(run(word), 'ColumnHead'), index)).join(''),
      true,
    ),
    ...rows.map(rowOf),
    '</w:tbl>',
  ].join('')
}

function rowOf(row: QuotationRow): string {
  const { words, type, part, annotator, title, publisher, date, attributes, note } = row
  const kind = [
    run(type, 'Type'),
    ...[part, annotator].map(word => (word === undefined ? '' : run(` · ${word}`))),
  ]
  return tableRow(
    [
      paragraph(run(words), 'Quotation', words) + paragraph(kind.join(''), 'Kind'),
      paragraph(run(title), 'Cell', title) +
        (publisher === undefined ? '' : paragraph(run(publisher, 'Muted'), 'Cell', publisher)),
      paragraph(run(date ?? ''), 'Cell'),
      noteOf(attributes, note),
    ]
      .map(cell)
      .join(''),
  )
}

/** A cell must hold a paragraph, also an empty one. */
function noteOf(attributes: QuotationRow['attributes'], note: string | undefined): string {
  const lines = attributes.map(({ label, value }) =>
    paragraph(run(`${label} `, 'Muted') + run(value), 'Cell', label),
  )
  const remark = note === undefined ? [] : [paragraph(run(note), 'Cell', note)]
  return lines.length + remark.length === 0 ? paragraph('', 'Cell') : [...lines, ...remark].join('')
}
