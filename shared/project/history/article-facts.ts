import type { ArticleEdits } from '../../article/article'
import { copiesField } from '../../article/copies'

/** One thing that is different in an article's title, details, tags or note after an edit. */
export type ArticleFact =
  /** `field` is the key of a detail, or `title`, `tags`; absent is none, or what the file says. */
  | {
      readonly kind: 'detail'
      readonly field: string
      readonly from?: string
      readonly to?: string
    }
  | { readonly kind: 'article-note'; readonly from?: string; readonly to?: string }
  /** Put into the bin; or brought into the project, by an import or out of the bin. */
  | { readonly kind: 'binned' | 'brought' }

/** How people's edits of an article differ; empty for what no view shows. */
export function articleFacts(
  before: ArticleEdits | undefined,
  after: ArticleEdits | undefined,
): readonly ArticleFact[] {
  const [old, now] = [detailsOf(before), detailsOf(after)]
  const fields = [...new Set([...old.keys(), ...now.keys()])].filter(
    field => field !== copiesField && old.get(field) !== now.get(field),
  )
  return [
    ...presenceFacts(before?.removedAt, after?.removedAt),
    ...fields.map((field): ArticleFact => ({
      kind: 'detail',
      field,
      ...between(old.get(field), now.get(field)),
    })),
    ...(before?.note === after?.note
      ? []
      : [{ kind: 'article-note', ...between(before?.note, after?.note) } as const]),
  ]
}

function presenceFacts(before: string | undefined, after: string | undefined): ArticleFact[] {
  if ((before === undefined) === (after === undefined)) return []
  return [{ kind: after === undefined ? 'brought' : 'binned' }]
}

function detailsOf(edits: ArticleEdits | undefined): ReadonlyMap<string, string> {
  const { title, tags = [], metadata = {} } = edits ?? {}
  return new Map([
    ...(title === undefined ? [] : [['title', title] as const]),
    ...(tags.length === 0 ? [] : [['tags', tags.join('; ')] as const]),
    ...Object.entries(metadata).map(([field, { value }]) => [field, value] as const),
  ])
}

function between(
  from: string | undefined,
  to: string | undefined,
): { readonly from?: string; readonly to?: string } {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}
