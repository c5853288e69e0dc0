import type { Annotation, AnnotatorId, Relation, SourceId } from '../../annotation/annotation'
import { describeSpans } from '../../annotation/annotation'
import { kindOf } from '../attribute-words'
import type { ExportArticle, ExportContext, Owned } from '../format'
import { jsonLine, withSortedKeys } from '../json-text'
import { annotatorLine } from '../side-files'
import { iriOf } from './iri'

/**
 * An annotation as JSON-LD: its type is a tag, its note a comment, attributes and origin are one JSON text that
 * describes it. Each span is a target, found by position (code points, as §4.2.5 wants them) and by its words.
 */
export function annotationJson(
  annotation: Owned<Annotation>,
  { id, text }: Pick<ExportArticle, 'id' | 'text'>,
  offsetOf: (utf16: number) => number,
  context: ExportContext,
): unknown {
  const quotes = describeSpans(text, annotation.spans).map(quote =>
    // What stands around the words is article text, too.
    context.includesText ? quote : { exact: quote.exact },
  )
  const targets = annotation.spans.map(({ start, end }, index) => ({
    type: 'SpecificResource',
    source: iriOf(id),
    selector: [
      { type: 'TextPositionSelector', start: offsetOf(start), end: offsetOf(end) },
      { type: 'TextQuoteSelector', ...quotes[index] },
    ],
  }))
  const { note } = annotation
  return {
    id: iriOf(annotation.id),
    type: 'Annotation',
    motivation: 'tagging',
    creator: creatorOf(annotation.annotator, context),
    created: annotation.createdAt,
    modified: annotation.updatedAt,
    body: [
      { type: 'TextualBody', purpose: 'tagging', value: annotation.type },
      description({
        attributes: attributesJson(annotation, context),
        origin: annotation.origin,
        external_id: annotation.externalId,
      }),
      ...(note === undefined || note === ''
        ? []
        : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: note }]),
    ],
    target: targets.length === 1 ? targets[0] : targets,
  }
}

/**
 * A relation as an annotation that links: its target is the annotation it starts from, its body the one it goes to and
 * what kind of link it is; `scope` names the article each of them stands on.
 */
export function relationJson(relation: Owned<Relation>, context: ExportContext): unknown {
  const { from, to, externalId } = relation
  return {
    id: iriOf(relation.id),
    type: 'Annotation',
    motivation: 'linking',
    creator: creatorOf(relation.annotator, context),
    created: relation.createdAt,
    body: [
      { type: 'TextualBody', purpose: 'tagging', value: relation.type },
      { ...endJson(to), purpose: 'linking' },
      ...(externalId === undefined ? [] : [description({ external_id: externalId })]),
    ],
    target: endJson(from),
  }
}

function endJson({ article, annotation }: Relation['from']) {
  return { type: 'SpecificResource', source: iriOf(annotation), scope: iriOf(article) }
}

function creatorOf(id: AnnotatorId, context: ExportContext): unknown {
  return { id: iriOf(id), type: 'Person', name: annotatorLine(id, context).name }
}

/** JSON as a text, because JSON-LD gives keys that its context does not know no meaning, and may drop them. */
function description(value: Readonly<Record<string, unknown>>): unknown {
  return {
    type: 'TextualBody',
    purpose: 'describing',
    format: 'application/json',
    value: jsonLine(withSortedKeys(value)),
  }
}

/** Attributes as the dataset has them, but a source with its name, so that a reader needs no other file. */
function attributesJson(
  { type, attributes }: Annotation,
  { codebook, sources }: ExportContext,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => {
      const source =
        kindOf(codebook, type, key) === 'source' ? sources.get(value as SourceId) : undefined
      return [key, source === undefined ? value : { source: iriOf(source.id), name: source.name }]
    }),
  )
}
