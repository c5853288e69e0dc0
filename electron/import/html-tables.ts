import { layoutElements } from './html-elements'
import type { Element, Node } from './html-tree'
import { childrenOf, isElement } from './html-tree'

type Place = {
  readonly node: Node
  readonly table: Element | undefined
  readonly row: { cells: number } | undefined
  readonly cell: { paragraphs: number; breaks: number } | undefined
}

/** Ends of lines in one cell from which on it holds a text and no value. */
const mostBreaks = 5

/**
 * The tables below `root` that lay out a page: one of their cells holds a heading, a list, another table,
 * several paragraphs or many lines, or none of their rows has two cells. Their cells are read as blocks;
 * every other table is read row by row.
 */
export function findLayoutTables(root: Node): ReadonlySet<Element> {
  const found = new Set<Element>()
  /** The most cells that a row of each table has. */
  const widths = new Map<Element, number>()
  const stack: Place[] = [{ node: root, table: undefined, row: undefined, cell: undefined }]
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    const inside = enter(place, found, widths)
    for (const node of childrenOf(place.node)) stack.push({ node, ...inside })
  }
  for (const [table, width] of widths) if (width < 2) found.add(table)
  return found
}

function enter(
  { node, table, row, cell }: Place,
  found: Set<Element>,
  widths: Map<Element, number>,
): Omit<Place, 'node'> {
  if (!isElement(node)) return { table, row, cell }
  if (table !== undefined && cell !== undefined) {
    if (node.tagName === 'p') cell.paragraphs += 1
    if (node.tagName === 'br') cell.breaks += 1
    const holdsText = cell.paragraphs > 1 || cell.breaks > mostBreaks
    if (holdsText || layoutElements.has(node.tagName)) found.add(table)
  }
  switch (node.tagName) {
    case 'table':
      return { table: node, row: undefined, cell: undefined }
    case 'tr':
      return { table, row: { cells: 0 }, cell }
    case 'td':
    case 'th':
      if (row !== undefined) row.cells += 1
      if (table !== undefined) widths.set(table, Math.max(widths.get(table) ?? 0, row?.cells ?? 1))
      return { table, row, cell: { paragraphs: 0, breaks: 0 } }
    default:
      return { table, row, cell }
  }
}
