import type { ColumnLayout } from './column-layout'
import { createGutter } from './gutter'
import type { PaintedSpan } from './segments'
import type { SectionExtent } from './text-positions'

/** Draws the stripes of sections, all that changed at once before the next frame. */
export type StripeDrawer = {
  readonly drawSoon: (section: number, spans: readonly PaintedSpan[]) => void
  readonly erase: (section: number) => void
  readonly stop: () => void
}

/** Stripes in `parent`; they follow the lines when `layout` changes. */
export function createStripeDrawer(
  parent: HTMLElement,
  sections: readonly SectionExtent[],
  layout: ColumnLayout,
): StripeDrawer {
  const gutter = createGutter(parent, layout.places)
  const shown = new Map<number, readonly PaintedSpan[]>()
  const waiting = new Set<number>()
  let frame = 0

  const draw = (): void => {
    frame = 0
    for (const index of waiting) {
      const section = sections[index]
      const spans = shown.get(index)
      if (section !== undefined && spans !== undefined)
        gutter.draw(section, layout.sectionTop(index), spans)
    }
    waiting.clear()
  }
  const wait = (index: number): void => {
    waiting.add(index)
    if (frame === 0) frame = requestAnimationFrame(draw)
  }
  const stopLayout = layout.onChange(changed => {
    for (const index of shown.keys()) gutter.move(index, layout.sectionTop(index))
    for (const index of changed) if (shown.has(index)) wait(index)
  })
  return {
    drawSoon: (index, spans) => {
      shown.set(index, spans)
      wait(index)
    },
    erase: index => {
      shown.delete(index)
      gutter.erase(index)
    },
    stop: () => {
      cancelAnimationFrame(frame)
      stopLayout()
    },
  }
}
