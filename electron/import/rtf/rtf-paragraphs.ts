import type { ListPlace, OfficeBlock, OfficeParagraph } from '../office/office-blocks'
import { isBlank } from '../office/pieces'
import { headingLevel, isQuoteStyle } from '../office/style-names'
import type { Flow, ParagraphState, RtfReading } from './rtf-state'

/** The numbers that list levels give for bullets and for no sign at all. Source: RTF Specification 1.9.1, `\levelnfc`. */
const bulletFormat = 23
const noFormat = 255

/** End the paragraph that is being read. One outside of a table ends the table before it. */
export function endParagraph(reading: RtfReading, flow: Flow, state: ParagraphState): void {
  const blocks = takeParagraph(reading, flow, state)
  if (state.isInTable) flow.cell.push(...blocks)
  else {
    endTable(flow)
    flow.blocks.push(...blocks)
  }
}

export function endCell(reading: RtfReading, flow: Flow, state: ParagraphState): void {
  flow.cell.push(...takeParagraph(reading, flow, state))
  flow.row.push(flow.cell)
  flow.cell = []
}

export function endRow(flow: Flow): void {
  if (flow.cell.length > 0) flow.row.push(flow.cell)
  if (flow.row.length > 0) flow.rows.push(flow.row)
  flow.cell = []
  flow.row = []
}

function endTable(flow: Flow): void {
  endRow(flow)
  if (flow.rows.length > 0) flow.blocks.push({ kind: 'table', rows: flow.rows })
  flow.rows = []
}

/** The blocks of a flow that is at its end. */
export function endFlow(reading: RtfReading, flow: Flow, state: ParagraphState): OfficeBlock[] {
  endParagraph(reading, flow, state)
  endTable(flow)
  return flow.blocks
}

function takeParagraph(reading: RtfReading, flow: Flow, state: ParagraphState): OfficeBlock[] {
  const { pieces, after } = flow
  flow.pieces = []
  flow.after = []
  if (pieces.length === 0) return after
  const style = reading.tables.paragraphStyles.get(state.style)
  const level = levelOf(state.outline ?? style?.outline, style?.names ?? [])
  const paragraph: OfficeParagraph = {
    kind: 'paragraph',
    pieces,
    level,
    list: level === undefined && !isBlank(pieces) ? listPlace(reading, state) : undefined,
    isQuote: (style?.names ?? []).some(isQuoteStyle),
  }
  return [paragraph, ...after]
}

function levelOf(outline: number | undefined, styles: readonly string[]): number | undefined {
  if (outline !== undefined && outline >= 0 && outline < 9) return Math.min(6, outline + 1)
  return styles.map(headingLevel).find(level => level !== undefined)
}

function listPlace(reading: RtfReading, state: ParagraphState): ListPlace | undefined {
  const { counts, tables } = reading
  const { list: number, oldList, depth } = state
  const list = number === undefined ? undefined : tables.lists.get(number)
  if (list === undefined) {
    if (oldList === undefined) return undefined
    const key = oldList.isOrdered ? 'old numbers' : 'old bullets'
    return {
      list: key,
      depth: 0,
      isOrdered: oldList.isOrdered,
      number: counts.next(key, 0, oldList.start),
    }
  }
  const level = list.levels[depth]
  if (level === undefined || level.format === noFormat) return undefined
  return {
    list: list.key,
    depth,
    isOrdered: level.format !== bulletFormat,
    number: counts.next(list.key, depth, level.start),
  }
}
