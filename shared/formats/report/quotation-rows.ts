import type { Annotation, SourceId } from '../../annotation/annotation'
import { compareAnnotations, compareText } from '../../annotation/annotation'
import type { AnnotationType } from '../../codebook/codebook'
import { typeOf } from '../../codebook/codebook'
import { foldedLetters } from '../../text/fold-text'
import type { ExportArticle, ExportContext } from '../format'
import type { ReadableAttribute } from '../reports/readable-values'
import { readableAttributes, readableDate } from '../reports/readable-values'
import { annotatorName } from '../tables/annotator-name'

/** One span as the report lists it; everything is words for people. */
export type QuotationRow = {
  readonly annotation: string
  readonly words: string
  readonly typeKey: string
  readonly type: string
  /** “part 1 of 2” of an interrupted quote. */
  readonly part: string | undefined
  readonly title: string
  readonly publisher: string | undefined
  /** As it is kept, for the order; empty when the article has no date. */
  readonly published: string
  readonly date: string | undefined
  /** But for the source that the row is listed under. */
  readonly attributes: readonly ReadableAttribute[]
  readonly note: string | undefined
  readonly annotator: string
}

/** What one source said, or what nobody is named for. */
export type QuotationGroup = {
  readonly name: string
  /** “person, also: R. O.”; `undefined` where there is no source. */
  readonly about: string | undefined
  readonly rows: readonly QuotationRow[]
}

/** Rows by the source they are listed under; `undefined` for those without one. */
export type CollectedRows = Map<SourceId | undefined, QuotationRow[]>

/** Add a row for each span of `article` under the first source that its annotation names. */
export function collectRows(
  article: ExportArticle,
  context: ExportContext,
  collected: CollectedRows,
): void {
  for (const annotation of article.annotations.toSorted(compareAnnotations)) {
    const type = typeOf(context.codebook, annotation.type)
    const named = sourceOf(annotation, type, context)
    const rows = collected.get(named?.source) ?? []
    collected.set(named?.source, rows)
    const attributes = readableAttributes(
      { ...annotation, attributes: without(annotation.attributes, named?.attribute) },
      type,
      context.sources,
    )
    const { spans, quote, note } = annotation
    quote.forEach(({ exact }, index) => {
      rows.push({
        annotation: annotation.id,
        words: exact,
        typeKey: annotation.type,
        type: type?.label ?? annotation.type,
        part: spans.length > 1 ? `part ${index + 1} of ${spans.length}` : undefined,
        title: article.title.trim() === '' ? 'Untitled article' : article.title,
        publisher: article.metadata['publisher']?.value ?? article.metadata['agency']?.value,
        published: article.metadata['published']?.value ?? '',
        date:
          article.metadata['published'] === undefined
            ? undefined
            : readableDate(article.metadata['published'].value),
        // Said once: the parts of a quote have all of it in common.
        attributes: index === 0 ? attributes : [],
        note: index === 0 && note !== '' ? note : undefined,
        annotator: annotatorName(annotation.annotator, context),
      })
    })
  }
}

/** The groups ordered by name, what has no source last; the rows of each by date, undated ones last. */
export function groupsOf(collected: CollectedRows, { sources }: ExportContext): QuotationGroup[] {
  return [...collected]
    .map(([id, rows]) => {
      const source = id === undefined ? undefined : sources.get(id)
      const aliases = source?.aliases ?? []
      return {
        hasSource: id !== undefined,
        name: source?.name ?? 'No source named',
        about:
          source === undefined
            ? undefined
            : [
                ...(source.kind === 'unknown' ? [] : [source.kind]),
                ...(aliases.length === 0 ? [] : [`also: ${aliases.join(', ')}`]),
              ].join(' · '),
        rows: rows.toSorted((a, b) => compareDates(a.published, b.published)),
      }
    })
    .sort(
      (a, b) =>
        Number(b.hasSource) - Number(a.hasSource) ||
        compareText(foldedLetters(a.name), foldedLetters(b.name)),
    )
}

function compareDates(a: string, b: string): number {
  return Number(a === '') - Number(b === '') || compareText(a, b)
}

type NamedSource = { readonly attribute: string; readonly source: SourceId }

/** The first attribute of the codebook that names a source the project knows. */
function sourceOf(
  { attributes }: Annotation,
  type: AnnotationType | undefined,
  { sources }: ExportContext,
): NamedSource | undefined {
  for (const { key, kind } of type?.attributes ?? []) {
    const value = Object.hasOwn(attributes, key) ? attributes[key] : undefined
    if (kind === 'source' && typeof value === 'string' && sources.has(value as SourceId))
      return { attribute: key, source: value as SourceId }
  }
  return undefined
}

function without(
  attributes: Annotation['attributes'],
  left: string | undefined,
): Annotation['attributes'] {
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => key !== left))
}
