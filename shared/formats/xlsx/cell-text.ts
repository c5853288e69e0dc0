import { isInsideSurrogatePair } from '../../text/span'
import { xmlText } from '../office/xml-text'

/** Most characters (UTF-16 code units) that a cell holds. Source: Excel specifications and limits. */
export const longestCell = 32_767

/** Stands at the end of a cell that was cut. */
export const cutMark = '… [cut]'

/**
 * `text` in a cell. `_x0041_` is how a workbook writes a character by its number, so words that look
 * like that have their first underscore written so themselves. Source: ECMA-376, ST_Xstring.
 */
export function cellText(text: string): string {
  return xmlText(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))
}

/** `text` in parts that each fit a cell, one at least; joined they are the text. */
export function cellParts(text: string): string[] {
  const parts: string[] = []
  let start = 0
  do {
    let end = Math.min(start + longestCell, text.length)
    if (isInsideSurrogatePair(text, end)) end -= 1
    parts.push(text.slice(start, end))
    start = end
  } while (start < text.length)
  return parts
}

/** `text` as far as it fits a cell, and what was cut off. */
export function cutToCell(text: string): { readonly kept: string; readonly rest: string } {
  if (text.length <= longestCell) return { kept: text, rest: '' }
  let end = longestCell - cutMark.length
  if (isInsideSurrogatePair(text, end)) end -= 1
  return { kept: `${text.slice(0, end)}${cutMark}`, rest: text.slice(end) }
}
