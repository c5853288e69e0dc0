import type { DatasetSide } from './dataset/read-side-files'
import type { ImportItem } from './dataset/import-item'

/** The files that are read, by path (`/` between its parts, ordered); a lone file is a folder of one. */
export type ImportFolder = {
  readonly names: readonly string[]
  /** Bytes of the file; throws the system's error, and RangeError for a name that is not in `names`. */
  readonly bytes: (name: string) => Uint8Array
  /** The file as text without a byte order mark, LF at the line ends; `undefined` when it is no UTF-8. */
  readonly text: (name: string) => string | undefined
  /** Lines of the file without their line ends, one at a time; `undefined` for one that is no UTF-8. */
  readonly lines: (name: string) => Iterable<string | undefined>
}

/** An article as the format has it, or why it could not be read. */
export type FoundArticle =
  | {
      /**
       * What a line of `articles.jsonl` holds (docs/formats/jsonl.md), before anything is checked: it goes
       * through the same checks as a dataset, so each span carries its words as `text`. An annotation that
       * another tool changed after our export says `edited: true` and has no `updated_at`.
       */
      readonly line: unknown
      /** Line of the file it stands on, from 1, where files have one article a line. */
      readonly number?: number | undefined
      /** What there is to say about it beyond the checks. */
      readonly items?: readonly ImportItem[] | undefined
    }
  | {
      readonly line?: undefined
      readonly number?: undefined
      readonly items: readonly ImportItem[]
    }

/** What was found in the files. Articles are read when they are asked for, so that memory holds one at a time. */
export type FoundFiles = {
  readonly side: DatasetSide
  readonly articles: Iterable<FoundArticle>
}

/** Reads a format. Gives a sentence when the files as a whole are not of this format. */
export type ReadFormat = (
  folder: ImportFolder,
) =>
  | { readonly found: FoundFiles; readonly refused?: undefined }
  | { readonly found?: undefined; readonly refused: string }

/** A side with nothing in it, for formats that have no files beside the articles. */
export const noSide: DatasetSide = { annotators: [], sources: [], items: [] }
