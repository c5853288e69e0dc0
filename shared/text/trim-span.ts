import type { Span } from './span'
import { isInsideSurrogatePair } from './span'

/**
 * `range` of `text` without the white space at its ends and without half characters, or `undefined`
 * when nothing else is in it. `range` may be empty and may reach beyond the text.
 */
export function trimSpan(text: string, range: Span): Span | undefined {
  let start = Math.max(0, range.start)
  let end = Math.min(text.length, range.end)
  while (start < end && isBlank(text.charCodeAt(start))) start += 1
  while (start < end && isBlank(text.charCodeAt(end - 1))) end -= 1
  if (start >= end) return undefined
  if (isInsideSurrogatePair(text, start)) start -= 1
  if (isInsideSurrogatePair(text, end)) end += 1
  return { start, end }
}

function isBlank(codeUnit: number): boolean {
  return /\s/.test(String.fromCharCode(codeUnit))
}
