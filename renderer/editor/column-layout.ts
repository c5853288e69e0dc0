import type { EditorView } from '@tiptap/pm/view'
import type { LinePlaces } from './line-places'
import { createLinePlaces } from './line-places'
import type { TextFragments } from './text-fragments'
import { createTextFragments } from './text-fragments'
import type { TextPositions } from './text-positions'

/** Where things stand in the text column, as far as it is laid out. */
export type ColumnLayout = {
  readonly places: LinePlaces
  readonly fragments: TextFragments
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
  const shapes = new Map<number, string>()
  const listeners = new Set<(sections: readonly number[]) => void>()
  let visible: ReadonlySet<number> = new Set()
  const places = createLinePlaces(view, positions, section => elements[section])
  const fragments = createTextFragments(view, section => elements[section], places)

  const forget = (section: number): void => {
    places.forget(section)
    fragments.forget(section)
  }
  /** Kept, so that asking for one does not have a page laid out that is about to change again. */
  const tops = new Map<number, number>()
  const tell = (sections: readonly number[]): void => {
    tops.clear()
    for (const section of sections) forget(section)
    for (const listener of listeners) listener(sections)
  }
  /** What the lines of a section depend on: its height alone also changes when it is laid out at last. */
  const shapeOf = (section: number): string => {
    const element = elements[section]
    const { top = 0, width = 0 } = element?.getBoundingClientRect() ?? {}
    const { bottom = 0 } = element?.lastElementChild?.getBoundingClientRect() ?? {}
    return [width, bottom - top, devicePixelRatio].join(' ')
  }
  const observer = new ResizeObserver(entries => {
    const changed: number[] = []
    for (const { target } of entries) {
      const section = indexOf.get(target)
      if (section === undefined) continue
      const known = shapes.get(section)
      const shape = shapeOf(section)
      shapes.set(section, shape)
      // Told of for the first time, it is as it was measured: the editor's text never changes.
      if (known !== undefined && known !== shape) changed.push(section)
    }
    tell(changed)
  })
  observer.observe(column)
  const allMoved = (): void => {
    tell([...visible])
  }
  document.fonts.addEventListener('loadingdone', allMoved)
  // Where lines may break is a matter of the language, too.
  const languages = new MutationObserver(allMoved)
  languages.observe(column, { attributeFilter: ['lang'] })

  const topOfElement = (section: number): number => {
    const known = tops.get(section)
    if (known !== undefined) return known
    const element = elements[section]
    if (element === undefined) return 0
    const top = element.getBoundingClientRect().top - column.getBoundingClientRect().top
    tops.set(section, top)
    return top
  }
  const laidOutSection = (offset: number): number | undefined => {
    const index = positions.sectionAt(offset)?.index
    return index !== undefined && visible.has(index) ? index : undefined
  }
  return {
    places,
    fragments,
    sectionTop: topOfElement,
    isLaidOut: offset => laidOutSection(offset) !== undefined,
    topOf: offset => {
      const section = laidOutSection(offset)
      if (section === undefined) return undefined
      return topOfElement(section) + places.placeOf(section, offset).top
    },
    setVisible: next => {
      tops.clear()
      for (const index of visible) {
        const element = elements[index]
        if (next.has(index) || element === undefined) continue
        observer.unobserve(element)
        shapes.delete(index)
        forget(index)
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
      document.fonts.removeEventListener('loadingdone', allMoved)
      languages.disconnect()
    },
  }
}
