import type { Painting } from './article-view-contract'
import type { PaintedSpan, PaintMemory } from './painted-spans'
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
  let memory: PaintMemory = new WeakMap()
  let before: Painting | undefined
  return {
    spansOf: section => painted.get(section)?.spans ?? [],
    update: (painting, visible) => {
      if (before === undefined || !looksTheSame(before, painting)) memory = new WeakMap()
      before = painting
      for (const index of painted.keys()) if (!visible.has(index)) painted.delete(index)
      const touched: number[] = []
      for (const index of visible) {
        const section = sections[index]
        if (section === undefined || section.end <= section.start) continue
        const old = painted.get(index)
        const range = { start: old?.from ?? section.start, end: section.end }
        if (old !== undefined && paintsTheSame(old.painting, painting, range)) continue
        painted.set(index, { painting, ...paintedSpansIn(painting, section, memory) })
        touched.push(index)
      }
      return touched
    },
  }
}

/** True when an annotation that is the same is drawn the same, but for focus and lane. */
function looksTheSame(a: Painting, b: Painting): boolean {
  return a.codebook === b.codebook && a.self === b.self && a.hiddenTypes === b.hiddenTypes
}
