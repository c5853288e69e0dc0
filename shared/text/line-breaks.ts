/** CRLF and a lone CR become LF, once, before the first offset of a text exists. */
export function normaliseLineBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

/** Every lone surrogate becomes U+FFFD, one unit for one unit: Python, DuckDB and XML refuse lone ones. */
export function replaceLoneSurrogates(text: string): string {
  return text.isWellFormed() ? text : text.toWellFormed()
}
