import type { Painting } from './article-view-contract'
import type { PaintedSpan } from './painted-spans'
import { paintedSpansIn, paintsTheSame } from './painted-spans'
import type { SectionExtent } from './text-positions'

/** What is painted in the sections near the viewport, remembered so that a change looks only at those it touches. */
export type PaintedSections = {
  /** Bring the visible sections to `painting` and forget the others; gives the indices of those that differ. */
  readonly update: (painting: Painting, visible: ReadonlySet<number>) => readonly number[]
  /** The spans painted around a section; none when it is not visible. */
  readonly spansOf: (section: number) => readonly PaintedSpan[]
}

type Painted = {
  readonly painting: Painting
  readonly from: number
  readonly spans: readonly PaintedSpan[]
}

export function createPaintedSections(sections: readonly SectionExtent[]): PaintedSections {
  const painted = new Map<number, Painted>()
  return {
    spansOf: section => painted.get(section)?.spans ?? [],
    update: (painting, visible) => {
      for (const index of painted.keys()) if (!visible.has(index)) painted.delete(index)
      const touched: number[] = []
      for (const index of visible) {
        const section = sections[index]
        if (section === undefined || section.end <= section.start) continue
        const old = painted.get(index)
        const range = { start: old?.from ?? section.start, end: section.end }
        if (old !== undefined && paintsTheSame(old.painting, painting, range)) continue
        painted.set(index, { painting, ...paintedSpansIn(painting, section) })
        touched.push(index)
      }
      return touched
    },
  }
}
