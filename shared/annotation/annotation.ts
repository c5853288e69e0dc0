import * as z from 'zod'
import { slugSchema } from '../codebook/codebook'
import { quoteSchema } from '../text/quote'
import type { Quote } from '../text/quote'
import { describeQuote } from '../text/quote'
import type { Span } from '../text/span'
import { hullOf, joinSpans, spanFault, spanSchema } from '../text/span'
import { articleIdSchema } from '../article/article'

export const annotationIdSchema = z.uuid().brand<'AnnotationId'>()
export type AnnotationId = z.infer<typeof annotationIdSchema>

export const annotatorIdSchema = z.uuid().brand<'AnnotatorId'>()
export type AnnotatorId = z.infer<typeof annotatorIdSchema>

export const sourceIdSchema = z.uuid().brand<'SourceId'>()
export type SourceId = z.infer<typeof sourceIdSchema>

const decimal = z.string().regex(/^-?\d+(?:\.\d+)?$/, 'A number is written as 1600 or 4.5')

/** A figure's number as decimal strings, so that no digit is lost; one number has `min` equal to `max`, an open range leaves one out. */
export const numberValueSchema = z
  .strictObject({ min: decimal.optional(), max: decimal.optional() })
  .refine(value => value.min !== undefined || value.max !== undefined, 'A number needs a value')
export type NumberValue = z.infer<typeof numberValueSchema>

/** By the attribute's kind: choice, text, date (ISO 8601, maybe partial) and source (an id) are strings, yes-no is a boolean. */
export const attributeValueSchema = z.union([z.string(), z.boolean(), numberValueSchema])
export type AttributeValue = z.infer<typeof attributeValueSchema>

/** Who or what made an annotation; programs that suggest get their own kind later. */
const originSchema = z.looseObject({
  by: z.enum(['person', 'import', 'suggestion']),
  /** The file or program, when it was not a person. */
  from: z.string().optional(),
})

const time = z.iso.datetime({ precision: 3 })

/** One tag on one or more spans of one article. `quote[i]` holds the words of `spans[i]`: the checksum of the offsets. */
export const annotationSchema = z.looseObject({
  id: annotationIdSchema,
  type: slugSchema,
  spans: z.array(spanSchema).min(1),
  quote: z.array(quoteSchema).min(1),
  /** An attribute that is not set is absent, never null. */
  attributes: z.record(slugSchema, attributeValueSchema),
  note: z.string().optional(),
  createdAt: time,
  updatedAt: time,
  origin: originSchema,
  externalId: z.string().optional(),
})
export type Annotation = z.infer<typeof annotationSchema>

const relationEndSchema = z.looseObject({
  article: articleIdSchema,
  annotation: annotationIdSchema,
})

/** A directed, typed link between two annotations, stored with the article and annotator of its `from` end. */
export const relationSchema = z.looseObject({
  id: z.uuid(),
  type: slugSchema,
  from: relationEndSchema,
  to: relationEndSchema,
  createdAt: time,
  externalId: z.string().optional(),
})
export type Relation = z.infer<typeof relationSchema>

/** A person, organisation or group who says something, kept once per project. */
export const sourceSchema = z.looseObject({
  format: z.literal('assay-source'),
  version: z.int().min(1),
  minReader: z.int().min(1),
  id: sourceIdSchema,
  name: z.string().min(1),
  kind: z.enum(['person', 'organisation', 'group', 'unknown']),
  aliases: z.array(z.string()),
  /** The source this one was found to be; kept only while annotations still name this one. */
  mergedInto: sourceIdSchema.optional(),
  externalId: z.string().optional(),
})
export type Source = z.infer<typeof sourceSchema>

/** Whose annotations these are. */
export const annotatorSchema = z.looseObject({
  format: z.literal('assay-annotator'),
  version: z.int().min(1),
  minReader: z.int().min(1),
  id: annotatorIdSchema,
  name: z.string().min(1),
  externalId: z.string().optional(),
})
export type Annotator = z.infer<typeof annotatorSchema>

export type NewAnnotation = {
  readonly id: AnnotationId
  readonly type: string
  readonly spans: readonly Span[]
  /** Time of creation, UTC with milliseconds. */
  readonly at: string
  readonly attributes?: Readonly<Record<string, AttributeValue>>
}

/**
 * An annotation a person makes on `text`, with the words of each span written down. Throws RangeError
 * when a span is not a span of `text`: the caller holds the text, so that is a bug.
 */
export function createAnnotation(text: string, given: NewAnnotation): Annotation {
  for (const span of given.spans) {
    const fault = spanFault(text, span)
    if (fault !== undefined) throw new RangeError(`Not a span of this text: ${fault}`)
  }
  const spans = joinSpans(given.spans)
  return {
    id: given.id,
    type: given.type,
    spans,
    quote: describeSpans(text, spans),
    attributes: { ...given.attributes },
    createdAt: given.at,
    updatedAt: given.at,
    origin: { by: 'person' },
  }
}

/** The words of each span, in the order of the spans. */
export function describeSpans(text: string, spans: readonly Span[]): Quote[] {
  return spans.map(span => describeQuote(text, span))
}

/** First start, then last end, then type, then id: the order of files and exports. */
export function compareAnnotations(a: Annotation, b: Annotation): number {
  const first = hullOf(a.spans)
  const second = hullOf(b.spans)
  return (
    first.start - second.start ||
    first.end - second.end ||
    compareText(a.type, b.type) ||
    compareText(a.id, b.id)
  )
}

/** By UTF-16 code units, the same on every machine and in every language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
