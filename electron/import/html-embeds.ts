import { leftOutElements, unreadElements } from './html-elements'
import type { Element, Node } from './html-tree'
import { attribute, childrenOf, isElement, isText } from './html-tree'

/** Elements that may be inside of one that a script fills: a page has a link or two there, never a text. */
const mostInside = 10

/**
 * Whether `element` is where a script would put a chart, a map or a post of another site, `flourish-embed`:
 * nothing is in it yet that could be read or left out.
 */
export function isEmptyEmbed(element: Element): boolean {
  if (!/^(?:div|figure|section)$/.test(element.tagName)) return false
  if (!/(?:^|[\s_-])embed(?:$|[\s_-])/i.test((attribute(element, 'class') ?? '').slice(0, 500)))
    return false
  const waiting: Node[] = [...childrenOf(element)]
  for (let seen = 0; waiting.length > 0; seen += 1) {
    const node = waiting.pop()
    if (node === undefined || seen > mostInside) return false
    if (isText(node) && node.value.trim() !== '') return false
    if (!isElement(node) || unreadElements.has(node.tagName)) continue
    if (leftOutElements.has(node.tagName)) return false
    waiting.push(...childrenOf(node).slice(0, mostInside + 1))
  }
  return true
}
