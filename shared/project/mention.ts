import type {
  Annotation,
  AnnotationId,
  AnnotatorId,
  Relation,
  SourceId,
} from '../annotation/annotation'
import { compareText } from '../annotation/annotation'
import type { ArticleId } from '../article/article'
import { hullOf } from '../text/span'

/** What is known of an annotation without its article: enough to list it and to go there. */
export type Mention = {
  readonly id: AnnotationId
  readonly article: ArticleId
  readonly annotator: AnnotatorId
  readonly type: string
  /** Where it begins, in UTF-16 code units. */
  readonly start: number
  /** Its first words, at most `mostWords` code units. */
  readonly words: string
  /** Its attributes that are text: choices, text, dates, ids of sources. */
  readonly texts: Readonly<Record<string, string>>
  /** Keys of its other attributes; absent when it has none. */
  readonly otherKeys?: readonly string[]
}

/** How often a source is named, and in which articles. */
export type SourceUse = {
  readonly source: SourceId
  readonly annotations: number
  readonly articles: readonly ArticleId[]
}

/** A value of a text attribute and how many annotations have it. */
export type UsedValue = { readonly value: string; readonly count: number }

/** An annotation with where and whose it is. */
export type OwnedAnnotation = {
  readonly article: ArticleId
  readonly annotator: AnnotatorId
  readonly annotation: Annotation
}

/** The annotations that name a source, where their words stand. `named` counts those too whose words are lost. */
export type NamedAnnotations = {
  readonly annotations: readonly OwnedAnnotation[]
  readonly named: number
}

/** A relation with where and whose it is. */
export type OwnedRelation = {
  readonly article: ArticleId
  readonly annotator: AnnotatorId
  readonly relation: Relation
}

/** What a changed codebook touches: annotations whole, where their words stand, and relations. */
export type TouchedRecords = {
  readonly annotations: readonly OwnedAnnotation[]
  readonly relations: readonly OwnedRelation[]
}

const mostWords = 200
/** Values given for completion; the rarest are left out. */
const mostValues = 1000

export function mentionOf({ article, annotator, annotation }: OwnedAnnotation): Mention {
  const words = annotation.quote.map(quote => quote.exact).join(' … ')
  const otherKeys = Object.keys(annotation.attributes).filter(
    key => typeof annotation.attributes[key] !== 'string',
  )
  return {
    id: annotation.id,
    article,
    annotator,
    type: annotation.type,
    start: hullOf(annotation.spans).start,
    words: words.length > mostWords ? `${words.slice(0, mostWords).toWellFormed()}…` : words,
    texts: Object.fromEntries(
      Object.entries(annotation.attributes).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    ),
    ...(otherKeys.length === 0 ? {} : { otherKeys }),
  }
}

/** True when one of its attributes is this source. Ids are unique, so no other text can be taken for one. */
export function namesSource(mention: Mention, source: string): boolean {
  for (const key in mention.texts) if (mention.texts[key] === source) return true
  return false
}

const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** All sources that are named, each once. */
export function sourceUses(mentions: Iterable<Mention>): SourceUse[] {
  const uses = new Map<string, { annotations: number; readonly articles: Set<ArticleId> }>()
  for (const mention of mentions)
    for (const source of new Set(Object.values(mention.texts).filter(text => id.test(text)))) {
      const use = uses.get(source) ?? { annotations: 0, articles: new Set<ArticleId>() }
      use.annotations += 1
      use.articles.add(mention.article)
      uses.set(source, use)
    }
  return [...uses].map(([source, { annotations, articles }]) => ({
    source: source as SourceId,
    annotations,
    articles: [...articles],
  }))
}

/** What names this source, by article (in the order they came in) and place. */
export function mentionsOf(mentions: Iterable<Mention>, source: string): Mention[] {
  return [...mentions]
    .filter(mention => namesSource(mention, source))
    .sort(
      (a, b) => compareText(a.article, b.article) || a.start - b.start || compareText(a.id, b.id),
    )
}

/** The values that annotations of `type` have for `attribute`, the most used first. */
export function usedValues(
  mentions: Iterable<Mention>,
  type: string,
  attribute: string,
): UsedValue[] {
  const counts = new Map<string, number>()
  for (const mention of mentions) {
    const value = mention.type === type ? mention.texts[attribute] : undefined
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || compareText(a.value, b.value))
    .slice(0, mostValues)
}
