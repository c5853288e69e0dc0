import type { Element, Node } from '../html-tree'
import { attribute, childrenOf, isElement, isText } from '../html-tree'

/** Whether an element has one of these words in its `epub:type`, or the role that means the same. */
export function hasType(element: Element, types: readonly string[]): boolean {
  const said = [
    ...(attribute(element, 'epub:type') ?? '').split(/\s+/),
    ...(attribute(element, 'role') ?? '').split(/\s+/).map(role => role.replace(/^doc-/, '')),
  ]
  return types.some(type => said.includes(type))
}

/** Take a node out of its tree. */
export function removeNode(node: Element): void {
  const parent = node.parentNode
  if (parent === null) return
  parent.childNodes = parent.childNodes.filter(child => child !== node)
  node.parentNode = null
}

/** Put `text` in the place of all that is inside `element`. */
export function setText(element: Element, value: string): void {
  element.childNodes = [{ nodeName: '#text', value, parentNode: element }]
}

/** Make `element` another one that has no meaning of its own, or one of letters. */
export function rename(element: Element, name: string): void {
  element.tagName = name
  element.nodeName = name
  element.attrs = []
}

/** Put all that is inside `element` into a new element `name` inside of it. */
export function wrapContent(element: Element, name: string): void {
  const inner: Element = {
    nodeName: name,
    tagName: name,
    attrs: [],
    namespaceURI: element.namespaceURI,
    childNodes: element.childNodes,
    parentNode: element,
  }
  for (const child of inner.childNodes) child.parentNode = inner
  element.childNodes = [inner]
}

/** Put `label` before the first words in `root`, inside the block they stand in. */
export function labelFirstWords(
  root: Element,
  label: string,
  isBlock: (element: Element) => boolean,
): void {
  const words = firstWords(root)
  let node: Node = words ?? root
  if (words === undefined) return
  while (
    'parentNode' in node &&
    node.parentNode !== null &&
    node.parentNode !== root &&
    isElement(node.parentNode) &&
    !isBlock(node.parentNode)
  )
    node = node.parentNode
  const parent = 'parentNode' in node ? node.parentNode : null
  if (parent === null) return
  const at = parent.childNodes.findIndex(child => child === node)
  parent.childNodes.splice(at, 0, { nodeName: '#text', value: label, parentNode: parent })
}

function firstWords(root: Node): Node | undefined {
  const stack: Node[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node) && node.value.trim() !== '') return node
    const children = childrenOf(node)
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index]
      if (child !== undefined) stack.push(child)
    }
  }
  return undefined
}
