import type { Element } from './html-tree'
import { attribute, childrenOf, innerText } from './html-tree'

/** Signs that lead from a note back to its place in the text. */
const arrows = /^[↑↩↵⤴⏎⬆^]+$/u
/** What may stand around them: brackets, and the choice of how a sign is drawn. */
const around = /[\s[\]()]|\ufe0e|\ufe0f/gu

/** Whether `element` only leads from a note back to where it belongs: an arrow is no word of the note. */
export function isWayBack(element: Element): boolean {
  return (
    element.tagName === 'a' &&
    (attribute(element, 'href') ?? '').includes('#') &&
    childrenOf(element).length <= 2 &&
    arrows.test(innerText(element).replace(around, ''))
  )
}
