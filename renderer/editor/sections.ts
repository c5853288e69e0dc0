import type { ArticleDocument, Block, ListItem, TextBlock } from '../../shared/article/blocks'
import { textBlocks } from '../../shared/article/plain-text'
import { directionOf } from '../../shared/text/text-direction'

/** A group of blocks that the browser lays out only when it comes near the viewport. Exists only in the view. */
export type Section = {
  readonly type: 'section'
  /** `height`: a guess in CSS pixels, used until the section has been laid out once. */
  readonly attrs: { readonly height: number }
  readonly content: readonly Block[]
}

export type SectionedDocument = { readonly type: 'doc'; readonly content: readonly Section[] }

/** Blocks in a section: enough that one observer entry covers a screen, few enough to lay out in a frame. */
const blocksPerSection = 20
/** A section also ends here, in code units, so that long paragraphs do not make one section heavy. */
const longestSection = 12_000

/** The document as the view holds it: `doc > section+ > block+`. The plain text is the same. */
export function sectionedDocument(document: ArticleDocument): SectionedDocument {
  const sections: Section[] = []
  let open: Block[] = []
  let length = 0
  const close = (): void => {
    if (open.length > 0) sections.push(sectionOf(open))
    open = []
    length = 0
  }
  for (const block of document.content) {
    open.push(withDirection(block))
    length += lengthOf(block)
    if (open.length === blocksPerSection || length >= longestSection) close()
  }
  close()
  return { type: 'doc', content: sections }
}

function sectionOf(content: readonly Block[]): Section {
  const height = content.reduce((sum, block) => sum + estimatedHeight(block), 0)
  return { type: 'section', attrs: { height: Math.round(height) }, content }
}

/**
 * Lists and quotes get the direction of their first words, for the side of their markers and rules.
 * Paragraphs need nothing: they carry `dir="auto"`, which does not look through to its descendants.
 */
function withDirection<Item extends Block | ListItem>(item: Item): Item {
  if (item.type === 'listItem') return { ...item, content: item.content.map(withDirection) }
  if (item.type === 'blockquote' || item.type === 'bulletList' || item.type === 'orderedList') {
    const { attrs } = item as { attrs?: object }
    const content = (item.content as readonly (Block | ListItem)[]).map(withDirection)
    return { ...item, attrs: { ...attrs, dir: directionOf(wordsOf(item)) }, content }
  }
  return item
}

function wordsOf(block: Block): string {
  return textBlocks({ type: 'doc', content: [block] })
    .map(textOf)
    .join(' ')
}

function textOf(block: TextBlock): string {
  return (block.content ?? []).map(inline => (inline.type === 'text' ? inline.text : ' ')).join('')
}

function lengthOf(block: Block): number {
  if (block.type === 'paragraph' || block.type === 'heading') return textOf(block).length
  return wordsOf(block).length
}

const charactersPerLine = 64
const lineHeight = 29
const blockGap = 14

function estimatedHeight(block: Block | ListItem): number {
  switch (block.type) {
    case 'paragraph':
    case 'heading': {
      const lines = Math.max(1, Math.ceil(textOf(block).length / charactersPerLine))
      return lines * lineHeight + blockGap
    }
    case 'leftOut':
      return lineHeight + blockGap
    default:
      return (block.content as readonly (Block | ListItem)[]).reduce(
        (sum, child) => sum + estimatedHeight(child),
        0,
      )
  }
}
