import type { PageTag } from './page-tags'

/** A piece of text as a page sets it: one font, one line. Lengths are in points; `y` is the baseline, counted from the top of the page. */
export type PdfRun = {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly isRightToLeft: boolean
  /** The safe target of the link it lies in. */
  readonly href?: string | undefined
  readonly tag?: PageTag | undefined
}

export type PdfPage = {
  /** Counted from 1. */
  readonly number: number
  readonly width: number
  readonly height: number
  readonly runs: readonly PdfRun[]
  /** How many runs were turned on their side and are not among `runs`, with their words. */
  readonly turned: readonly string[]
}

/** The properties a PDF gives of itself, as they are written there. */
export type PdfProperties = {
  readonly title: string | undefined
  readonly author: string | undefined
  readonly created: string | undefined
  readonly language: string | undefined
  /** The program that made it. */
  readonly maker: string
}

export type PdfFile = {
  readonly pages: readonly PdfPage[]
  readonly properties: PdfProperties
}
