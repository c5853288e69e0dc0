import { blockElements, unreadElements } from '../html-elements'
import { isHidden } from '../html-hidden'
import type { Element, Node } from '../html-tree'
import { childrenOf, isElement, isText } from '../html-tree'

/** An element of a page with what is said in it. Sizes are letters: characters without white space. */
export type Part = {
  readonly element: Element
  /** Position of the element around it in the outline; -1 for the first. */
  readonly parent: number
  /** Position after its last descendant. */
  end: number
  /** Letters whose nearest block is this one, and how many of them are in links. */
  own: number
  ownLinked: number
  /** Its words stand without spaces between them. */
  isDense: boolean
  /** Letters anywhere in it, and how many of them are in links. */
  letters: number
  linked: number
  links: number
  /** Letters of running text anywhere in it, and the number of paragraphs they are in. */
  prose: number
  paragraphs: number
}

/** The elements of a page that are shown, in document order. */
export type Outline = readonly Part[]

/** Letters from which on a block is running text and no label, for scripts with letters and for those without spaces. */
const leastProse = 60
const leastDenseProse = 25

type Step = {
  readonly node: Node
  readonly parent: number
  readonly block: number
  readonly isLinked: boolean
}

/** The outline of `page`. Linear and without recursion, however deep the page nests. */
export function outlinePage(page: Node): Outline {
  const parts: Part[] = []
  const steps: Step[] = [{ node: page, parent: -1, block: -1, isLinked: false }]
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { node } = step
    if (isText(node)) countText(parts, step, node.value)
    let inside = step
    if (isElement(node)) {
      if (unreadElements.has(node.tagName) || isHidden(node)) continue
      inside = enter(parts, step, node)
    }
    const children = childrenOf(node)
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index]
      if (child !== undefined) steps.push({ ...inside, node: child })
    }
  }
  sumUp(parts, new Set())
  return parts
}

function enter(parts: Part[], { parent, block, isLinked }: Step, element: Element): Step {
  const isLink = element.tagName === 'a'
  const at = parts.length
  parts.push({
    element,
    parent,
    end: at + 1,
    own: 0,
    ownLinked: 0,
    isDense: false,
    letters: 0,
    linked: 0,
    links: 0,
    prose: 0,
    paragraphs: 0,
  })
  const isBlock = blockElements.has(element.tagName) || element.tagName === 'blockquote'
  return {
    node: element,
    parent: at,
    block: isBlock ? at : block,
    isLinked: isLinked || isLink,
  }
}

function countText(parts: Part[], step: Step, text: string): void {
  const part = parts[step.block]
  if (part === undefined) return
  const letters = text.replace(/\s+/g, '').length
  part.own += letters
  if (step.isLinked) part.ownLinked += letters
  if (/[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]/.test(text)) part.isDense = true
}

/** Add up the sums of every part anew, as if the parts in `without` were not there. */
export function sumUp(parts: Outline, without: ReadonlySet<Part>): void {
  for (const part of parts) {
    const isProse = isRunningText(part)
    part.letters = part.own
    part.linked = part.ownLinked
    part.links = part.element.tagName === 'a' ? 1 : 0
    part.prose = isProse ? part.own : 0
    part.paragraphs = isProse ? 1 : 0
  }
  for (let at = parts.length - 1; at >= 0; at -= 1) {
    const part = parts[at]
    const above = part === undefined ? undefined : parts[part.parent]
    if (part === undefined || above === undefined) continue
    above.end = Math.max(above.end, part.end)
    if (without.has(part)) continue
    above.letters += part.letters
    above.linked += part.linked
    above.links += part.links
    above.prose += part.prose
    above.paragraphs += part.paragraphs
  }
}

/** Whether the words of this block alone are a paragraph of running text, and no label, title or link. */
export function isRunningText({ own, ownLinked, isDense, element }: Part): boolean {
  return (
    own >= (isDense ? leastDenseProse : leastProse) &&
    ownLinked < 0.4 * own &&
    !/^h[1-6]$/.test(element.tagName)
  )
}
