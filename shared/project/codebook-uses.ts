import type { AnnotatorId } from '../annotation/annotation'
import type { ArticleId } from '../article/article'
import type { CodebookPart } from '../codebook/removed-parts'
import { nameOfPart } from '../codebook/removed-parts'
import type { Mention } from './mention'

/** How often a part of the codebook is on annotations or relations, and in how many articles, the bin included. */
export type PartUse = {
  /** By `nameOfPart`. */
  readonly part: string
  /** Those that this window may change. */
  readonly own: number
  /** Other people’s. */
  readonly others: number
  readonly articles: number
}

/** A relation in short: all that counting needs. */
export type CountedRelation = {
  readonly article: ArticleId
  readonly annotator: AnnotatorId
  readonly type: string
}

/** Count every part that is in use. A text value counts as a choice, too: whether it is one the codebook knows. */
export function codebookUses(
  mentions: Iterable<Mention>,
  relations: Iterable<CountedRelation>,
  annotator: AnnotatorId,
): PartUse[] {
  const uses = new Map<string, { own: number; others: number; readonly articles: Set<string> }>()
  const count = (part: CodebookPart, by: AnnotatorId, article: ArticleId): void => {
    const name = nameOfPart(part)
    const use = uses.get(name) ?? { own: 0, others: 0, articles: new Set() }
    if (by === annotator) use.own += 1
    else use.others += 1
    use.articles.add(article)
    uses.set(name, use)
  }
  for (const { type, texts, otherKeys = [], annotator: by, article } of mentions) {
    count({ kind: 'type', type }, by, article)
    for (const attribute of otherKeys) count({ kind: 'attribute', type, attribute }, by, article)
    for (const [attribute, value] of Object.entries(texts)) {
      count({ kind: 'attribute', type, attribute }, by, article)
      if (isKey.test(value)) count({ kind: 'choice', type, attribute, choice: value }, by, article)
    }
  }
  for (const { type, annotator: by, article } of relations)
    count({ kind: 'relation', relation: type }, by, article)
  return [...uses].map(([part, { own, others, articles }]) => ({
    part,
    own,
    others,
    articles: articles.size,
  }))
}

/** Keys of choices are slugs; sentences are not counted one by one. */
const isKey = /^[a-z0-9][a-z0-9_-]{0,63}$/
