import type { DefaultTreeAdapterTypes as Tree } from 'parse5'

export type Node = Tree.Node
export type Element = Tree.Element

export function isElement(node: Node): node is Element {
  return 'tagName' in node
}

export function isText(node: Node): node is Tree.TextNode {
  return node.nodeName === '#text'
}

export function childrenOf(node: Node): readonly Tree.ChildNode[] {
  return 'childNodes' in node ? node.childNodes : []
}

/** The value of an attribute, `''` when it has none, `undefined` when it is absent. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find(entry => entry.name === name)?.value
}

/** All elements below `root` in document order, without recursion: hostile pages nest a million deep. */
export function* elementsOf(root: Node): Generator<Element> {
  const stack: Node[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isElement(node)) yield node
    const children = childrenOf(node)
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index]
      if (child !== undefined) stack.push(child)
    }
  }
}

/** The text inside `root` with white space collapsed and trimmed, but for that of elements called as in `without`. */
export function innerText(root: Node, without?: ReadonlySet<string>): string {
  let text = ''
  const stack: Node[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node)) text += node.value
    if (isElement(node) && without?.has(node.tagName) === true) continue
    const children = childrenOf(node)
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index]
      if (child !== undefined) stack.push(child)
    }
  }
  return text.replace(/[ \t\n\r\f]+/g, ' ').trim()
}
