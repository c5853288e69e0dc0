import type { Mark } from '../../../shared/article/blocks'

/** A piece of a paragraph of a word processor's document. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly marks: readonly Mark[] }
  | { readonly kind: 'break' }
  | { readonly kind: 'left-out'; readonly what: string; readonly label: string }
  /** Where a note is referred to: its place in `notes` of the document. */
  | { readonly kind: 'note'; readonly note: number }

/** Where a paragraph stands in a list. */
export type ListPlace = {
  /** Paragraphs with another one are another list. */
  readonly list: string
  /** 0 for the outermost level. */
  readonly depth: number
  readonly isOrdered: boolean
  /** The number the item shows. */
  readonly number: number
  /** Another paragraph of the item before it, which shows no number of its own. */
  readonly continues?: boolean
}

export type OfficeParagraph = {
  readonly kind: 'paragraph'
  readonly pieces: readonly Piece[]
  /** 1 to 6 for a heading. */
  readonly level: number | undefined
  readonly list: ListPlace | undefined
  readonly isQuote: boolean
}

export type OfficeTable = {
  readonly kind: 'table'
  /** Rows of cells of blocks. */
  readonly rows: readonly (readonly (readonly OfficeBlock[])[])[]
}

export type OfficeBlock = OfficeParagraph | OfficeTable

export type OfficeNote = {
  /** As the document shows it: `1`, `iv`, `*`. */
  readonly label: string
  readonly blocks: readonly OfficeBlock[]
}

/** The body of a document as the word processors keep it: a flat row of paragraphs and tables, and its notes in the order they are referred to. */
export type OfficeBody = {
  readonly blocks: readonly OfficeBlock[]
  readonly notes: readonly OfficeNote[]
}
