import type { OfficeBlock, OfficeParagraph, Piece } from '../office/office-blocks'
import { isBlank } from '../office/pieces'
import type { XmlElement } from '../xml/xml-tree'
import { childNamed, elementsIn } from '../xml/xml-tree'
import type { DocxPlace, DocxReading, Paragraph } from './docx-reading'
import { chosen, readInline, showsPrompt } from './docx-runs'
import { outlineLevel, valueIn, wholeNumber } from './docx-styles'

/** The pieces of paragraphs whose end was deleted: they go on in the next one. */
type Carried = { pieces: Piece[] }

/** The blocks inside `parent`, which is the body, a cell, a note or a text box. */
export function readDocxBlocks(
  reading: DocxReading,
  parent: XmlElement,
  place: DocxPlace,
): OfficeBlock[] {
  const carried: Carried = { pieces: [] }
  const blocks = readBlocks(reading, parent, place, carried)
  if (!isBlank(carried.pieces)) blocks.push(plain(carried.pieces))
  return blocks
}

function readBlocks(
  reading: DocxReading,
  parent: XmlElement,
  place: DocxPlace,
  carried: Carried,
): OfficeBlock[] {
  const inside = (element: XmlElement): OfficeBlock[] =>
    readBlocks(reading, element, place, carried)
  return elementsIn(parent).flatMap((element): OfficeBlock[] => {
    switch (element.name) {
      case 'p':
        return readParagraph(reading, element, place, carried)
      case 'tbl':
        return [{ kind: 'table', rows: rowsOf(reading, element, place) }]
      case 'sdt':
        return showsPrompt(element) ? [] : inside(element)
      case 'sdtContent':
      case 'customXml':
        return inside(element)
      case 'ins':
      case 'moveTo':
        reading.tally.insertions += 1
        return inside(element)
      case 'del':
      case 'moveFrom':
        reading.tally.deletions += 1
        return []
      case 'AlternateContent':
        return inside(chosen(element))
      case 'oMath':
      case 'oMathPara':
        return paragraphAround(reading, element, place)
      case 'altChunk':
        return [plain([{ kind: 'left-out', what: 'embedded file', label: '' }])]
      default:
        return []
    }
  })
}

/** A formula may stand between paragraphs. */
function paragraphAround(
  reading: DocxReading,
  element: XmlElement,
  place: DocxPlace,
): OfficeBlock[] {
  const paragraph = newParagraph(reading, place)
  readInline(reading, paragraph, { ...element, children: [element] })
  return [plain(paragraph.pieces)]
}

function readParagraph(
  reading: DocxReading,
  element: XmlElement,
  place: DocxPlace,
  carried: Carried,
): OfficeBlock[] {
  const paragraph = newParagraph(reading, place)
  paragraph.pieces.push(...carried.pieces)
  carried.pieces = []
  const properties = childNamed(element, 'pPr')
  readInline(reading, paragraph, element)
  if (isEndDeleted(properties)) {
    reading.tally.deletions += 1
    carried.pieces = paragraph.pieces
    return paragraph.after
  }
  const style = reading.styles(valueIn(properties, 'pStyle'))
  const level = outlineLevel(properties) ?? style?.level
  // An empty item shows its number, but a heading or a blank line has none that counts.
  const list =
    level === undefined && !isBlank(paragraph.pieces)
      ? listPlace(reading, properties, style?.numbering)
      : undefined
  const { pieces, after } = paragraph
  return [{ kind: 'paragraph', pieces, level, list, isQuote: style?.isQuote ?? false }, ...after]
}

function newParagraph(reading: DocxReading, place: DocxPlace): Paragraph {
  return {
    place,
    pieces: [],
    after: [],
    blocksIn: (element, inner) => readDocxBlocks(reading, element, inner),
  }
}

function isEndDeleted(properties: XmlElement | undefined): boolean {
  const end = childNamed(properties, 'rPr')
  return childNamed(end, 'del') !== undefined || childNamed(end, 'moveFrom') !== undefined
}

function listPlace(
  reading: DocxReading,
  properties: XmlElement | undefined,
  fromStyle: { readonly id: string; readonly level: number } | undefined,
): OfficeParagraph['list'] {
  const own = childNamed(properties, 'numPr')
  const id = valueIn(own, 'numId') ?? fromStyle?.id
  if (id === undefined || id === '0') return undefined
  const written = valueIn(own, 'ilvl')
  return reading.numbering(
    id,
    written === undefined ? (fromStyle?.level ?? 0) : wholeNumber(written),
  )
}

function rowsOf(reading: DocxReading, table: XmlElement, place: DocxPlace): OfficeBlock[][][] {
  return unwrapped(table, 'tr').flatMap(row => {
    const properties = childNamed(row, 'trPr')
    if (childNamed(properties, 'ins') !== undefined) reading.tally.insertions += 1
    if (childNamed(properties, 'del') !== undefined) {
      reading.tally.deletions += 1
      return []
    }
    return [unwrapped(row, 'tc').map(cell => readDocxBlocks(reading, cell, place))]
  })
}

/** The rows of a table or the cells of a row, also those inside of content controls. */
function unwrapped(parent: XmlElement, name: 'tr' | 'tc'): XmlElement[] {
  return elementsIn(parent).flatMap(element => {
    if (element.name === name) return [element]
    return ['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo'].includes(element.name)
      ? unwrapped(element, name)
      : []
  })
}

function plain(pieces: readonly Piece[]): OfficeParagraph {
  return { kind: 'paragraph', pieces, level: undefined, list: undefined, isQuote: false }
}
