import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Annotation, AnnotationId, AnnotatorId } from '../annotation/annotation'
import { createAnnotation } from '../annotation/annotation'
import type { Article } from '../article/article'
import { documentFromText } from '../article/plain-text'
import { isInsideSurrogatePair } from '../text/span'
import type { Span } from '../text/span'
import type { ArticleReading } from './article-reading'
import type { PackedReading } from './packed-reading'
import { packReading, unpackReading } from './packed-reading'

const text = 'The bridge “fell” 😡\nat 1,600 metres, e\u0301tat said. '.repeat(9)

const ends = fc
  .integer({ min: 0, max: text.length })
  .filter(offset => !isInsideSurrogatePair(text, offset))

const spans: fc.Arbitrary<Span[]> = fc
  .uniqueArray(ends, { minLength: 2, maxLength: 6 })
  .map(offsets => offsets.sort((a, b) => a - b))
  .map(offsets =>
    offsets.flatMap((start, at) => {
      const end = offsets[at + 1]
      return at % 2 === 1 || end === undefined ? [] : [{ start, end }]
    }),
  )

const times = fc.constantFrom('2026-01-05T10:00:00.000Z', '2026-01-05T10:00:00.001Z')

/** What people, imports and newer programs may have added or changed. */
const others = fc.record(
  {
    updatedAt: times,
    attributes: fc.constantFrom({}, { mode: 'direct' }, { value: { min: '1600', max: '1600' } }),
    note: fc.string(),
    origin: fc.constantFrom({ by: 'import', from: 'a.csv' }, { by: 'suggestion', sure: 0.5 }),
    quote: fc.constantFrom(
      [{ exact: 'as it was', prefix: '', suffix: '' }],
      [{ exact: 'The', prefix: '', suffix: ' bridge', kept: 1 }],
    ),
    externalId: fc.string(),
    unknown: fc.jsonValue(),
  },
  { requiredKeys: [] },
)

const annotations = fc
  .array(fc.tuple(fc.uuid(), spans, times, others), { maxLength: 12 })
  .map(list =>
    list.map(([id, where, at, more]) => ({
      ...createAnnotation(text, {
        id: id as AnnotationId,
        type: id < '8' ? 'claim' : 'quote',
        spans: where,
        at,
      }),
      ...(more as object),
    })),
  )

const article = {
  format: 'assay-article',
  version: 1,
  minReader: 1,
  id: '0197e000-0000-7000-8000-000000000001',
  title: 'A bridge',
  metadata: {},
  text,
  textSha256: 'not checked here',
  document: documentFromText(text),
  original: { name: 'a.txt' },
} as unknown as Article

const readingOf = (list: readonly Annotation[]): ArticleReading => ({
  article,
  edits: { title: 'The bridge' },
  sets: [
    {
      annotator: '0197e000-0000-7000-8000-00000000000a' as AnnotatorId,
      status: 'new',
      annotations: list,
      relations: [],
      lost: list.slice(0, 1),
    },
  ],
})

const throughJson = (packed: PackedReading): PackedReading =>
  JSON.parse(JSON.stringify(packed)) as PackedReading

test('a reading is the same after it was packed, sent and unpacked', () => {
  fc.assert(
    fc.property(annotations, list => {
      const reading = readingOf(list)
      expect(unpackReading(throughJson(packReading(reading)))).toEqual(
        JSON.parse(JSON.stringify(reading)),
      )
    }),
  )
})

test('nothing is sent that follows from the rest', () => {
  const plain = Array.from({ length: 15 }, (_, at) =>
    createAnnotation(text, {
      id: `0197e000-0000-7000-8000-${at.toString().padStart(12, '0')}` as AnnotationId,
      type: 'claim',
      spans: [{ start: at, end: at + 3 }],
      at: '2026-01-05T10:00:00.000Z',
    }),
  )
  const { article: sent, sets } = packReading(readingOf(plain))
  expect(sent).not.toHaveProperty('text')
  expect(sets[0]?.annotations.more).toEqual([])
})
