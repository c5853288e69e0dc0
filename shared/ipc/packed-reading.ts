import type { Annotation } from '../annotation/annotation'
import { describeSpans } from '../annotation/annotation'
import type { Article } from '../article/article'
import { plainText } from '../article/plain-text'
import type { ArticleReading } from './article-reading'

/**
 * An `ArticleReading` as it goes from main to the window: without what follows from the rest. The text
 * follows from the document, the words of an annotation as a rule from its place in the text; a text with
 * thousands of annotations is less than half as long that way, to write and to read.
 */
export type PackedReading = Omit<ArticleReading, 'article' | 'sets'> & {
  /** With everything else that is in its file. */
  readonly article: Pick<Article, 'document'>
  readonly sets: readonly PackedSet[]
}

type ReadSet = ArticleReading['sets'][number]
type PackedSet = Omit<ReadSet, 'annotations'> & { readonly annotations: PackedAnnotations }

/** One place in each column for each annotation; types and origins are counted by their place in a list. */
type PackedAnnotations = {
  readonly types: readonly string[]
  readonly origins: readonly Annotation['origin'][]
  readonly id: readonly Annotation['id'][]
  readonly type: readonly number[]
  readonly origin: readonly number[]
  readonly start: readonly number[]
  readonly end: readonly number[]
  readonly createdAt: readonly string[]
  /** What an annotation has beside that or otherwise, by its place in the columns. */
  readonly more: readonly (readonly [number, Partial<Annotation>])[]
}

/** Leave out what `unpackReading` can find again. */
export function packReading({ article, sets, ...rest }: ArticleReading): PackedReading {
  const { text, document, ...others } = article
  return {
    ...rest,
    article: { ...others, document },
    sets: sets.map(set => ({ ...set, annotations: packAnnotations(text, set.annotations) })),
  }
}

/** The reading that was packed, equal in every value. */
export function unpackReading({ article, sets, ...rest }: PackedReading): ArticleReading {
  const text = plainText(article.document)
  return {
    ...rest,
    article: { ...article, text } as Article,
    sets: sets.map(set => ({ ...set, annotations: unpackAnnotations(text, set.annotations) })),
  }
}

const packedBefore = new WeakMap<
  readonly Annotation[],
  { readonly text: string; readonly packed: PackedAnnotations }
>()

/** Packed once as long as nobody changes an annotation: lists are never changed in place. */
function packAnnotations(text: string, annotations: readonly Annotation[]): PackedAnnotations {
  const known = packedBefore.get(annotations)
  if (known?.text === text) return known.packed
  const packed = packEach(text, annotations)
  packedBefore.set(annotations, { text, packed })
  return packed
}

function packEach(text: string, annotations: readonly Annotation[]): PackedAnnotations {
  const types = new Map<string, number>()
  const origins = new Map<string, number>()
  return {
    id: annotations.map(({ id }) => id),
    type: annotations.map(({ type }) => placeOf(types, type)),
    origin: annotations.map(({ origin }) => placeOf(origins, JSON.stringify(origin))),
    start: annotations.map(({ spans }) => spans[0]?.start ?? 0),
    end: annotations.map(({ spans }) => spans[0]?.end ?? 0),
    createdAt: annotations.map(({ createdAt }) => createdAt),
    more: annotations.flatMap((annotation, at) => {
      const more = whatElse(text, annotation)
      return Object.keys(more).length === 0 ? [] : [[at, more] as const]
    }),
    types: [...types.keys()],
    origins: [...origins.keys()].map(origin => JSON.parse(origin) as Annotation['origin']),
  }
}

function placeOf(places: Map<string, number>, value: string): number {
  const known = places.get(value)
  if (known !== undefined) return known
  places.set(value, places.size)
  return places.size - 1
}

/** What the columns do not say of an annotation. */
function whatElse(text: string, annotation: Annotation): Partial<Annotation> {
  const { id, type, origin, createdAt, updatedAt, spans, quote, attributes, ...more } = annotation
  return {
    ...more,
    ...(updatedAt === createdAt ? {} : { updatedAt }),
    ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
    ...(spans.length === 1 && hasKeys(spans, 2) ? {} : { spans }),
    ...(isAsDescribed(text, spans, quote) ? {} : { quote }),
  }
}

function isAsDescribed(
  text: string,
  spans: Annotation['spans'],
  quote: Annotation['quote'],
): boolean {
  if (quote.length !== spans.length || !hasKeys(quote, 3)) return false
  return describeSpans(text, spans).every(({ exact, prefix, suffix }, at) => {
    const kept = quote[at]
    return kept?.exact === exact && kept.prefix === prefix && kept.suffix === suffix
  })
}

/** Files may hold keys that Assay does not know: those stay. */
function hasKeys(values: readonly object[], count: number): boolean {
  return values.every(value => Object.keys(value).length === count)
}

function unpackAnnotations(text: string, packed: PackedAnnotations): Annotation[] {
  const annotations = packed.id.map((id, at): Annotation => {
    const createdAt = packed.createdAt[at] ?? ''
    const spans = [{ start: packed.start[at] ?? 0, end: packed.end[at] ?? 0 }]
    return {
      id,
      type: packed.types[packed.type[at] ?? 0] ?? '',
      spans,
      quote: describeSpans(text, spans),
      attributes: {},
      createdAt,
      updatedAt: createdAt,
      origin: packed.origins[packed.origin[at] ?? 0] ?? { by: 'person' },
    }
  })
  for (const [at, more] of packed.more) {
    const annotation = annotations[at]
    if (annotation === undefined) continue
    const spans = more.spans ?? annotation.spans
    annotations[at] = { ...annotation, quote: describeSpans(text, spans), ...more }
  }
  return annotations
}
