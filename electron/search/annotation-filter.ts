import type { Annotation, AttributeValue } from '../../shared/annotation/annotation'
import type { ArticleReading } from '../../shared/ipc/article-reading'
import { foldedLetters } from '../../shared/text/fold-text'
import type { SearchQuery } from '../../shared/search/search-query'

/** True when an annotation of the wanted type and value stands on some of the hit's words. `sources` gives names by id. */
export function touchesAnnotation(
  { sets }: Pick<ArticleReading, 'sets'>,
  hit: { readonly start: number; readonly end: number },
  { types, attribute }: Pick<SearchQuery, 'types' | 'attribute'>,
  sources: ReadonlyMap<string, string>,
): boolean {
  return sets.some(({ annotations }) =>
    annotations.some(
      annotation =>
        (types?.includes(annotation.type) ?? true) &&
        (attribute === undefined || hasValue(annotation, attribute, sources)) &&
        annotation.spans.some(({ start, end }) => start < hit.end && hit.start < end),
    ),
  )
}

function hasValue(
  { attributes }: Annotation,
  { key, value }: NonNullable<SearchQuery['attribute']>,
  sources: ReadonlyMap<string, string>,
): boolean {
  const own = Object.hasOwn(attributes, key) ? attributes[key] : undefined
  return own !== undefined && wordsOf(own, sources).includes(foldedLetters(value.trim()))
}

function wordsOf(value: AttributeValue, sources: ReadonlyMap<string, string>): string {
  if (typeof value === 'object') return [value.min, value.max].filter(Boolean).join('–')
  return foldedLetters(sources.get(String(value)) ?? String(value))
}
