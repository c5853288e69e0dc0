import type { Annotation, AttributeValue, Relation } from '../../../shared/annotation/annotation'
import type { ArticleStatus } from '../../../shared/annotation/annotation-set'
import type { Article, ArticleEdits } from '../../../shared/article/article'
import type { Codebook } from '../../../shared/codebook/codebook'

/** An annotation with nothing but what a person sees of it. */
export type PlainAnnotation = {
  type: string
  spans: (readonly [start: number, end: number])[]
  words: string[]
  attributes: Record<string, AttributeValue>
  note: string
  updatedAt: string
}
export type PlainRelation = { type: string; from: string; to: string }
export type PlainArticle = {
  status: ArticleStatus
  edits: ArticleEdits
  annotations: Record<string, PlainAnnotation>
  relations: Record<string, PlainRelation>
}

/**
 * A project as somebody would draw it on paper: records by id, no index, no inverse, no history. Undo in
 * this model is the sheet before. `articles` is by article id, `sources` are names by source id.
 */
export type PlainProject = {
  name: string
  codebook: Codebook
  sources: Record<string, string>
  articles: Record<string, PlainArticle>
}

/** A project of these articles in which nobody did anything yet. */
export function plainProject(
  name: string,
  articles: readonly Article[],
  codebook: Codebook,
): PlainProject {
  return {
    name,
    codebook,
    sources: {},
    articles: Object.fromEntries(articles.map(({ id }) => [id, emptyArticle()])),
  }
}

export function emptyArticle(): PlainArticle {
  return { status: 'new', edits: {}, annotations: {}, relations: {} }
}

export function plainAnnotation(annotation: Annotation): PlainAnnotation {
  const { type, spans, quote, attributes, note = '', updatedAt } = annotation
  return {
    type,
    spans: spans.map(({ start, end }) => [start, end]),
    words: quote.map(({ exact }) => exact),
    attributes,
    note,
    updatedAt,
  }
}

export function plainRelation({ type, from, to }: Relation): PlainRelation {
  return {
    type,
    from: `${from.article} ${from.annotation}`,
    to: `${to.article} ${to.annotation}`,
  }
}

/** Spans and words of an annotation that covers these ranges: every character once, runs of them joined. */
export function placed(
  text: string,
  ranges: readonly (readonly [number, number])[],
): Pick<PlainAnnotation, 'spans' | 'words'> {
  const covered = new Set<number>()
  for (const [start, end] of ranges) for (let at = start; at < end; at += 1) covered.add(at)
  const starts = [...covered].filter(at => !covered.has(at - 1)).sort((a, b) => a - b)
  const ends = [...covered].filter(at => !covered.has(at + 1)).sort((a, b) => a - b)
  const spans = starts.map((start, run) => [start, (ends[run] ?? start) + 1] as const)
  return { spans, words: spans.map(([start, end]) => text.slice(start, end)) }
}
