import type { AttributeValue } from '../../annotation/annotation'
import { compareText } from '../../annotation/annotation'
import { stableJson } from '../../project/stable-json'
import type { MemoryProject } from './memory-project'
import { exportArticles } from './memory-project'

/** Everything an annotation says that a reader of another format can be asked for. */
export type AnnotationFact = {
  readonly article: string
  readonly id: string
  readonly externalId: string | undefined
  readonly type: string
  readonly annotator: string
  readonly spans: readonly { readonly start: number; readonly end: number }[]
  readonly words: readonly string[]
  readonly attributes: Readonly<Record<string, AttributeValue>>
  readonly note: string | undefined
  readonly createdAt: string
  readonly updatedAt: string
  readonly origin: string
}

/** What the project holds, in an order that no id decides when ids are new: to compare before and after a format. */
export function annotationFacts(project: MemoryProject): AnnotationFact[] {
  return exportArticles(project)
    .flatMap(({ id: article, text, annotations }) =>
      annotations.map(annotation => ({
        article,
        id: annotation.id,
        externalId: annotation.externalId,
        type: annotation.type,
        annotator: annotation.annotator,
        spans: annotation.spans,
        words: annotation.spans.map(({ start, end }) => text.slice(start, end)),
        attributes: annotation.attributes,
        note: annotation.note,
        createdAt: annotation.createdAt,
        updatedAt: annotation.updatedAt,
        origin: stableJson(annotation.origin),
      })),
    )
    .sort((a, b) => compareText(`${a.article} ${a.id}`, `${b.article} ${b.id}`))
}

/** The relations of a project with whose they are, ordered by id. */
export function relationFacts(project: MemoryProject): Readonly<Record<string, unknown>>[] {
  return exportArticles(project)
    .flatMap(({ relations }) => relations)
    .map(({ id, type, annotator, from, to, createdAt, externalId }) => ({
      id,
      type,
      annotator,
      from: `${from.article} ${from.annotation}`,
      to: `${to.article} ${to.annotation}`,
      createdAt,
      externalId,
    }))
    .sort((a, b) => compareText(a.id, b.id))
}
