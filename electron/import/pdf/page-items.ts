import type { PDFPageProxy } from 'pdfjs-dist'
import type { PageTag } from './page-tags'

/** The content of a page as the engine gives it: pieces of text, and marks between them. */
export type Content = Awaited<ReturnType<PDFPageProxy['getTextContent']>>
export type ContentItem = Content['items'][number]
export type TextItem = Extract<ContentItem, { str: string }>

export type TaggedItem = { readonly item: TextItem; readonly tag: PageTag | undefined }

export type FontLook = { readonly bold: boolean; readonly italic: boolean }
