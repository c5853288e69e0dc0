import type { Metadata, ValueOrigin } from '../../shared/article/article'
import type { ArticleDocument } from '../../shared/article/blocks'

/** What a file says: its blocks, and what it says of itself. */
export type ReadContent = {
  readonly document: ArticleDocument
  readonly title: { readonly value: string; readonly from: ValueOrigin } | undefined
  readonly metadata: Metadata
  /** Sentences for the user about what could not be read as it was meant. */
  readonly remarks: readonly string[]
}
