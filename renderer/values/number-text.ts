import type { NumberValue } from '../../shared/annotation/annotation'
import { readWrittenNumber } from '../../shared/text/numbers/read-number'
import { writeNumber } from '../../shared/text/numbers/write-number'

/** A value read from what a person typed: `undefined` for an empty field, or why it cannot be read. */
export type ReadValue<Value> =
  | { readonly ok: true; readonly value: Value | undefined }
  | { readonly ok: false; readonly message: string }

/** Read a number or range as the article's language writes it; a tag such as `de`, absent when it is not known. */
export function readNumber(text: string, language?: string): ReadValue<NumberValue> {
  if (text.trim() === '') return { ok: true, value: undefined }
  const read = readWrittenNumber(text, language)
  return read.kind === 'number' ? { ok: true, value: read.value } : { ok: false, message: read.why }
}

/** The value that `text` will be saved as, for reading before it is accepted; nothing for plain digits. */
export function numberPreview(text: string, language?: string): string | undefined {
  if (/^\s*\d*\s*$/.test(text)) return undefined
  const read = readNumber(text, language)
  return read.ok && read.value !== undefined ? `= ${writeNumber(read.value)}` : undefined
}
