import type { ValueOrigin } from './article'
import type { ArticleDocument } from './blocks'
import { readTextHead } from './dateline'
import { placedTextBlocks, plainText } from './plain-text'

/** Longest line that is still a headline, in UTF-16 code units. */
const longestHeadline = 140

/** How many characters of the first sentence stand for a title, and where a sentence may end before that. */
const excerptLength = 76
const leastExcerpt = 30

/**
 * A title for an article that names none: its first line when that looks like a headline, else the
 * beginning of its first sentence after header and dateline, else the name of its file.
 */
export function titleFromText(
  document: ArticleDocument,
  fileName: string,
): { readonly value: string; readonly from: ValueOrigin } {
  const text = plainText(document)
  const head = readTextHead(text)
  const headline = headlineOf(document, text, head.headerEnd)
  if (headline !== undefined) return { value: headline, from: 'heading' }
  for (const { start, end } of placedTextBlocks(document)) {
    const excerpt = excerptOf(text.slice(Math.max(start, head.bodyStart), end))
    if (excerpt !== '') return { value: excerpt, from: 'text' }
  }
  return { value: fileName.replace(/\.[^.]{1,8}$/, ''), from: 'file-name' }
}

/** The first line after the header, when it is a block of its own, short, no dateline, and does not end as a sentence does. */
function headlineOf(
  document: ArticleDocument,
  text: string,
  headerEnd: number,
): string | undefined {
  const start = headerEnd + (/^\s*/.exec(text.slice(headerEnd))?.[0].length ?? 0)
  const onHeaderLine = headerEnd > 0 && !text.slice(headerEnd, start).includes('\n')
  const found = text.indexOf('\n', start)
  const end = found === -1 ? text.length : found
  const line = collapsed(text.slice(start, end))
  const isBlock = placedTextBlocks(document).some(block => block.end === end)
  if (!isBlock || onHeaderLine || line === '' || line.length > longestHeadline) return undefined
  if (readTextHead(text.slice(start)).datelineAt === 0) return undefined
  return /[.,;:…。]["”’»)]*$/u.test(line) ? undefined : line
}

function excerptOf(text: string): string {
  const start = collapsed(text.slice(0, excerptLength * 8))
  const sentence = /^.+?[.!?…。]["”’»)]*(?=\s|$)/u.exec(start.slice(leastExcerpt))?.[0]
  const whole = sentence === undefined ? start : start.slice(0, leastExcerpt) + sentence
  if ([...whole].length <= excerptLength) return whole.replace(/\.$/, '')
  const cut = [...whole].slice(0, excerptLength).join('')
  const atWord = cut.replace(/\s+\S*$/, '')
  return `${(atWord.length >= leastExcerpt ? atWord : cut).replace(/[\s,;:–—-]+$/u, '')}…`
}

/** On one line, without blanks around it. */
export function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
