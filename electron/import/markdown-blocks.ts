import type { Definition, FootnoteDefinition, ListItem, Nodes, Root } from 'mdast'
import { parseFragment } from 'parse5'
import type { Mark } from '../../shared/article/blocks'
import { isSafeTarget } from '../../shared/article/blocks'
import type { BlockWriter } from './block-writer'
import { withMark, writeHtmlBlocks } from './html-blocks'

type Marks = readonly Mark[]

type Step =
  | { readonly kind: 'enter'; readonly node: Nodes; readonly marks: Marks }
  | { readonly kind: 'do'; readonly act: () => void }

/** What a node refers to elsewhere in the file. */
type References = {
  readonly definitions: ReadonlyMap<string, Definition>
  readonly footnotes: readonly FootnoteDefinition[]
}

/** What to do around the children of a node; `undefined` children are not read. */
type Visit = { readonly inside: Marks | undefined; readonly leave?: () => void }

/**
 * Write the blocks of a Markdown tree. Without recursion, because a file of quote signs nests as deep as
 * it is long. Footnotes stand at the end, each with its label.
 */
export function writeMarkdownBlocks(writer: BlockWriter, root: Root): void {
  const references = findReferences(root)
  const steps: Step[] = references.footnotes
    .toReversed()
    .flatMap(footnote => footnoteSteps(writer, footnote))
  steps.push({ kind: 'enter', node: root, marks: [] })
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (step.kind === 'do') step.act()
    else {
      const { inside, leave } = visit(writer, step.node, step.marks, references)
      if (leave !== undefined) steps.push({ kind: 'do', act: leave })
      if (inside !== undefined) steps.push(...stepsInto(writer, step.node, inside))
    }
  }
}

/** Steps for the children of `node`, the first of them last: on top of the stack. */
function stepsInto(writer: BlockWriter, node: Nodes, marks: Marks): Step[] {
  const children: readonly Nodes[] = 'children' in node ? node.children : []
  const steps: Step[] = []
  for (const child of children.toReversed()) {
    if (child.type === 'tableCell' && steps.length > 0) {
      const act = (): void => {
        writer.inline.separate(' | ')
      }
      steps.push({ kind: 'do', act })
    }
    steps.push({ kind: 'enter', node: child, marks })
  }
  return steps
}

/** A footnote's label and its first paragraph are one block, so the paragraph itself is not entered. */
function footnoteSteps(writer: BlockWriter, footnote: FootnoteDefinition): Step[] {
  const begin = (): void => {
    writer.startBlock()
    writer.inline.write(`[${footnote.label ?? footnote.identifier}] `, [])
  }
  const [first, ...others] = footnote.children
  const isParagraph = first?.type === 'paragraph'
  return [
    ...stepsInto(writer, { ...footnote, children: isParagraph ? others : footnote.children }, []),
    ...(isParagraph ? stepsInto(writer, first, []) : []),
    { kind: 'do', act: begin },
  ]
}

function findReferences(root: Root): References {
  const definitions = new Map<string, Definition>()
  const footnotes: FootnoteDefinition[] = []
  const stack: Nodes[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node)
    if (node.type === 'footnoteDefinition') footnotes.push(node)
    if ('children' in node) for (const child of node.children.toReversed()) stack.push(child)
  }
  return { definitions, footnotes }
}

function visit(writer: BlockWriter, node: Nodes, marks: Marks, references: References): Visit {
  const { inline } = writer
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      inline.write(node.value, marks)
      return { inside: undefined }
    case 'break':
      inline.breakLine()
      return { inside: undefined }
    case 'strong':
      return { inside: withMark(marks, { type: 'bold' }) }
    case 'emphasis':
      return { inside: withMark(marks, { type: 'italic' }) }
    case 'delete':
      return { inside: withMark(marks, { type: 'strike' }) }
    case 'link':
      return { inside: linked(marks, node.url) }
    case 'linkReference':
      return { inside: linked(marks, references.definitions.get(node.identifier)?.url) }
    case 'image':
    case 'imageReference':
      writer.leaveOut('image', node.alt ?? '')
      return { inside: undefined }
    case 'footnoteReference':
      inline.write(`[${node.label ?? node.identifier}]`, marks)
      return { inside: undefined }
    default:
      return visitBlock(writer, node, marks)
  }
}

function linked(marks: Marks, href: string | undefined): Marks {
  return href !== undefined && isSafeTarget(href)
    ? withMark(marks, { type: 'link', attrs: { href: href.trim() } })
    : marks
}

function visitBlock(writer: BlockWriter, node: Nodes, marks: Marks): Visit {
  switch (node.type) {
    case 'heading':
      writer.startBlock(node.depth)
      return { inside: marks, leave: writer.startBlock }
    case 'blockquote':
      writer.open({ type: 'blockquote' })
      return { inside: marks, leave: writer.close }
    case 'list':
      writer.open(
        node.ordered === true
          ? { type: 'orderedList', start: node.start ?? 1 }
          : { type: 'bulletList' },
      )
      return { inside: marks, leave: writer.close }
    case 'listItem':
      writer.open({ type: 'listItem' })
      showTick(node)
      return { inside: marks, leave: writer.close }
    case 'paragraph':
    case 'tableRow':
      writer.startBlock()
      return { inside: marks, leave: writer.startBlock }
    case 'code':
      writer.startBlock()
      writer.inline.writeKept(node.value, marks)
      writer.startBlock()
      return { inside: undefined }
    case 'html':
      writeHtml(writer, node.value)
      return { inside: undefined }
    case 'footnoteDefinition':
    case 'definition':
    case 'yaml':
      return { inside: undefined }
    case 'thematicBreak':
      writer.startBlock()
      return { inside: undefined }
    default:
      return { inside: marks }
  }
}

/** The tick of a task is words of the text: what is done and what is not is said by nothing else. Changes `item`. */
function showTick({ checked, children: [first] }: ListItem): void {
  if (typeof checked !== 'boolean') return
  const tick = { type: 'text', value: checked ? '[x] ' : '[ ] ' } as const
  if (first?.type === 'paragraph') first.children.unshift(tick)
}

/** A tag between words means nothing here but a line break or something left out; a whole block is read as a page is. */
function writeHtml(writer: BlockWriter, html: string): void {
  const isTag = /^<[^>]*>$/.test(html)
  if (isTag && /^<br[\s/>]/i.test(html)) writer.inline.breakLine()
  else if (!isTag || /^<(?:img|video|audio|iframe|object|embed)[\s/>]/i.test(html)) {
    if (!isTag) writer.startBlock()
    writeHtmlBlocks(writer, parseFragment(html))
  }
}
