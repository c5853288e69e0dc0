import { succeed } from '../../shared/outcome/result'
import type { ImportItem } from './import-items'

/** What somebody copied in another program. */
export type Copied = {
  readonly text: string
  /** Rich text, as a piece of HTML. */
  readonly html?: string
  /** The page it was copied from. */
  readonly address?: string
}

export const nothingCopied =
  'There is no text on the clipboard, so nothing was imported. Copy the article first, then paste it here.'

/**
 * What was copied as something to import: rich text as a page of its own that names the address it came
 * from, else the text. `undefined` when there are no words. It is read like any file, apart and checked.
 */
export function pastedItem({ text, html, address }: Copied): ImportItem | undefined {
  if (html !== undefined && hasWords(html)) return item('Pasted.html', page(html, address))
  if (text.trim() === '') return undefined
  // A plain text has no place for its address but a page around it.
  return address === undefined
    ? item('Pasted.txt', text)
    : item('Pasted.html', page(pre(text), address))
}

function item(name: string, content: string): ImportItem {
  return { name, load: () => succeed(new TextEncoder().encode(content)) }
}

function hasWords(html: string): boolean {
  return html.replace(/<[^>]*>/g, ' ').trim() !== ''
}

function page(body: string, address: string | undefined): string {
  const link = address === undefined ? '' : `<link rel="canonical" href="${escaped(address)}">`
  return `<!DOCTYPE html>\n<html><head><meta charset="utf-8">${link}</head>\n<body>${body}</body></html>\n`
}

/** Blank lines separate paragraphs, as in a text file. */
function pre(text: string): string {
  return text
    .split(/\r?\n[ \t]*\r?\n/)
    .map(part => `<p>${escaped(part.trim()).replaceAll(/\r?\n/g, '<br>')}</p>`)
    .join('\n')
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
