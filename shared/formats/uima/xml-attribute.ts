import { illegalCharacters, xmlText } from '../office/xml-text'

/** True when `text` has characters that XML cannot hold: they become U+FFFD, one for one. */
export function isOddInXml(text: string): boolean {
  return illegalCharacters(text).length > 0
}

/**
 * `text` for an attribute between double quotation marks. Line breaks and tabs are written as references,
 * because a parser makes a space of each otherwise, and offsets would still look right.
 */
export function xmlAttribute(text: string): string {
  return xmlText(text).replace(
    /[\t\n\u0085\u2028\u2029]/g,
    character => `&#${character.charCodeAt(0)};`,
  )
}
