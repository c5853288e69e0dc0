/** Characters that XML 1.0 cannot hold, not even escaped, and halves of a surrogate pair. */
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/**
 * `text` for the content or a quoted attribute of an XML document. What XML cannot hold becomes U+FFFD,
 * one for one, so that offsets stay right; a carriage return is escaped, because readers would make it
 * a line feed.
 */
export function xmlText(text: string): string {
  return text
    .replace(illegal, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
}

/** The characters of `text` that XML cannot hold, as `U+0001`; empty for nearly every text. */
export function illegalCharacters(text: string): string[] {
  return [...text.matchAll(illegal)].map(([character]) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    return `U+${code}`
  })
}

/** Head of every XML file of an office document. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
