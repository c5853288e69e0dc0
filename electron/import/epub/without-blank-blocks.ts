import type { ArticleDocument, Block, Inline } from '../../../shared/article/blocks'

/** `document` without lines of nothing but spaces and breaks: in books they are distance between paragraphs. */
export function withoutBlankBlocks(document: ArticleDocument): ArticleDocument {
  const content = said(document.content)
  return content.length === 0 ? document : { ...document, content }
}

/** Lists and quotes nest no deeper than the writer of blocks allows, so this may call itself. */
function said(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return isBlank(block.content ?? []) ? [] : [block]
      case 'leftOut':
        return [block]
      case 'blockquote': {
        const content = said(block.content)
        return content.length === 0 ? [] : [{ ...block, content }]
      }
      case 'bulletList':
      case 'orderedList': {
        const content = block.content
          .map(item => ({ ...item, content: said(item.content) }))
          .filter(item => item.content.length > 0)
        return content.length === 0 ? [] : [{ ...block, content }]
      }
    }
  })
}

function isBlank(content: readonly Inline[]): boolean {
  return content.every(inline => inline.type === 'hardBreak' || inline.text.trim() === '')
}
