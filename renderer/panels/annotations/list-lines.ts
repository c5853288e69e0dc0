import type { Annotation } from '../../../shared/annotation/annotation'
import type { ListGroup } from './list-order'

/** Heights as the style sheet has them, in CSS pixels. */
export const rowHeightPx = 50
export const headingHeightPx = 30

/** One line of the list, `top` pixels below its beginning: an annotation, or what the next ones have in common. */
export type Line =
  | {
      readonly kind: 'heading'
      readonly label: string
      readonly count: number
      readonly top: number
    }
  | {
      readonly kind: 'row'
      readonly annotation: Annotation
      /** Counted from 0 among the annotations of all groups. */
      readonly place: number
      readonly top: number
    }

/** Where the lines of some groups stand. Heights are known, so nothing is made for a line that is not drawn. */
export type ListLines = {
  /** Of all lines, in pixels. */
  readonly height: number
  /** The lines that touch the pixels from `from` to `to`. */
  readonly between: (from: number, to: number) => Line[]
  /** Pixels from the beginning to the row at `place`, or to the heading when that stands right above it; so the row before ends there. */
  readonly topOf: (place: number) => number
}

type Block = ListGroup & {
  readonly top: number
  readonly heading: number
  readonly first: number
  readonly bottom: number
}

export function listLines(groups: readonly ListGroup[]): ListLines {
  const blocks: Block[] = []
  let top = 0
  let first = 0
  for (const group of groups) {
    const heading = group.label === '' ? 0 : headingHeightPx
    const bottom = top + heading + group.annotations.length * rowHeightPx
    blocks.push({ ...group, top, heading, first, bottom })
    top = bottom
    first += group.annotations.length
  }
  return {
    height: top,
    between: (from, to) =>
      blocks.filter(({ top, bottom }) => bottom > from && top < to).flatMap(linesIn(from, to)),
    topOf: place => {
      const block = blocks.find(({ first, annotations }) => place < first + annotations.length)
      if (block === undefined) return top
      const { first, heading } = block
      return place === first ? block.top : block.top + heading + (place - first) * rowHeightPx
    },
  }
}

function linesIn(from: number, to: number): (block: Block) => Line[] {
  return ({ label, annotations, top, heading, first }) => {
    const lines: Line[] = []
    if (heading > 0 && top + heading > from)
      lines.push({ kind: 'heading', label, count: annotations.length, top })
    const begin = top + heading
    const last = Math.min(annotations.length, Math.ceil((to - begin) / rowHeightPx))
    for (let at = Math.max(0, Math.floor((from - begin) / rowHeightPx)); at < last; at += 1) {
      const annotation = annotations[at]
      if (annotation !== undefined)
        lines.push({ kind: 'row', annotation, place: first + at, top: begin + at * rowHeightPx })
    }
    return lines
  }
}
