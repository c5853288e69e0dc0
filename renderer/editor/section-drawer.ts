import type { ColumnLayout } from './column-layout'
import type { PaintedSpan } from './painted-spans'
import type { SectionLayer } from './section-groups'
import type { SectionExtent } from './text-positions'

/** Draws marks and stripes of sections. */
export type SectionDrawer = {
  /** Measure what these sections need, then give how to draw it. */
  readonly prepare: (sections: readonly number[]) => () => void
  /** The same before the next frame. */
  readonly drawSoon: (section: number) => void
  readonly erase: (section: number) => void
  readonly stop: () => void
}

/** They follow the lines when `layout` changes: in the same frame, so that no mark is seen beside its words. */
export function createSectionDrawer(given: {
  readonly sections: readonly SectionExtent[]
  readonly layout: ColumnLayout
  readonly layers: readonly SectionLayer[]
  readonly spansOf: (section: number) => readonly PaintedSpan[]
}): SectionDrawer {
  const { sections, layout, layers, spansOf } = given
  const shown = new Set<number>()
  const waiting = new Set<number>()
  let frame = 0

  const prepare = (indices: readonly number[]): (() => void) => {
    const drawings: (() => void)[] = []
    for (const index of indices) {
      const section = sections[index]
      if (section === undefined) continue
      waiting.delete(index)
      shown.add(index)
      const top = layout.sectionTop(index)
      const spans = spansOf(index)
      for (const layer of layers) drawings.push(layer.prepare(section, top, spans))
    }
    return () => {
      for (const draw of drawings) draw()
    }
  }
  const stopLayout = layout.onChange(changed => {
    const tops = [...shown].map(index => [index, layout.sectionTop(index)] as const)
    for (const [index, top] of tops) {
      for (const layer of layers) layer.move(index, top)
    }
    prepare(changed.filter(index => shown.has(index)))()
  })
  return {
    prepare,
    drawSoon: index => {
      waiting.add(index)
      if (frame !== 0) return
      frame = requestAnimationFrame(() => {
        frame = 0
        prepare([...waiting])()
      })
    },
    erase: index => {
      shown.delete(index)
      waiting.delete(index)
      for (const layer of layers) layer.erase(index)
    },
    stop: () => {
      cancelAnimationFrame(frame)
      stopLayout()
    },
  }
}
