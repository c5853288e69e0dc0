import type { Element } from './html-tree'
import { attribute } from './html-tree'

/** Whether a page says of this element itself that it is not shown, or whether it is a tool of whoever edits it. */
export function isHidden(element: Element): boolean {
  if (element.tagName === 'dialog' && attribute(element, 'open') === undefined) return true
  return (
    attribute(element, 'hidden') !== undefined ||
    // “[edit]” behind every heading of a wiki.
    /(?:^|\s)mw-editsection(?:\s|$)/.test(attribute(element, 'class') ?? '') ||
    /(?:^|;)\s*display\s*:\s*none/i.test(attribute(element, 'style') ?? '')
  )
}
