import type { EditorView } from '@tiptap/pm/view'
import type { Codebook } from '../../shared/codebook/codebook'
import type { Painting } from './article-view-contract'
import type { ColumnLayout } from './column-layout'
import { writeLooks } from './look-sheet'
import { applyDifference } from './painting-plugin'
import type { SectionPainter } from './section-painter'
import type { StripeDrawer } from './stripe-drawer'
import { setTypeColours } from './type-colours'

/** Keeps what is painted in step with what should be, in the sections near the viewport. */
export type ArticlePainting = {
  readonly paint: (painting: Painting) => void
  /** Other sections are near the viewport now. */
  readonly show: (visible: ReadonlySet<number>) => void
  readonly stop: () => void
}

export type PaintingParts = {
  readonly column: HTMLElement
  readonly view: EditorView
  readonly painter: SectionPainter
  readonly layout: ColumnLayout
  readonly stripes: StripeDrawer
}

/** Paints `first` in the sections of `visible` at once. */
export function createArticlePainting(
  { column, view, painter, layout, stripes }: PaintingParts,
  first: { readonly painting: Painting; readonly visible: ReadonlySet<number> },
): ArticlePainting {
  let { painting, visible } = first
  let codebook: Codebook | undefined
  let idle = 0

  const repaint = (): void => {
    setTypeColours(column, painting.codebook, codebook)
    codebook = painting.codebook
    column.toggleAttribute('data-focused', painting.focused !== undefined)
    const difference = painter.update(painting, visible)
    writeLooks()
    applyDifference(view, difference)
    for (const index of difference.sections)
      if (visible.has(index)) stripes.drawSoon(index, painter.spansOf(index))
  }
  /** Wiping a section costs as much as painting it, so it waits for a moment without anything to do. */
  const wipeWhenIdle = (): void => {
    cancelIdleCallback(idle)
    idle = requestIdleCallback(() => {
      const difference = painter.wipeOne(visible)
      if (difference === undefined) return
      applyDifference(view, difference)
      wipeWhenIdle()
    })
  }
  const show = (next: ReadonlySet<number>): void => {
    for (const index of visible) if (!next.has(index)) stripes.erase(index)
    for (const index of next)
      if (!visible.has(index)) stripes.drawSoon(index, painter.spansOf(index))
    visible = next
    layout.setVisible(next)
    repaint()
    wipeWhenIdle()
  }

  layout.setVisible(visible)
  repaint()
  // Also those that were painted when the text was kept.
  for (const index of visible) stripes.drawSoon(index, painter.spansOf(index))
  return {
    paint: next => {
      if (next === painting) return
      painting = next
      repaint()
    },
    show,
    stop: () => {
      cancelIdleCallback(idle)
    },
  }
}
