/** `text` for the content or a quoted attribute of an HTML document: never markup, whatever it holds. */
export function htmlText(text: string): string {
  return text
    .replaceAll('\0', '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('\r', '&#13;')
}

/** `parts` that are not empty, with a middle dot between them, already escaped. */
export function dotted(parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part): part is string => part !== undefined && part !== '')
    .map(htmlText)
    .join(' <span class="dot">·</span> ')
}

/** `words` as a link to `href`, or as words where there is none. */
export function linked(words: string, href: string | undefined): string {
  return href === undefined ? htmlText(words) : `<a href="${htmlText(href)}">${htmlText(words)}</a>`
}
