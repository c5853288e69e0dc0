import { offsetTable } from '../text/code-points'
import type { OffsetUnit } from './format'

/** Turns an offset of the inside (UTF-16) into `unit`; throws RangeError for one that is no boundary of `text`. */
export function offsetWriter(text: string, unit: OffsetUnit): (utf16: number) => number {
  const table = offsetTable(text)
  return unit === 'codepoint' ? table.toCodePoint : utf16 => table.toUtf16(table.toCodePoint(utf16))
}

/** Turns an offset in `unit` into UTF-16, or gives `undefined` for one that is no boundary of `text`. */
export function offsetReader(
  text: string,
  unit: OffsetUnit,
): (offset: number) => number | undefined {
  const table = offsetTable(text)
  const convert = unit === 'codepoint' ? table.toUtf16 : offsetWriter(text, unit)
  return offset => {
    try {
      return convert(offset)
    } catch (error) {
      if (error instanceof RangeError) return undefined
      throw error
    }
  }
}
