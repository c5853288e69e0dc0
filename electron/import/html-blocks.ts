import type { Mark } from '../../shared/article/blocks'
import { isSafeTarget } from '../../shared/article/blocks'
import type { BlockWriter, Container } from './block-writer'
import {
  blockElements,
  leftOutElements,
  preformattedElements,
  unreadElements,
} from './html-elements'
import { isEmptyEmbed } from './html-embeds'
import { isHidden } from './html-hidden'
import { styledMarks } from './html-looks'
import { isWayBack } from './html-way-back'
import { findLayoutTables } from './html-tables'
import type { Element, Node } from './html-tree'
import { attribute, childrenOf, isElement, isText } from './html-tree'

/** What an element passes on to what is inside it. */
type Flow = {
  readonly marks: readonly Mark[]
  /** White space stays as it is. */
  readonly kept: boolean
  /** Inside a heading of this level. */
  readonly level: number | undefined
  /** The row of a table whose cells are joined to one paragraph, and how many of its cells have begun. */
  readonly row: { cells: number } | undefined
}

type Step =
  | { readonly kind: 'enter'; readonly node: Node; readonly flow: Flow }
  | { readonly kind: 'leave'; readonly leave: () => void }

/** What to do around the children of an element; `undefined` children are not read. */
type Visit = { readonly inside: Flow | undefined; readonly leave?: () => void }

const markElements: ReadonlyMap<string, Mark> = new Map<string, Mark>([
  ['b', { type: 'bold' }],
  ['strong', { type: 'bold' }],
  ['i', { type: 'italic' }],
  ['em', { type: 'italic' }],
  ['cite', { type: 'italic' }],
  ['s', { type: 'strike' }],
  ['strike', { type: 'strike' }],
  ['del', { type: 'strike' }],
])

/**
 * Write what a browser would show of `root` as blocks of our own. Nothing of the page itself is kept but
 * its words, the structure of lists, quotes and headings, and the targets of safe links. Without
 * recursion, so that a page that nests a million deep cannot exhaust the stack. Elements in `without` are
 * passed over, with all that is in them.
 */
export function writeHtmlBlocks(
  writer: BlockWriter,
  root: Node,
  without: ReadonlySet<Element> = new Set(),
): void {
  const layoutTables = findLayoutTables(root)
  const start: Flow = { marks: [], kept: false, level: undefined, row: undefined }
  const steps: Step[] = [{ kind: 'enter', node: root, flow: start }]
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (step.kind === 'leave') step.leave()
    else if (isElement(step.node) && without.has(step.node)) {
      // What stood between two pieces of text parts them, also when it is not read.
      if (isBlock(step.node) && step.flow.row === undefined) writer.startBlock(step.flow.level)
      else writer.inline.write(' ', step.flow.marks)
    } else {
      const { inside, leave } = visit(writer, step.node, step.flow, layoutTables)
      if (leave !== undefined) steps.push({ kind: 'leave', leave })
      if (inside === undefined) continue
      const children = childrenOf(step.node)
      for (let index = children.length - 1; index >= 0; index -= 1) {
        const child = children[index]
        if (child !== undefined) steps.push({ kind: 'enter', node: child, flow: inside })
      }
    }
  }
}

function visit(
  writer: BlockWriter,
  node: Node,
  flow: Flow,
  layoutTables: ReadonlySet<Element>,
): Visit {
  if (isText(node)) {
    if (flow.kept) writer.inline.writeKept(node.value, flow.marks)
    else writer.inline.write(node.value, flow.marks)
    return { inside: undefined }
  }
  if (!isElement(node)) return { inside: flow }
  if (unreadElements.has(node.tagName) || isHidden(node) || isWayBack(node))
    return { inside: undefined }
  const what = leftOutElements.get(node.tagName)
  if (what !== undefined) {
    if (isMeaningful(node)) writer.leaveOut(what, labelOf(node))
    return { inside: undefined }
  }
  if (isEmptyEmbed(node)) {
    writer.leaveOut('embedded page', labelOf(node))
    return { inside: undefined }
  }
  return (
    visitTable(writer, node, flow, layoutTables) ??
    visitBlock(writer, node, flow) ??
    visitInline(writer, node, flow)
  )
}

/** A row of a table that lists values is one paragraph, its cells joined by bars. */
function visitTable(
  writer: BlockWriter,
  element: Element,
  flow: Flow,
  layoutTables: ReadonlySet<Element>,
): Visit | undefined {
  switch (element.tagName) {
    case 'table':
      return layoutTables.has(element)
        ? { ...asBlock(writer, flow), inside: { ...flow, row: undefined } }
        : undefined
    case 'tr': {
      if (isInside(element, layoutTables)) return undefined
      writer.startBlock()
      return { inside: { ...flow, row: { cells: 0 } }, leave: () => writer.startBlock() }
    }
    case 'td':
    case 'th':
      if (flow.row === undefined) return undefined
      if (flow.row.cells > 0) writer.inline.separate(' | ')
      flow.row.cells += 1
      return { inside: flow }
    default:
      return undefined
  }
}

function visitBlock(writer: BlockWriter, element: Element, flow: Flow): Visit | undefined {
  const { tagName } = element
  if (tagName === 'br') {
    // Put behind what is copied, never shown.
    if (attribute(element, 'class') === 'Apple-interchange-newline') return { inside: undefined }
    if (flow.row !== undefined) writer.inline.write(' ', flow.marks)
    else if (flow.kept || flow.level !== undefined) writer.inline.breakLine()
    else writer.breakLine()
    return { inside: undefined }
  }
  if (!isBlock(element)) return undefined
  if (flow.row !== undefined) {
    // Inside a row a block ends a word, not the row.
    writer.inline.write(' ', flow.marks)
    return { inside: flow, leave: () => writer.inline.write(' ', flow.marks) }
  }
  const container = containerOf(element)
  if (container !== undefined) {
    writer.open(container)
    return { inside: { ...flow, level: undefined }, leave: writer.close }
  }
  const level = /^h[1-6]$/.test(tagName) ? Number(tagName[1]) : flow.level
  const kept = flow.kept || preformattedElements.has(tagName)
  return asBlock(writer, flow, { ...flow, level, kept })
}

function isBlock({ tagName }: Element): boolean {
  return blockElements.has(tagName) || tagName === 'blockquote'
}

function asBlock(writer: BlockWriter, outside: Flow, inside: Flow = outside): Visit {
  writer.startBlock(inside.level)
  return { inside, leave: () => writer.startBlock(outside.level) }
}

function containerOf(element: Element): Container | undefined {
  switch (element.tagName) {
    case 'blockquote':
      return { type: 'blockquote' }
    case 'ul':
    case 'menu':
    case 'dir':
      return { type: 'bulletList' }
    case 'ol': {
      const start = attribute(element, 'start')?.trim() ?? ''
      return { type: 'orderedList', start: /^\d{1,9}$/.test(start) ? Number(start) : 1 }
    }
    case 'li':
      return { type: 'listItem' }
    default:
      return undefined
  }
}

function visitInline(writer: BlockWriter, element: Element, flow: Flow): Visit {
  const { tagName } = element
  const rival = rivals.get(tagName)
  if (rival !== undefined && standsRightAfter(element, rival)) writer.inline.write(' ', flow.marks)
  if (tagName === 'q') {
    // A browser draws these signs; without them it could not be seen who says what.
    writer.inline.write('“', flow.marks)
    return { inside: flow, leave: () => writer.inline.write('”', flow.marks) }
  }
  const mark = tagName === 'a' ? linkMark(element) : markElements.get(tagName)
  const named = mark === undefined ? flow.marks : withMark(flow.marks, mark)
  const marks = styledMarks(element, named, flow.level !== undefined)
  return { inside: marks === flow.marks ? flow : { ...flow, marks } }
}

/**
 * Elements that would run together with one of these right before them: the style sheet shows one of two
 * times or sets them apart, and a new word does not continue the struck one.
 */
const rivals: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['time', new Set(['time'])],
  ['ins', new Set(['del', 's', 'strike'])],
])

function standsRightAfter(element: Element, names: ReadonlySet<string>): boolean {
  const siblings = element.parentNode?.childNodes ?? []
  const before = siblings[siblings.indexOf(element) - 1]
  return before !== undefined && isElement(before) && names.has(before.tagName)
}

function linkMark(element: Element): Mark | undefined {
  const href = attribute(element, 'href')?.trim() ?? ''
  return isSafeTarget(href) ? { type: 'link', attrs: { href } } : undefined
}

/** `marks` with `mark`, each kind once. */
export function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  return [...marks.filter(({ type }) => type !== mark.type), mark]
}

/** Pixels that count visitors and drawings beside a word are nothing a reader would miss. */
function isMeaningful(element: Element): boolean {
  const isDot = ['width', 'height'].some(name =>
    /^[01](?:px)?$/.test(attribute(element, name) ?? ''),
  )
  return !isDot && attribute(element, 'aria-hidden') !== 'true'
}

function labelOf(element: Element): string {
  const label =
    attribute(element, 'alt') ??
    attribute(element, 'aria-label') ??
    attribute(element, 'title') ??
    attribute(element, 'data-title')
  return (label ?? '').replace(/[ \t\n\r\f]+/g, ' ').trim()
}

function isInside(element: Element, tables: ReadonlySet<Element>): boolean {
  if (tables.size === 0) return false
  let node: Node | null = element.parentNode
  while (node !== null && !(isElement(node) && node.tagName === 'table'))
    node = isElement(node) ? node.parentNode : null
  return node !== null && isElement(node) && tables.has(node)
}
