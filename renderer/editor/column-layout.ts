import type { EditorView } from '@tiptap/pm/view'
import type { LinePlaces } from './line-places'
import { createLinePlaces } from './line-places'
import type { TextPositions } from './text-positions'

/** Where things stand in the text column, as far as it is laid out. */
export type ColumnLayout = {
  readonly places: LinePlaces
  /** Sections that are laid out now; the others only have estimated heights. */
  readonly setVisible: (visible: ReadonlySet<number>) => void
  /** Pixels from the top of the column to the top of a section. */
  readonly sectionTop: (section: number) => number
  /** Pixels from the top of the column to the line of `offset`; `undefined` when it is not laid out. */
  readonly topOf: (offset: number) => number | undefined
  readonly isLaidOut: (offset: number) => boolean
  /** Heights or widths changed; `sections` are those whose lines stand elsewhere. Returns its unsubscribe. */
  readonly onChange: (listener: (sections: readonly number[]) => void) => () => void
  readonly stop: () => void
}

/** Watches `column` and its visible sections for changes of size, and measures lines in them. */
export function watchColumnLayout(
  column: HTMLElement,
  view: EditorView,
  positions: TextPositions,
): ColumnLayout {
  const elements = [...view.dom.children]
  const indexOf = new Map(elements.map((element, index) => [element, index]))
  const sizes = new Map<Element, string>()
  const listeners = new Set<(sections: readonly number[]) => void>()
  let visible: ReadonlySet<number> = new Set()
  const places = createLinePlaces(view, positions, section => elements[section])

  const tell = (sections: readonly number[]): void => {
    for (const section of sections) places.forget(section)
    for (const listener of listeners) listener(sections)
  }
  const observer = new ResizeObserver(entries => {
    const resized = entries.filter(({ target, contentRect: { width, height } }) => {
      const size = `${width}x${height}`
      const differs = sizes.get(target) !== size
      sizes.set(target, size)
      return differs
    })
    if (resized.length === 0) return
    tell(resized.flatMap(({ target }) => indexOf.get(target) ?? []))
  })
  observer.observe(column)
  const fontsCame = (): void => {
    tell([...visible])
  }
  document.fonts.addEventListener('loadingdone', fontsCame)

  const topOfElement = (section: number): number =>
    (elements[section]?.getBoundingClientRect().top ?? 0) - column.getBoundingClientRect().top
  const laidOutSection = (offset: number): number | undefined => {
    const index = positions.sectionAt(offset)?.index
    return index !== undefined && visible.has(index) ? index : undefined
  }
  return {
    places,
    sectionTop: topOfElement,
    isLaidOut: offset => laidOutSection(offset) !== undefined,
    topOf: offset => {
      const section = laidOutSection(offset)
      if (section === undefined) return undefined
      return topOfElement(section) + places.placeOf(section, offset).top
    },
    setVisible: next => {
      for (const index of visible) {
        const element = elements[index]
        if (next.has(index) || element === undefined) continue
        observer.unobserve(element)
        sizes.delete(element)
        places.forget(index)
      }
      for (const index of next) {
        const element = elements[index]
        if (!visible.has(index) && element !== undefined) observer.observe(element)
      }
      visible = next
    },
    onChange: listener => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    stop: () => {
      visible = new Set()
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', fontsCame)
    },
  }
}
