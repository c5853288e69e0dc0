/** Signs that begin an item of a list wherever they stand; the last of them are from fonts of signs. */
const bullets = '•◦▪▫‣⁃●○■□◆◇➢➤✓✔❖∙\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d'

const patterns = {
  bullet: new RegExp(`^\\s*[${bullets}](?:\\s+|$|(?=\\p{L}))`, 'u'),
  /** Only in a row of them: a lone dash begins a line of speech. */
  dash: /^\s*[-–—*](?:\s+|$)/u,
  number: /^\s*\(?(\d{1,3})[.)](?:\s+|$)/u,
}

export type ListMarker =
  | { readonly kind: 'bullet' | 'dash'; readonly length: number }
  | { readonly kind: 'number'; readonly number: number; readonly length: number }

/** The sign or number with which a line begins as an item of a list does. */
export function listMarker(text: string): ListMarker | undefined {
  const bullet = patterns.bullet.exec(text)?.[0].length
  if (bullet !== undefined) return { kind: 'bullet', length: bullet }
  const dash = patterns.dash.exec(text)?.[0].length
  if (dash !== undefined) return { kind: 'dash', length: dash }
  const number = patterns.number.exec(text)
  return number === null
    ? undefined
    : { kind: 'number', number: Number(number[1]), length: number[0].length }
}

/** Whether `text` begins with the sign of a list, or is `all` sign. */
export function beginsWithMarker(text: string): 'all' | 'begins' | 'no' {
  const marker = listMarker(text)
  if (marker === undefined) return 'no'
  return text.slice(marker.length).trim() === '' ? 'all' : 'begins'
}
