import type { ListPlace, OfficeBlock } from '../office/office-blocks'
import type { XmlElement } from '../xml/xml-tree'
import { childNamed, elementsIn } from '../xml/xml-tree'
import { isDrawing, leaveOutDrawing } from './odt-drawings'
import { readOdtInline, styledMarks } from './odt-inline'
import type { OdtParagraph, OdtReading } from './odt-reading'
import { startOf } from './odt-styles'

/** The list that is being read, and the item in it whose first paragraph is still to come. */
type OpenList = {
  readonly key: string
  readonly style: string | undefined
  readonly depth: number
  isItemBegun: boolean
}

/** Around blocks, without a meaning of their own. */
const wrappers: ReadonlySet<string> = new Set([
  'section',
  'index-body',
  'index-title',
  'table-of-content',
  'alphabetical-index',
  'illustration-index',
  'table-index',
  'object-index',
  'user-index',
  'bibliography',
  'numbered-paragraph',
])

/** The blocks inside `parent`, which is the body, a cell, a note or a text box. Source: OpenDocument 1.3, part 3. */
export function readOdtBlocks(
  reading: OdtReading,
  parent: XmlElement,
  list?: OpenList,
): OfficeBlock[] {
  return elementsIn(parent).flatMap((element): OfficeBlock[] => {
    switch (element.name) {
      case 'h':
      case 'p':
        return readParagraph(reading, element, list)
      case 'list':
        return readList(reading, element, list)
      case 'table':
        return [{ kind: 'table', rows: rowsOf(reading, element) }]
      case 'tracked-changes':
        countChanges(reading, element)
        return []
      default:
        if (isDrawing(element)) return drawingBlocks(reading, element)
        return wrappers.has(element.name) ? readWrapped(reading, element, list) : []
    }
  })
}

function readWrapped(
  reading: OdtReading,
  element: XmlElement,
  list: OpenList | undefined,
): OfficeBlock[] {
  if (element.attributes.get('display') !== 'none') return readOdtBlocks(reading, element, list)
  reading.tally.hidden += 1
  return []
}

function readParagraph(
  reading: OdtReading,
  element: XmlElement,
  list: OpenList | undefined,
): OfficeBlock[] {
  const style = reading.styles.paragraph(element.attributes.get('style-name'))
  if (style?.hidden === true) {
    reading.tally.hidden += 1
    return []
  }
  const paragraph = newParagraph(reading)
  readOdtInline(
    reading,
    paragraph,
    element,
    style?.isAutomatic === true ? styledMarks([], style) : [],
  )
  const level =
    element.name === 'h'
      ? headingLevel(element.attributes.get('outline-level'))
      : style?.isTitle === true
        ? 1
        : undefined
  const { pieces, after } = paragraph
  return [
    {
      kind: 'paragraph',
      pieces,
      level,
      list: list === undefined || level !== undefined ? undefined : placeIn(reading, list),
      isQuote: style?.isQuote ?? false,
    },
    ...after,
  ]
}

function newParagraph(reading: OdtReading): OdtParagraph {
  return { pieces: [], after: [], blocksIn: element => readOdtBlocks(reading, element) }
}

function drawingBlocks(reading: OdtReading, element: XmlElement): OfficeBlock[] {
  const paragraph = newParagraph(reading)
  leaveOutDrawing(reading, paragraph, element)
  const { pieces, after } = paragraph
  return [
    { kind: 'paragraph', pieces, level: undefined, list: undefined, isQuote: false },
    ...after,
  ]
}

function headingLevel(written: string | undefined): number {
  const level = Number(written ?? '1')
  return Number.isInteger(level) && level >= 1 ? Math.min(6, level) : 1
}

function readList(
  reading: OdtReading,
  element: XmlElement,
  outer: OpenList | undefined,
): OfficeBlock[] {
  const style = element.attributes.get('style-name') ?? outer?.style
  const depth = outer === undefined ? 0 : outer.depth + 1
  const key = outer?.key ?? listKey(reading, element, style)
  return elementsIn(element).flatMap(item => {
    if (item.name !== 'list-item' && item.name !== 'list-header') return []
    const start = startOf(item)
    if (start !== undefined) reading.counts.set(key, depth, start - 1)
    const isHeader = item.name === 'list-header'
    return readOdtBlocks(reading, item, { key, style, depth, isItemBegun: isHeader })
  })
}

/** Lists that go on counting where another left off share its key. */
function listKey(reading: OdtReading, element: XmlElement, style: string | undefined): string {
  const { listKeys } = reading
  const { attributes } = element
  const continued = attributes.get('continue-list')
  const before =
    continued !== undefined
      ? listKeys.get(`id ${continued}`)
      : attributes.get('continue-numbering') === 'true'
        ? listKeys.get(`style ${style ?? ''}`)
        : undefined
  if (before === undefined) reading.lists += 1
  const key = before ?? `list ${reading.lists}`
  const id = attributes.get('id')
  if (id !== undefined) listKeys.set(`id ${id}`, key)
  listKeys.set(`style ${style ?? ''}`, key)
  return key
}

function placeIn(reading: OdtReading, list: OpenList): ListPlace | undefined {
  const level = reading.styles.listLevel(list.style, list.depth)
  if (level === undefined) return undefined
  const { isOrdered } = level
  const place = { list: list.key, depth: list.depth, isOrdered }
  if (list.isItemBegun)
    return { ...place, number: reading.counts.current(list.key, list.depth), continues: true }
  list.isItemBegun = true
  return { ...place, number: reading.counts.next(list.key, list.depth, level.start) }
}

function rowsOf(reading: OdtReading, table: XmlElement): OfficeBlock[][][] {
  return elementsIn(table).flatMap(element => {
    switch (element.name) {
      case 'table-row':
        return [
          elementsIn(element)
            .filter(({ name }) => name === 'table-cell')
            .map(cell => readOdtBlocks(reading, cell)),
        ]
      case 'table-header-rows':
      case 'table-rows':
      case 'table-row-group':
        return rowsOf(reading, element)
      default:
        return []
    }
  })
}

/** What was inserted stands in the text itself; what was deleted is kept apart, in here. */
function countChanges({ tally }: OdtReading, element: XmlElement): void {
  for (const region of elementsIn(element)) {
    if (childNamed(region, 'insertion') !== undefined) tally.insertions += 1
    if (childNamed(region, 'deletion') !== undefined) tally.deletions += 1
  }
}
