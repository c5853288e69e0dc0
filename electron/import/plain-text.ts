import type { ArticleDocument, Block, Inline } from '../../shared/article/blocks'
import { normaliseLineBreaks } from '../../shared/text/line-breaks'

/**
 * The document of a `.txt` file. CRLF and CR are one line break. A line between two breaks that holds
 * nothing, or only spaces and tabs, is blank; one or more of them separate two paragraphs, and so come
 * to one `\n` of the plain text. A single break inside a paragraph is a hard break. Breaks at the end of
 * the file go, with the blank lines between them; blanks at its start stay. Every other code point stays
 * as it is: nothing is normalised, because offsets of other tools count what is in the file.
 */
export function readPlainText(text: string): ArticleDocument {
  const lines = normaliseLineBreaks(text).split('\n')
  const last = lastLine(lines)
  const content: Block[] = []
  let inlines: Inline[] = []
  let afterBlank = false
  for (let at = 0; at <= last; at += 1) {
    const line = lines[at] ?? ''
    if (at > 0 && at < last && isBlank(line)) {
      afterBlank = true
      continue
    }
    if (afterBlank) {
      content.push(paragraph(inlines))
      inlines = []
      afterBlank = false
    } else if (at > 0) inlines.push({ type: 'hardBreak' })
    if (line !== '') inlines.push({ type: 'text', text: line })
  }
  content.push(paragraph(inlines))
  return { type: 'doc', content }
}

/** Index of the last line with something in it; when the file does not end in a break, of its last line. */
function lastLine(lines: readonly string[]): number {
  let last = lines.length - 1
  if (lines[last] !== '') return last
  while (last > 0 && isBlank(lines[last] ?? '')) last -= 1
  return last
}

function isBlank(line: string): boolean {
  return /^[ \t]*$/.test(line)
}

function paragraph(inlines: readonly Inline[]): Block {
  return inlines.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content: inlines }
}
