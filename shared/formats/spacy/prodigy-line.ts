import type { AnnotatorId } from '../../annotation/annotation'
import type { Span } from '../../text/span'
import { articleLine } from '../article-line'
import type { ExportArticle, ExportContext } from '../format'
import { jsonLine } from '../json-text'
import type { SpanPlace, TokenizedArticle } from './tokenized-article'

/** Whose examples a line is one of, and the name that Prodigy shows. */
export type ProdigyAnnotator = { readonly id: AnnotatorId; readonly name: string }

/**
 * One example as Prodigy keeps it, as JSON on one line: what one annotator did on one article, or the bare article, to be ignored in
 * training, when nobody has begun it. Keys that Prodigy does not know travel with it. A relation stands
 * between the last tokens of the first spans. Source: prodi.gy, “Annotation interfaces”.
 */
export function prodigyLine(
  tokenized: TokenizedArticle,
  annotator: ProdigyAnnotator | undefined,
  context: ExportContext,
): string {
  const { article, tokensJson, placeOf } = tokenized
  const own = articleLine(workOf(article, annotator), context)
  const spansById = new Map<string, readonly Span[]>(
    article.annotations.map(({ id, spans }) => [id, spans]),
  )
  const placesOf = (annotation: string): SpanPlace[] =>
    (spansById.get(annotation) ?? []).map(placeOf)
  const rest = jsonLine({
    spans: own.annotations.flatMap(({ type, annotator: _annotator, spans, ...rest }) =>
      placesOf(rest.id).map((place, index) => ({
        ...place,
        label: type,
        text: spans[index]?.text,
        span_index: index + 1,
        spans: spans.length,
        ...rest,
      })),
    ),
    relations: own.relations
      .filter(({ to }) => to.article === article.id)
      .map(({ from, to, type, annotator: _annotator, ...rest }) => {
        const [head] = placesOf(from.annotation)
        const [child] = placesOf(to.annotation)
        return {
          head: head?.token_end,
          child: child?.token_end,
          label: type,
          head_span: head,
          child_span: child,
          ...rest,
          from: from.annotation,
          to: to.annotation,
        }
      }),
    ...unlessEmpty(
      'other_relations',
      own.relations.filter(({ to }) => to.article !== article.id),
    ),
    ...unlessEmpty('sources', own.sources),
    meta: { title: article.title, ...own.metadata, article: article.id },
    answer: annotator === undefined ? 'ignore' : 'accept',
    ...(annotator === undefined ? {} : { _annotator_id: annotator.name }),
    _view_id: 'spans_manual',
  })
  return `{"text":${jsonLine(article.text)},"tokens":${tokensJson},${rest.slice(1)}`
}

/** The article with what one annotator did, or with nothing. */
function workOf(article: ExportArticle, annotator: ProdigyAnnotator | undefined): ExportArticle {
  return {
    ...article,
    annotations: article.annotations.filter(one => one.annotator === annotator?.id),
    relations: article.relations.filter(one => one.annotator === annotator?.id),
  }
}

function unlessEmpty<Key extends string, Value>(
  key: Key,
  values: readonly Value[],
): Partial<Record<Key, readonly Value[]>> {
  return values.length === 0 ? {} : ({ [key]: values } as Record<Key, readonly Value[]>)
}
