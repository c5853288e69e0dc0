import type { Mark } from '../../../shared/article/blocks'
import type { NumeralKind } from '../office/numeral'
import type { OfficeBlock, OfficeNote, Piece } from '../office/office-blocks'
import type { OfficeTally } from '../office/office-remarks'
import type { XmlElement } from '../xml/xml-tree'
import type { DocxNumbering } from './docx-numbering'
import type { Relationships } from './docx-package'
import type { DocxStyles } from './docx-styles'

/** A field that has begun and not ended: its code, then what it shows. */
export type OpenField = { code: string; isShown: boolean; href: string | undefined }

/** The notes of one kind. */
export type NoteSource = {
  readonly elements: ReadonlyMap<string, XmlElement>
  readonly relationships: Relationships
  readonly numerals: NumeralKind
  /** How many have been numbered. */
  count: number
}

/** All that reading a document needs to know and remembers on its way through it. */
export type DocxReading = {
  readonly styles: DocxStyles
  readonly numbering: DocxNumbering
  readonly sources: { readonly footnote: NoteSource; readonly endnote: NoteSource }
  readonly notes: OfficeNote[]
  readonly tally: OfficeTally
}

/** Where in the document reading is: its text, a note, a text box. */
export type DocxPlace = {
  readonly relationships: Relationships
  readonly fields: OpenField[]
  readonly isNote: boolean
}

/** What a paragraph collects. */
export type Paragraph = {
  readonly place: DocxPlace
  readonly pieces: Piece[]
  /** Blocks that stand beside it and are read after it: pictures with their captions. */
  readonly after: OfficeBlock[]
  /** Reads the blocks inside of an element, for what is anchored in the paragraph. */
  readonly blocksIn: (element: XmlElement, place: DocxPlace) => readonly OfficeBlock[]
}

export type Marks = readonly Mark[]
