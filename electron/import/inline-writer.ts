import type { Inline, Mark } from '../../shared/article/blocks'

/**
 * Collects the inline content of one text block and collapses white space as CSS does for
 * `white-space: normal`: a run of spaces, tabs and line breaks is one space, also across marks, and none
 * at the start or end of a line. A no-break space is a letter.
 */
export type InlineWriter = {
  readonly write: (text: string, marks: readonly Mark[]) => void
  /** Text whose spaces and line breaks stay, as in `pre`. */
  readonly writeKept: (text: string, marks: readonly Mark[]) => void
  readonly breakLine: () => void
  /** Takes back the break that the last line ended with, if nothing but blanks came after it; tells whether there was one. */
  readonly dropBreak: () => boolean
  /** True when nothing but blanks was written since the last call of `take`. */
  readonly isEmpty: () => boolean
  /** Between two cells of a table row: the words of both stand apart, without a space of their own beside it. */
  readonly separate: (separator: string) => void
  /** What was written since the last call, or `undefined` when a browser would show no line for it. */
  readonly take: () => readonly Inline[] | undefined
}

type Written =
  | { readonly kind: 'text'; text: string; readonly marks: readonly Mark[] }
  | { readonly kind: 'break' }

export function createInlineWriter(): InlineWriter {
  let written: Written[] = []
  /** What the last character is: decides whether the next space counts. */
  let end: 'line-start' | 'space' | 'letter' = 'line-start'
  let hasContent = false

  const append = (text: string, marks: readonly Mark[]): void => {
    if (text === '') return
    const last = written.at(-1)
    if (last?.kind === 'text' && sameMarks(last.marks, marks)) last.text += text
    else written.push({ kind: 'text', text, marks })
  }
  const dropSpace = (): void => {
    const last = written.at(-1)
    if (end !== 'space' || last?.kind !== 'text') return
    last.text = last.text.slice(0, -1)
    if (last.text === '') written.pop()
  }
  const breakLine = (): void => {
    dropSpace()
    written.push({ kind: 'break' })
    end = 'line-start'
    hasContent = true
  }

  return {
    write: (text, marks) => {
      const collapsed = text.replace(/[ \t\n\r\f]+/g, ' ')
      const kept = end !== 'letter' && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed
      if (kept === '') return
      append(kept, marks)
      end = kept.endsWith(' ') ? 'space' : 'letter'
      hasContent ||= kept !== ' '
    },
    writeKept: (text, marks) => {
      text.split('\n').forEach((line, index) => {
        if (index > 0) breakLine()
        if (line === '') return
        append(line, marks)
        end = 'letter'
        hasContent = true
      })
    },
    breakLine,
    dropBreak: () => {
      const last = written.findLastIndex(piece => !isBlank(piece))
      if (written[last]?.kind !== 'break') return false
      written = written.slice(0, last)
      end = 'line-start'
      hasContent = !written.every(isBlank)
      return true
    },
    isEmpty: () => written.every(isBlank),
    separate: separator => {
      dropSpace()
      append(separator, [])
      end = 'line-start'
    },
    take: () => {
      dropSpace()
      // A break at the very end of a block ends its last line, it does not begin another.
      if (written.at(-1)?.kind === 'break') written.pop()
      const content = written.map(toInline)
      const shown = hasContent
      written = []
      end = 'line-start'
      hasContent = false
      return shown ? content : undefined
    },
  }
}

/** Blanks of every kind; a break is none. */
function isBlank(piece: Written): boolean {
  return piece.kind === 'text' && piece.text.trim() === ''
}

function toInline(piece: Written): Inline {
  if (piece.kind === 'break') return { type: 'hardBreak' }
  return piece.marks.length === 0
    ? { type: 'text', text: piece.text }
    : { type: 'text', text: piece.text, marks: piece.marks }
}

function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return a === b || (a.length === b.length && a.every((mark, index) => sameMark(mark, b[index])))
}

function sameMark(a: Mark, b: Mark | undefined): boolean {
  return (
    a.type === b?.type &&
    (a.type !== 'link' || (b.type === 'link' && a.attrs.href === b.attrs.href))
  )
}
