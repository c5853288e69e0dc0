import type { Node } from '@tiptap/pm/model'
import type { Span } from '../../shared/text/span'
import { directionOf, directionOfPiece, hasRightToLeft } from '../../shared/text/text-direction'
import type { Direction } from '../../shared/text/text-direction'
import type { SectionExtent } from './text-positions'

/** A piece of text in one style inside one block: offsets and positions run in step over it. */
export type TextRun = Span & {
  /** ProseMirror position of its first character. */
  readonly position: number
  readonly text: string
  /** Direction of the block it stands in. */
  readonly direction: Direction
}

const runsBySection = new WeakMap<Node, readonly TextRun[]>()

/** The runs of a section, in order; kept, because the document never changes. */
export function runsOf(section: SectionExtent): readonly TextRun[] {
  const known = runsBySection.get(section.node)
  if (known !== undefined) return known
  const runs: TextRun[] = []
  let blockStart = section.start
  section.node.descendants((block, inside) => {
    if (!block.isTextblock) return true
    const direction = directionOf(block.textContent)
    const position = section.pos + 1 + inside + 1
    block.forEach((child, at) => {
      if (child.text === undefined) return
      const start = blockStart + at
      const end = start + child.nodeSize
      runs.push({ start, end, position: position + at, text: child.text, direction })
    })
    blockStart += block.content.size + 1
    return false
  })
  runsBySection.set(section.node, runs)
  return runs
}

/** The direction of a piece of a run: of its own first letter, else of its block. */
export function directionWithin(run: TextRun, piece: Span): Direction {
  if (run.direction === 'ltr' && !hasRightToLeft(run.text)) return 'ltr'
  return directionOfPiece(
    run.text.slice(piece.start - run.start, piece.end - run.start),
    run.direction,
  )
}
