import type { Editor } from '@tiptap/core'
import { createHandle, selectionOf } from './article-handle'
import { createArticlePainting } from './article-painting'
import type { ArticleViewHandle, ArticleViewProps, TextSelection } from './article-view-contract'
import { watchColumnLayout } from './column-layout'
import { keepText, textOf } from './kept-texts'
import { listenToSelecting } from './mouse-selecting'
import { listenToPointer } from './pointer'
import { createSectionDrawer } from './section-drawer'
import { createGutter } from './gutter'
import { createMarksLayer } from './marks-layer'
import { createPaintedSections } from './painted-sections'
import type { TextPositions } from './text-positions'
import { firstSections, observeVisibleSections, visibleRanges } from './visible-sections'

/** One article on the screen, from its first paint until it is closed. */
export type ArticleSession = {
  readonly setLabel: (label: string) => void
  readonly close: () => void
}

/** Listeners of the moment, so that new ones need no new view. */
type Latest = () => ArticleViewProps

/** Show the article of `latest()` in `column`; a later one only changes listeners. */
export function openArticle(column: HTMLElement, latest: Latest): ArticleSession {
  const { document: article, label, painting: source } = latest()
  const marksBehind = layerIn(column, 'article-marks')
  const gutter = layerIn(column, 'article-gutter')
  const page = column.closest('[data-scroll]') ?? document.documentElement
  // Measured while the column is empty: afterwards the text would be styled once without its marks.
  const height = page.clientHeight
  const text = textOf({ document: article, label, listener: latest })
  const { editor, positions } = text
  const { view } = editor
  const { sections } = positions
  const layout = watchColumnLayout(column, view, positions)
  const painted = createPaintedSections(sections)
  const drawer = createSectionDrawer({
    sections,
    layout,
    layers: [createMarksLayer(marksBehind, layout.fragments), createGutter(gutter, layout.places)],
    spansOf: painted.spansOf,
  })
  const painting = createArticlePainting(
    { column, painted, layout, drawer },
    { painting: source.current(), visible: firstSections(sections, height) },
  )
  column.append(view.dom)
  const stops = [
    observeVisibleSections([...view.dom.children], page, visible => {
      painting.show(visible)
      latest().onVisible(visibleRanges(sections, visible))
    }),
    listenToPointer(view, positions, {
      onPress: offset => {
        latest().onPress(offset)
      },
      onHover: offset => {
        latest().onHover(offset)
      },
    }),
    listenToSelecting(view, positions, {
      meant: (range, presses) => latest().meant(range, presses),
      onSelected: by => {
        latest().onSelected(by)
      },
    }),
    tellWhenPainted(createHandle(editor, positions, layout, page), latest),
    tellSelection(editor, positions, latest),
    source.subscribe(() => {
      painting.paint(source.current())
    }),
    drawer.stop,
    layout.stop,
  ]
  return {
    setLabel: next => {
      view.dom.setAttribute('aria-label', next)
    },
    close: () => {
      for (const stop of stops) stop()
      keepText(article, text)
      gutter.remove()
      marksBehind.remove()
    },
  }
}

/** What is drawn beside or behind the text: nothing in it is read or pressed. */
function layerIn(column: HTMLElement, className: string): HTMLElement {
  const layer = document.createElement('div')
  layer.className = className
  layer.setAttribute('aria-hidden', 'true')
  column.append(layer)
  return layer
}

/** The caret or selection each time it is another one than before. Returns how to call it off. */
function tellSelection(editor: Editor, positions: TextPositions, latest: Latest): () => void {
  let told: TextSelection | undefined
  const tell = (): void => {
    const selection = selectionOf(editor, positions)
    if (told?.anchor === selection.anchor && told.head === selection.head) return
    told = selection
    latest().onSelection(selection)
  }
  editor.on('selectionUpdate', tell)
  return () => {
    editor.off('selectionUpdate', tell)
  }
}

/** The first frame callback comes before the first frame is drawn, the second after it. Returns how to call it off. */
function tellWhenPainted(handle: ArticleViewHandle, latest: Latest): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      latest().onReady(handle)
    })
  })
  return () => {
    cancelAnimationFrame(frame)
  }
}
