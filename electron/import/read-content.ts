import type { Metadata, ValueOrigin } from '../../shared/article/article'
import type { ArticleDocument } from '../../shared/article/blocks'
import type { Reading } from '../../shared/article/reading'

/** What a file says: its blocks, and what it says of itself. */
export type ReadContent = {
  readonly document: ArticleDocument
  readonly title: { readonly value: string; readonly from: ValueOrigin } | undefined
  readonly metadata: Metadata
  /** What counts only where neither the file nor its text says better: who typed a document, and when. */
  readonly lastResort?: Metadata
  /** Sentences for the user about what could not be read as it was meant. */
  readonly remarks: readonly string[]
  /** How a web page was read; absent for files that are none. */
  readonly reading?: Reading
  /** Words around the article that were left out; absent when none were. */
  readonly leftOutWords?: number
}
