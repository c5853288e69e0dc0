import type { Codebook } from '../../shared/codebook/codebook'
import { createArticleEditor } from './article-editor'
import { createHandle, selectionOf } from './article-handle'
import type { ArticleViewProps, Painting, TextSelection } from './article-view-contract'
import { watchColumnLayout } from './column-layout'
import { createGutter } from './gutter'
import { applyDifference } from './painting-plugin'
import { listenToPointer } from './pointer'
import { createSectionPainter } from './section-painter'
import { textPositions } from './text-positions'
import { setTypeColours } from './type-colours'
import { firstSections, observeVisibleSections, visibleRanges } from './visible-sections'

/** One article on the screen, from its first paint until it is closed. */
export type ArticleSession = {
  /** Paint this from now on. Costs what differs in the sections near the viewport. */
  readonly paint: (painting: Painting) => void
  readonly setLabel: (label: string) => void
  readonly close: () => void
}

/** Show `given.document` in `column`. `latest` gives the listeners of the moment, so that new ones need no new view. */
export function openArticle(
  column: HTMLElement,
  given: Pick<ArticleViewProps, 'document' | 'label' | 'painting'>,
  latest: () => ArticleViewProps,
): ArticleSession {
  const gutterElement = document.createElement('div')
  gutterElement.className = 'article-gutter'
  gutterElement.setAttribute('aria-hidden', 'true')
  column.append(gutterElement)

  const editor = createArticleEditor(column, {
    document: given.document,
    label: given.label,
    onKey: event => latest().onKey(event),
  })
  const { view } = editor
  const positions = textPositions(view.state.doc)
  const { sections } = positions
  const found = column.closest('[data-scroll]') ?? undefined
  const scroller = found ?? document.documentElement
  const layout = watchColumnLayout(column, view, positions)
  const painter = createSectionPainter(sections)
  const gutter = createGutter(gutterElement, layout.places)
  const handle = createHandle(editor, positions, layout, scroller)

  let painting = given.painting
  let codebook: Codebook | undefined
  let visible: ReadonlySet<number> = firstSections(sections, scroller.clientHeight)
  const stripesToDraw = new Set<number>()
  let stripesFrame = 0
  let idle = 0

  const drawStripes = (): void => {
    stripesFrame = 0
    for (const index of stripesToDraw) {
      const section = sections[index]
      if (section === undefined || !visible.has(index)) gutter.erase(index)
      else gutter.draw(section, layout.sectionTop(index), painter.spansOf(index))
    }
    stripesToDraw.clear()
  }
  const drawStripesSoon = (indices: Iterable<number>): void => {
    for (const index of indices) stripesToDraw.add(index)
    if (stripesToDraw.size > 0 && stripesFrame === 0)
      stripesFrame = requestAnimationFrame(drawStripes)
  }
  const repaint = (): void => {
    setTypeColours(column, painting.codebook, codebook)
    codebook = painting.codebook
    column.toggleAttribute('data-focused', painting.focused !== undefined)
    const difference = painter.update(painting, visible)
    applyDifference(view, difference)
    drawStripesSoon(difference.sections)
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

  layout.setVisible(visible)
  repaint()

  const stopLayout = layout.onChange(changed => {
    for (const index of visible) gutter.move(index, layout.sectionTop(index))
    drawStripesSoon(changed)
  })
  const stopVisible = observeVisibleSections([...view.dom.children], found, next => {
    for (const index of visible) if (!next.has(index)) gutter.erase(index)
    drawStripesSoon([...next].filter(index => !visible.has(index)))
    visible = next
    layout.setVisible(next)
    repaint()
    wipeWhenIdle()
    latest().onVisible(visibleRanges(sections, next))
  })
  const stopPointer = listenToPointer(view, positions, {
    onPress: offset => {
      latest().onPress(offset)
    },
    onHover: offset => {
      latest().onHover(offset)
    },
  })
  let told: TextSelection | undefined
  editor.on('selectionUpdate', () => {
    const selection = selectionOf(editor, positions)
    if (told?.anchor === selection.anchor && told.head === selection.head) return
    told = selection
    latest().onSelection(selection)
  })
  // The first callback comes before the first frame is drawn, the second after it.
  let readyFrame = requestAnimationFrame(() => {
    readyFrame = requestAnimationFrame(() => {
      latest().onReady(handle)
    })
  })

  return {
    paint: next => {
      if (next === painting) return
      painting = next
      repaint()
    },
    setLabel: label => {
      view.dom.setAttribute('aria-label', label)
    },
    close: () => {
      cancelAnimationFrame(readyFrame)
      cancelAnimationFrame(stripesFrame)
      cancelIdleCallback(idle)
      stopPointer()
      stopVisible()
      stopLayout()
      layout.stop()
      editor.destroy()
      gutterElement.remove()
    },
  }
}
