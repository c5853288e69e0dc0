import { directionOf } from '../../text/text-direction'
import { xmlText } from '../office/xml-text'

/** How the letters of a run look, as the name of a character style. */
export type RunStyle = 'Words' | 'Muted' | 'Type'

/** Words in one style, as a run of a Word document; line breaks and tabs are elements of their own. */
export function run(text: string, style?: RunStyle): string {
  if (text === '') return ''
  const isRightToLeft = directionOf(text) === 'rtl'
  const properties = [
    ...(style === undefined ? [] : [`<w:rStyle w:val="${style}"/>`]),
    ...(isRightToLeft ? ['<w:rtl/>'] : []),
  ].join('')
  const content = text
    .split(/(\n|\t)/)
    .map(part => {
      if (part === '\n') return '<w:br/>'
      if (part === '\t') return '<w:tab/>'
      return part === '' ? '' : `<w:t xml:space="preserve">${xmlText(part)}</w:t>`
    })
    .join('')
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`
}

/** A paragraph of `runs`; `text` is what its direction is taken from. */
export function paragraph(runs: string, style: string, text = ''): string {
  const bidi = directionOf(text) === 'rtl' ? '<w:bidi/>' : ''
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${bidi}</w:pPr>${runs}</w:p>`
}

/** Widths of the table’s columns in twentieths of a point: words, article, date, note. */
export const columnWidths = [4450, 2150, 1150, 2080] as const

/** A cell of the table in column `index`; it holds paragraphs. */
export function cell(paragraphs: string, index: number): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${columnWidths[index] ?? 0}" w:type="dxa"/></w:tcPr>${paragraphs}</w:tc>`
}

/** A row of the table that stays on one page; the head comes again on each. */
export function tableRow(cells: string, isHead = false): string {
  return `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells}</w:tr>`
}
