import type { ListCounts } from '../office/list-counts'
import type { OfficeBlock, OfficeNote, Piece } from '../office/office-blocks'
import type { OfficeTally } from '../office/office-remarks'
import type { XmlElement } from '../xml/xml-tree'
import type { OdtStyles } from './odt-styles'

/** All that reading a document needs to know and remembers on its way through it. */
export type OdtReading = {
  readonly styles: OdtStyles
  /** The media type of an embedded object, by the name of its folder. */
  readonly mediaTypeOf: (name: string) => string | undefined
  readonly notes: OfficeNote[]
  readonly tally: OfficeTally
  readonly counts: ListCounts
  /** The key under which each list is counted, by its id and by its style. */
  readonly listKeys: Map<string, string>
  lists: number
}

/** What a paragraph collects. */
export type OdtParagraph = {
  readonly pieces: Piece[]
  /** Blocks that stand beside it and are read after it: pictures with their captions. */
  readonly after: OfficeBlock[]
  readonly blocksIn: (element: XmlElement) => readonly OfficeBlock[]
}
