import type { ArticleDocument, Block, Inline, TextBlock } from '../../article/blocks'
import { isSafeTarget } from '../../article/blocks'
import { htmlText } from '../reports/html-text'
import type { TextMarker } from './marked-text'

/** A block of the article as HTML, with where its text begins in the plain text. */
export type WrittenBlock = { readonly start: number; readonly html: string }

/**
 * The blocks of the document in their order, with everything marked. Each text block carries
 * `data-text`: their texts, joined by a line feed, are the plain text.
 */
export function articleBlocks(document: ArticleDocument, marker: TextMarker): WrittenBlock[] {
  let at = 0

  const textOf = (block: TextBlock): string => {
    let html = ''
    for (const inline of block.content ?? []) {
      html +=
        inline.type === 'hardBreak'
          ? marker.lineBreak(at)
          : marker.mark(at, at + inline.text.length, piece => wrapped(piece, inline))
      at += inline.type === 'hardBreak' ? 1 : inline.text.length
    }
    at += 1
    return html
  }

  const blockOf = (block: Block): string => {
    switch (block.type) {
      case 'paragraph':
        return `<p data-text dir="auto">${textOf(block)}</p>`
      case 'heading': {
        // The page’s own heading is the first: those of the text stand below it.
        const name = `h${Math.min(block.attrs.level + 1, 6)}`
        return `<${name} data-text dir="auto">${textOf(block)}</${name}>`
      }
      case 'bulletList':
        return `<ul>${block.content.map(itemOf).join('')}</ul>`
      case 'orderedList':
        return `<ol start="${block.attrs.start}">${block.content.map(itemOf).join('')}</ol>`
      case 'blockquote':
        return `<blockquote>${block.content.map(blockOf).join('')}</blockquote>`
      case 'leftOut':
        return `<p class="left-out">${htmlText(leftOutWords(block.attrs))}</p>`
    }
  }

  const itemOf = ({ content }: { readonly content: readonly Block[] }): string =>
    `<li>${content.map(blockOf).join('')}</li>`

  return document.content.map(block => {
    const start = at
    return { start, html: blockOf(block) }
  })
}

function leftOutWords({ what, label }: { readonly what: string; readonly label: string }): string {
  const name = what === '' ? 'Something' : what.charAt(0).toUpperCase() + what.slice(1)
  return label === '' ? `${name} left out` : `${name} left out: ${label}`
}

function wrapped(piece: string, inline: Extract<Inline, { type: 'text' }>): string {
  return (inline.marks ?? []).reduce((inner, mark) => {
    switch (mark.type) {
      case 'bold':
        return `<strong>${inner}</strong>`
      case 'italic':
        return `<em>${inner}</em>`
      case 'strike':
        return `<s>${inner}</s>`
      case 'link':
        return isSafeTarget(mark.attrs.href)
          ? `<a href="${htmlText(mark.attrs.href)}" rel="noreferrer noopener">${inner}</a>`
          : inner
    }
  }, piece)
}
