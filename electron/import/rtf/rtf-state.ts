import type { Mark } from '../../../shared/article/blocks'
import type { ListCounts } from '../office/list-counts'
import type { NumeralKind } from '../office/numeral'
import type { OfficeBlock, OfficeNote, Piece } from '../office/office-blocks'
import type { OfficeTally } from '../office/office-remarks'
import type { RtfTables } from './rtf-tables'

/** What the paragraph that is being read is, until `\pard`. */
export type ParagraphState = {
  readonly style: number
  readonly outline: number | undefined
  readonly list: number | undefined
  /** A list of the time before list tables. */
  readonly oldList: { readonly isOrdered: boolean; readonly start: number } | undefined
  readonly depth: number
  readonly isInTable: boolean
}

/** How letters look, until the group ends or `\plain`. */
export type LetterState = {
  readonly bold: boolean
  readonly italic: boolean
  readonly struck: boolean
  readonly hidden: boolean
  readonly deleted: boolean
  readonly font: number
}

/** What a group hands on to the groups inside it and takes back at its end. */
export type GroupState = {
  paragraph: ParagraphState
  letters: LetterState
  /** How many characters follow each `\uN` for readers that do not know Unicode. */
  fallbackLength: number
  link: string | undefined
}

/** Where blocks are collected: the body, a note, a text box. */
export type Flow = {
  readonly blocks: OfficeBlock[]
  pieces: Piece[]
  after: OfficeBlock[]
  /** The cell, row and table that are being read. */
  cell: OfficeBlock[]
  row: OfficeBlock[][]
  rows: OfficeBlock[][][]
  /** A number of a note has been written for which the note is still to come. */
  awaitsNote: boolean
  /** The marks of the text read last, kept so that text that looks the same is joined. */
  look: { readonly key: string; readonly marks: readonly Mark[] }
  readonly isNote: boolean
}

export type RtfReading = {
  readonly codePage: string
  readonly tables: RtfTables
  readonly notes: OfficeNote[]
  readonly tally: OfficeTally
  readonly counts: ListCounts
  readonly noteCounts: { footnote: number; endnote: number }
  readonly noteNumerals: { readonly footnote: NumeralKind; readonly endnote: NumeralKind }
}

export const plainLetters: LetterState = {
  bold: false,
  italic: false,
  struck: false,
  hidden: false,
  deleted: false,
  font: -1,
}

export const plainParagraph: ParagraphState = {
  style: 0,
  outline: undefined,
  list: undefined,
  oldList: undefined,
  depth: 0,
  isInTable: false,
}

export function createFlow(isNote: boolean): Flow {
  return {
    blocks: [],
    pieces: [],
    after: [],
    cell: [],
    row: [],
    rows: [],
    awaitsNote: false,
    look: { key: 'none', marks: [] },
    isNote,
  }
}
