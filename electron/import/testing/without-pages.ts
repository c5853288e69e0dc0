import type { ArticleDocument } from '../../../shared/article/blocks'

/** A document from a PDF as other formats have it: without the page on which each block begins. */
export function withoutPages(document: ArticleDocument): ArticleDocument {
  return JSON.parse(JSON.stringify(document), (key, value: unknown) => {
    if (key !== 'attrs' || typeof value !== 'object' || value === null) return value
    const { page, ...rest } = value as { page?: number }
    return page !== undefined && Object.keys(rest).length === 0 ? undefined : rest
  }) as ArticleDocument
}
