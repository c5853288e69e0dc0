import { codePoint } from 'dingbat-to-unicode'

/** The character that fonts such as Symbol and Wingdings draw for `code`, or U+FFFD for one that Unicode does not have. */
export function symbolText(font: string, code: number): string {
  // Word moves the characters of such fonts into the private use area.
  const own = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  const known = codePoint(font, own)
  if (known !== undefined) return known.string
  const isText = code >= 0x20 && code < 0xe000
  return isText && !isSymbolFont(font) ? String.fromCodePoint(code) : '\ufffd'
}

/** Whether the letters of a font are pictures. */
function isSymbolFont(font: string): boolean {
  return /^(?:symbol|wingdings(?: [23])?|webdings|zapf ?dingbats)$/i.test(font.trim())
}
