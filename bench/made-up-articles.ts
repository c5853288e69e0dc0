import type { AnnotationId, AnnotatorId, SourceId } from '../shared/annotation/annotation'
import { compareAnnotations, createAnnotation } from '../shared/annotation/annotation'
import type { ArticleId } from '../shared/article/article'
import { documentFromText } from '../shared/article/plain-text'
import { defaultCodebook } from '../shared/codebook/default-codebook'
import type { ExportArticle, ExportContext } from '../shared/formats/format'
import { madeUpSpan, madeUpText, seededRandom } from './made-up-project'

/** Texts and annotations that are made; articles beyond take them again under ids of their own. */
const distinct = 500
const at = '2026-03-02T08:15:30.250Z'
const annotator = idOf(3, 1) as AnnotatorId
const source = idOf(4, 1) as SourceId

/** A UUIDv7 with these two numbers in it; orders by them. */
function idOf(series: number, number: number): string {
  const digits = number.toString(16).padStart(12, '0')
  return `0195${String(series).padStart(4, '0')}-0000-7000-8000-${digits}`
}

const attributes = [
  { stance: 'asserted', claimant: source },
  { speaker: source, cue: 'said', mode: 'direct' },
  { value: { min: '40', max: '45' }, unit: 'people', qualifier: 'range' },
]

/** An article of some 1,200 characters with `annotations` annotations, one of them interrupted, and two relations. */
function madeUpArticle(number: number, annotations: number): ExportArticle {
  const random = seededRandom(number)
  const text = `${madeUpText(1_200, random)}\n“Rene\u0301e 😡”`
  const made = Array.from({ length: annotations }, (_, index) => ({
    ...createAnnotation(text, {
      id: idOf(2, number * annotations + index) as AnnotationId,
      type: ['claim', 'quote', 'figure'][index % 3] ?? 'claim',
      spans: Array.from({ length: index === 1 ? 2 : 1 }, () => madeUpSpan(text, random)),
      at,
      attributes: attributes[index % 3] ?? {},
    }),
    annotator,
  }))
  return {
    id: idOf(1, number) as ArticleId,
    title: `Article ${number}`,
    text,
    document: documentFromText(text),
    metadata: { published: { value: '2026-02-01', from: 'text' } },
    status: { [annotator]: 'done' },
    annotations: made.toSorted(compareAnnotations),
    relations: [],
  }
}

/** Gives `count` articles for an export, ordered by id, made one at a time: each time the same. */
export function articleMaker(count: number, annotations: number): () => Generator<ExportArticle> {
  const patterns = Array.from({ length: Math.min(count, distinct) }, (_, number) =>
    madeUpArticle(number, annotations),
  )
  return () => articlesAfter(patterns, count, annotations)
}

function* articlesAfter(
  patterns: readonly ExportArticle[],
  count: number,
  annotations: number,
): Generator<ExportArticle> {
  for (let number = 0; number < count; number += 1) {
    const pattern = patterns[number % patterns.length]
    if (pattern === undefined) return
    const id = idOf(1, number) as ArticleId
    const own = pattern.annotations.map((annotation, index) => ({
      ...annotation,
      id: idOf(2, number * annotations + index) as AnnotationId,
    }))
    yield {
      ...pattern,
      id,
      title: `Article ${number}`,
      annotations: own.toSorted(compareAnnotations),
      relations: own.slice(0, 2).map(({ id: annotation }, index) => ({
        id: idOf(5, number * 2 + index),
        type: 'supports',
        annotator,
        from: { article: id, annotation },
        to: { article: id, annotation: own[2]?.id ?? annotation },
        createdAt: at,
      })),
    }
  }
}

/** The context of an export of such articles. */
export function madeUpContext(): ExportContext {
  const head = { version: 1, minReader: 1 }
  return {
    projectName: 'Made up',
    codebook: defaultCodebook,
    sources: new Map([
      [
        source,
        {
          format: 'assay-source',
          ...head,
          id: source,
          name: 'Harbour office',
          kind: 'organisation',
          aliases: [],
        },
      ],
    ]),
    annotators: new Map([
      [annotator, { format: 'assay-annotator', ...head, id: annotator, name: 'Ada Brandt' }],
    ]),
    offsetUnit: 'codepoint',
    includesText: true,
    forSpreadsheets: false,
    splits: [],
    isExported: () => true,
  }
}
