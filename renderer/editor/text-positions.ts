import type { Fragment, Node } from '@tiptap/pm/model'

/** One section of the view: its node, where it stands in the document, and its part of the plain text. */
export type SectionExtent = {
  readonly index: number
  readonly node: Node
  /** Position before the section. */
  readonly pos: number
  /** `[start, end]` of the plain text; equal when the section has no text. */
  readonly start: number
  readonly end: number
}

/** Translates between offsets of the plain text and ProseMirror positions of one document. */
export type TextPositions = {
  /** Length of the plain text in UTF-16 code units. */
  readonly length: number
  readonly sections: readonly SectionExtent[]
  /** Position of the caret before the character at `offset`. Throws RangeError outside `[0, length]`. */
  readonly positionOf: (offset: number) => number
  /** Offset of any position; one between two text blocks belongs to the end of the earlier one. */
  readonly offsetOf: (position: number) => number
  /** The section that holds the character at `offset`; `undefined` only for an article without text. */
  readonly sectionAt: (offset: number) => SectionExtent | undefined
}

/**
 * Build the tables once for `doc` (`doc > section+`); every look-up is a binary search over the text
 * blocks. Inside a text block offsets and positions run in step, since a hard break is one of each.
 */
export function textPositions(doc: Node): TextPositions {
  const starts: number[] = []
  const positions: number[] = []
  const lengths: number[] = []
  const sections: SectionExtent[] = []
  let next = 0
  doc.forEach((section, pos, index) => {
    const start = next
    section.descendants((node, inside) => {
      if (!node.isTextblock) return true
      starts.push(next)
      positions.push(pos + 1 + inside + 1)
      lengths.push(node.content.size)
      next += node.content.size + 1
      return false
    })
    const hasText = next > start
    sections.push({
      index,
      node: section,
      pos,
      start: hasText ? start : Math.max(0, start - 1),
      end: Math.max(0, next - 1),
    })
  })
  const length = Math.max(0, next - 1)
  const withText = sections.filter(section => holdsText(section.node))
  const sectionStarts = withText.map(section => section.start)
  return {
    length,
    sections,
    positionOf: offset => {
      if (!Number.isInteger(offset) || offset < 0 || offset > length)
        throw new RangeError(`Offset ${offset} is outside a text of ${length} UTF-16 code units`)
      const block = lastNotAbove(starts, offset)
      return (positions[block] ?? 0) + offset - (starts[block] ?? 0)
    },
    offsetOf: position => {
      const block = lastNotAbove(positions, position)
      if (block === -1) return 0
      const inside = position - (positions[block] ?? 0)
      return (starts[block] ?? 0) + Math.min(inside, lengths[block] ?? 0)
    },
    sectionAt: offset => withText[Math.max(0, lastNotAbove(sectionStarts, offset))],
  }
}

/** The plain text of `doc`, or of a cut of it, between two positions by the rule of the articles: what copying gives. */
export function plainTextBetween(doc: Node | Fragment, from: number, to: number): string {
  const lines: string[] = []
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true
    const start = Math.max(0, from - pos - 1)
    const end = Math.min(node.content.size, to - pos - 1)
    lines.push(node.textBetween(Math.min(start, end), end, undefined, '\n'))
    return false
  })
  return lines.join('\n')
}

/** The plain text of `doc`. */
export function plainTextOf(doc: Node): string {
  return plainTextBetween(doc, 0, doc.content.size)
}

function holdsText(section: Node): boolean {
  let found = false
  section.descendants(node => {
    found ||= node.isTextblock
    return !found
  })
  return found
}

/** Index of the last value of the ascending list that is not above `limit`; -1 when all are. */
function lastNotAbove(values: readonly number[], limit: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? Infinity) <= limit) low = middle + 1
    else high = middle
  }
  return low - 1
}
