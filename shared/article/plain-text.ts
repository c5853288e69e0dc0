import type { ArticleDocument, Block, Inline, TextBlock } from './blocks'

/** One text block and where its characters stand: `[start, end)` of the plain text, in UTF-16 code units. */
export type PlacedTextBlock = {
  readonly block: TextBlock
  readonly start: number
  readonly end: number
}

/**
 * The plain text of a document: its text blocks in document order joined by one line feed; a hard
 * break is a line feed; everything else (what was left out, marks) adds no characters.
 * All offsets of Assay are positions in this string.
 */
export function plainText(document: ArticleDocument): string {
  return textBlocks(document)
    .map(block => inlineText(block.content))
    .join('\n')
}

/** The text blocks of a document, in document order. */
export function textBlocks(document: ArticleDocument): TextBlock[] {
  const found: TextBlock[] = []
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      switch (block.type) {
        case 'paragraph':
        case 'heading':
          found.push(block)
          break
        case 'bulletList':
        case 'orderedList':
          for (const item of block.content) visit(item.content)
          break
        case 'blockquote':
          visit(block.content)
          break
        case 'leftOut':
          break
      }
    }
  }
  visit(document.content)
  return found
}

/** The text blocks with their places in the plain text. */
export function placedTextBlocks(document: ArticleDocument): PlacedTextBlock[] {
  let start = 0
  return textBlocks(document).map(block => {
    const end = start + inlineLength(block.content)
    const placed = { block, start, end }
    start = end + 1
    return placed
  })
}

function inlineText(content: readonly Inline[] | undefined): string {
  let text = ''
  for (const inline of content ?? []) text += inline.type === 'text' ? inline.text : '\n'
  return text
}

function inlineLength(content: readonly Inline[] | undefined): number {
  let length = 0
  for (const inline of content ?? []) length += inline.type === 'text' ? inline.text.length : 1
  return length
}

/**
 * A document whose plain text is exactly `text`: one paragraph for each line. Used where only the text
 * came along, as in a dataset.
 */
export function documentFromText(text: string): ArticleDocument {
  return {
    type: 'doc',
    content: text
      .split('\n')
      .map(line =>
        line === ''
          ? { type: 'paragraph' }
          : { type: 'paragraph', content: [{ type: 'text', text: line }] },
      ),
  }
}
