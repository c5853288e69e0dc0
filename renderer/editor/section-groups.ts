import type { PaintedSpan } from './painted-spans'
import type { SectionExtent } from './text-positions'

/** Draws what is painted in sections, each on its own: marks behind the words, stripes beside them. */
export type SectionLayer = {
  /**
   * Measure what is new in a section, then give how to draw it, which touches only what differs: all
   * measuring comes before the first writing, so that the page is laid out once.
   */
  readonly prepare: (
    section: SectionExtent,
    top: number,
    spans: readonly PaintedSpan[],
  ) => () => void
  readonly erase: (section: number) => void
  /** A section stands elsewhere now. */
  readonly move: (section: number, top: number) => void
}

/** Elements that stand over or beside the sections of a text, one for each, so that moving a section moves them all. */
export type SectionGroups<Group extends { readonly element: HTMLElement }> = {
  /** The group of a section, made when there is none, with its top at `top` pixels of the column. */
  readonly at: (section: number, top: number) => Group
  readonly erase: (section: number) => void
  /** A section stands elsewhere now. */
  readonly move: (section: number, top: number) => void
}

export function createSectionGroups<Group extends { readonly element: HTMLElement }>(
  parent: HTMLElement,
  className: string,
  create: (element: HTMLElement) => Group,
): SectionGroups<Group> {
  const groups = new Map<number, { readonly group: Group; top: number }>()
  const move = (section: number, top: number): void => {
    const known = groups.get(section)
    if (known === undefined || known.top === top) return
    known.top = top
    known.group.element.style.transform = `translateY(${top}px)`
  }
  return {
    at: (section, top) => {
      let known = groups.get(section)
      if (known === undefined) {
        const element = parent.ownerDocument.createElement('div')
        element.className = className
        known = { group: create(element), top: -1 }
        groups.set(section, known)
        parent.append(element)
      }
      move(section, top)
      return known.group
    },
    erase: section => {
      groups.get(section)?.group.element.remove()
      groups.delete(section)
    },
    move,
  }
}
