import type { ArticleDocument } from '../../../shared/article/blocks'
import { normaliseLineBreaks } from '../../../shared/text/line-breaks'
import { createBlockWriter } from '../block-writer'

/** Mail programs break lines at 65 to 80 characters; longer lines were not broken. */
const shortestWidth = 55
const longestWidth = 82

/**
 * The blocks of a mail that is plain text. Lines that a mail program broke because the next word had no
 * room are joined; those that somebody ended stay. Lines with `>` before them are quotes.
 */
export function readMailText(text: string): ArticleDocument {
  const writer = createBlockWriter()
  const lines = normaliseLineBreaks(text)
    .split('\n')
    .map(line => {
      const sign = /^(?:>[ \t]?)+/.exec(line)?.[0] ?? ''
      return { depth: sign.replace(/[^>]/g, '').length, words: line.slice(sign.length).trimEnd() }
    })
  const width = Math.max(0, ...lines.map(({ words }) => words.length).filter(isBroken))
  let depth = 0
  let before: string | undefined
  for (const line of lines) {
    while (depth > line.depth) {
      writer.close()
      depth -= 1
      before = undefined
    }
    while (depth < line.depth) {
      writer.open({ type: 'blockquote' })
      depth += 1
      before = undefined
    }
    if (line.words.trim() === '' || before === undefined) writer.startBlock()
    else if (goesOn(before, line.words, width)) writer.inline.write(' ', [])
    else writer.inline.breakLine()
    writer.inline.write(line.words, [])
    before = line.words.trim() === '' ? undefined : line.words
  }
  return writer.finish()
}

function isBroken(length: number): boolean {
  return length >= shortestWidth && length <= longestWidth
}

/** Whether the break after `before` is the program's own: the next word had no room, and begins no item of a list. */
function goesOn(before: string, next: string, width: number): boolean {
  const [word = ''] = next.trimStart().split(/\s/, 1)
  if (width === 0 || /^(?:[-–—*•]|\d{1,3}[.)])$/.test(word) || /^\s/.test(next)) return false
  return before.length + 1 + word.length > width
}
