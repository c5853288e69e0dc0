import type { Codebook } from '../../shared/codebook/codebook'
import type { Painting } from './article-view-contract'
import type { ColumnLayout } from './column-layout'
import type { PaintedSections } from './painted-sections'
import type { SectionDrawer } from './section-drawer'
import { setTypeColours } from './type-colours'

/** Keeps what is painted in step with what should be, in the sections near the viewport. */
export type ArticlePainting = {
  readonly paint: (painting: Painting) => void
  /** Other sections are near the viewport now. */
  readonly show: (visible: ReadonlySet<number>) => void
}

export type PaintingParts = {
  readonly column: HTMLElement
  readonly painted: PaintedSections
  readonly layout: ColumnLayout
  readonly drawer: SectionDrawer
}

/** Paints `first` in the sections of `visible` with the next frame; everything later at once. */
export function createArticlePainting(
  { column, painted, layout, drawer }: PaintingParts,
  first: { readonly painting: Painting; readonly visible: ReadonlySet<number> },
): ArticlePainting {
  let { painting, visible } = first
  let codebook: Codebook | undefined

  /** The article as a whole; measured before, because it has marks styled anew. */
  const dress = (): void => {
    setTypeColours(column, painting.codebook, codebook)
    codebook = painting.codebook
    column.toggleAttribute('data-focused', painting.focused !== undefined)
  }
  layout.setVisible(visible)
  dress()
  // The text is not in the page yet.
  for (const index of painted.update(painting, visible)) drawer.drawSoon(index)
  return {
    paint: next => {
      if (next === painting) return
      painting = next
      const draw = drawer.prepare(painted.update(painting, visible))
      dress()
      draw()
    },
    show: next => {
      for (const index of visible) if (!next.has(index)) drawer.erase(index)
      visible = next
      layout.setVisible(next)
      drawer.prepare(painted.update(painting, visible))()
    },
  }
}
