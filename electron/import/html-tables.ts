import { layoutElements } from './html-elements'
import type { Element, Node } from './html-tree'
import { childrenOf, isElement } from './html-tree'

type Place = {
  readonly node: Node
  readonly table: Element | undefined
  readonly cell: { paragraphs: number } | undefined
}

/**
 * The tables below `root` that lay out a page: one of their cells holds a heading, a list, another table
 * or several paragraphs. Their cells are read as blocks; every other table is read row by row.
 */
export function findLayoutTables(root: Node): ReadonlySet<Element> {
  const found = new Set<Element>()
  const stack: Place[] = [{ node: root, table: undefined, cell: undefined }]
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    const inside = enter(place, found)
    for (const node of childrenOf(place.node)) stack.push({ node, ...inside })
  }
  return found
}

function enter({ node, table, cell }: Place, found: Set<Element>): Omit<Place, 'node'> {
  if (!isElement(node)) return { table, cell }
  if (table !== undefined && cell !== undefined) {
    if (node.tagName === 'p') cell.paragraphs += 1
    if (layoutElements.has(node.tagName) || cell.paragraphs > 1) found.add(table)
  }
  if (node.tagName === 'table') return { table: node, cell: undefined }
  if (node.tagName === 'td' || node.tagName === 'th') return { table, cell: { paragraphs: 0 } }
  return { table, cell }
}
