import type { ArticleDocument, Block, Inline, ListItem } from '../../shared/article/blocks'
import { deepestNesting } from '../../shared/article/blocks'
import type { InlineWriter } from './inline-writer'
import { createInlineWriter } from './inline-writer'

export type Container =
  | { readonly type: 'bulletList' }
  | { readonly type: 'orderedList'; readonly start: number }
  | { readonly type: 'listItem' }
  | { readonly type: 'blockquote' }

/**
 * Builds a document from a stream of "a block begins, words, a block ends", in the order of a parsed
 * file. What it makes always fits the schema: lists hold items, nothing is empty, nothing nests deeper
 * than `deepestNesting` (what does is kept without its list or quote).
 */
export type BlockWriter = {
  readonly inline: InlineWriter
  /**
   * Ends the text block before it; the words that follow are a paragraph, or a heading of `level` 1 to 6.
   * `page` is the page of the original it begins on.
   */
  readonly startBlock: (level?: number, page?: number) => void
  /** Ends a line; two such ends in a row, with nothing but blanks between them, end the paragraph. */
  readonly breakLine: () => void
  readonly open: (container: Container) => void
  /** Closes the container opened last. */
  readonly close: () => void
  /** Marks what is left out: after the text block it stands in. */
  readonly leaveOut: (what: string, label: string) => void
  readonly finish: () => ArticleDocument
}

type OpenContainer = {
  /** `undefined` for one that does not count: too deep, or an item outside a list. */
  readonly container: Container | undefined
  readonly blocks: Block[]
  readonly items: ListItem[]
}

export function createBlockWriter(): BlockWriter {
  const inline = createInlineWriter()
  const top: Block[] = []
  const opened: OpenContainer[] = []
  let counted: OpenContainer[] = []
  let level: number | undefined
  let page: number | undefined
  let leftOut: Block[] = []
  /** The paragraph was begun by two ends of lines: further ones say nothing. */
  let isAfterBreak = false

  const put = (block: Block): void => {
    const parent = counted.at(-1)
    if (parent === undefined) top.push(block)
    else if (isList(parent.container)) putIntoList(parent.items, block)
    else parent.blocks.push(block)
  }
  const flush = (): void => {
    const content = inline.take()
    if (content !== undefined) put(textBlock(content, level, page))
    level = undefined
    page = undefined
    leftOut.forEach(put)
    leftOut = []
    isAfterBreak = false
  }
  const close = (): void => {
    flush()
    const last = opened.pop()
    if (last?.container === undefined) return
    counted = counted.slice(0, -1)
    const parent = counted.at(-1)
    if (last.container.type === 'listItem') {
      if (last.blocks.length > 0) parent?.items.push({ type: 'listItem', content: last.blocks })
    } else {
      const block = containerBlock(last)
      if (block !== undefined) put(block)
    }
  }

  return {
    inline,
    startBlock: (nextLevel, onPage) => {
      flush()
      level = nextLevel
      page = onPage
    },
    breakLine: () => {
      const wasBroken = inline.dropBreak()
      if (wasBroken) flush()
      else if (!isAfterBreak || !inline.isEmpty()) inline.breakLine()
      isAfterBreak = wasBroken || (isAfterBreak && inline.isEmpty())
    },
    open: container => {
      flush()
      const counts =
        counted.length < deepestNesting &&
        (container.type !== 'listItem' || isList(counted.at(-1)?.container))
      const entry = { container: counts ? container : undefined, blocks: [], items: [] }
      opened.push(entry)
      if (counts) counted = [...counted, entry]
    },
    close,
    leaveOut: (what, label) => {
      leftOut.push({ type: 'leftOut', attrs: { what, label } })
    },
    finish: () => {
      while (opened.length > 0) close()
      flush()
      return { type: 'doc', content: top.length === 0 ? [{ type: 'paragraph' }] : top }
    },
  }
}

function textBlock(
  inlines: readonly Inline[],
  level: number | undefined,
  page: number | undefined,
): Block {
  const content = inlines.length === 0 ? {} : { content: inlines }
  const onPage = page === undefined ? {} : { page }
  if (level !== undefined) return { type: 'heading', attrs: { level, ...onPage }, ...content }
  return page === undefined
    ? { type: 'paragraph', ...content }
    : { type: 'paragraph', attrs: onPage, ...content }
}

function containerBlock({ container, blocks, items }: OpenContainer): Block | undefined {
  switch (container?.type) {
    case 'blockquote':
      return blocks.length === 0 ? undefined : { type: 'blockquote', content: blocks }
    case 'bulletList':
      return items.length === 0 ? undefined : { type: 'bulletList', content: items }
    case 'orderedList':
      return items.length === 0
        ? undefined
        : { type: 'orderedList', attrs: { start: container.start }, content: items }
    case 'listItem':
    case undefined:
      return undefined
  }
}

/** A list directly in a list belongs to the item before it; anything else without an item becomes one. */
function putIntoList(items: ListItem[], block: Block): void {
  const last = items.at(-1)
  if (last === undefined || (block.type !== 'bulletList' && block.type !== 'orderedList'))
    items.push({ type: 'listItem', content: [block] })
  else items[items.length - 1] = { ...last, content: [...last.content, block] }
}

function isList(container: Container | undefined): boolean {
  return container?.type === 'bulletList' || container?.type === 'orderedList'
}
