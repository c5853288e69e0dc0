import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsedJson } from '../json-text'
import { readDatasetLine } from './read-line'
import type { ReadLine } from './read-line'

const text = '“We lost 😡,” he said, “and it was a lie.”'

const annotation = {
  id: 'T1',
  type: 'Quote',
  annotator: 'ada',
  spans: [
    { start: 0, end: 12, text: '“We lost 😡,”' },
    { start: 22, end: 41, text: '“and it was a lie.”' },
  ],
  attributes: { mode: 'direct' },
  note: 'Check',
  created_at: '2026-01-01T00:00:00.000Z',
  updated_at: '2026-01-02T00:00:00.000Z',
  origin: { by: 'person' },
}

function lineOf(change: object): string {
  return JSON.stringify({ id: 'doc-1', title: 'Ferry', text, annotations: [annotation], ...change })
}

function read(json: string): ReadLine {
  const result = readDatasetLine(parsedJson(json), 4)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

/** The line with its only annotation changed. */
const withAnnotation = (change: object): string =>
  lineOf({ annotations: [{ ...annotation, ...change }] })

describe('a line of a dataset', () => {
  it('is read with its places in UTF-16, and nothing else of it is lost', () => {
    const { line, items } = read(
      lineOf({
        external_id: 'wire/1',
        metadata: { published: '2022-01', pages: 3, authors: ['A', 'B'], place: null, url: '' },
        offset_unit: 'codepoint',
        status: { ada: 'done' },
        relations: [
          {
            id: 7,
            type: 'supports',
            annotator: 'ada',
            from: { annotation: 'T1' },
            to: { article: 'doc-2', annotation: 'T9' },
            created_at: '2026-01-03T00:00:00.000Z',
          },
        ],
        sources: [{ id: 's1', name: 'Harbour office', kind: 'ministry', aliases: ['H. O.', 4] }],
      }),
    )
    expect(items).toEqual([])
    expect(line).toEqual({
      number: 4,
      id: 'doc-1',
      externalId: 'wire/1',
      title: 'Ferry',
      text,
      metadata: [
        ['published', '2022-01'],
        ['pages', '3'],
        ['authors', 'A; B'],
      ],
      status: [['ada', 'done']],
      annotations: [
        {
          id: 'T1',
          externalId: undefined,
          type: 'Quote',
          annotator: 'ada',
          spans: [
            { start: 0, end: 13 },
            { start: 23, end: 42 },
          ],
          attributes: [['mode', 'direct']],
          note: 'Check',
          createdAt: '2026-01-01T00:00:00.000Z',
          updatedAt: '2026-01-02T00:00:00.000Z',
          origin: { by: 'person' },
        },
      ],
      relations: [
        {
          id: '7',
          externalId: undefined,
          type: 'supports',
          annotator: 'ada',
          from: { article: 'doc-1', annotation: 'T1' },
          to: { article: 'doc-2', annotation: 'T9' },
          createdAt: '2026-01-03T00:00:00.000Z',
        },
      ],
      sources: [
        {
          id: 's1',
          externalId: undefined,
          name: 'Harbour office',
          kind: 'unknown',
          aliases: ['H. O.'],
        },
      ],
    })
  })

  it.each([
    { name: 'is no JSON', json: '{', says: 'it is not a JSON object' },
    { name: 'is empty', json: '', says: 'it is not a JSON object' },
    { name: 'is a list', json: '[]', says: 'it is not a JSON object' },
    { name: 'has no id', json: lineOf({ id: '' }), says: 'no “id”' },
    { name: 'has an endless id', json: lineOf({ id: 'x'.repeat(1001) }), says: 'no “id”' },
    { name: 'has a fraction for an id', json: lineOf({ id: 1.5 }), says: 'no “id”' },
    { name: 'has no text', json: lineOf({ text: 7 }), says: 'no “text”' },
    {
      name: 'has its text from a prototype',
      json: '{"id":"a","__proto__":{"text":"b"}}',
      says: 'no “text”',
    },
    { name: 'counts in bytes', json: lineOf({ offset_unit: 'byte' }), says: '“offset_unit”' },
    {
      name: 'nests without end',
      json: `{"id":"a","text":"","metadata":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      says: 'nests deeper',
    },
  ])('that $name is refused with its number', ({ json, says }) => {
    const result = readDatasetLine(parsedJson(json), 4)
    expect(result).toMatchObject({ ok: false, error: { kind: 'refused' } })
    const message = result.ok ? '' : result.error.message
    expect(message).toContain('Line 4')
    expect(message).toContain(says)
  })

  it.each([
    { name: 'no id', change: { id: null }, says: 'no id' },
    { name: 'no type', change: { type: {} }, says: 'no type' },
    { name: 'no spans', change: { spans: [] }, says: 'no list of spans' },
    {
      name: 'spans that are none',
      change: { spans: [annotation.spans[0], 7] },
      says: 'no list of spans',
    },
    {
      name: 'a span without words',
      change: { spans: [{ start: 0, end: 2 }] },
      says: 'cannot be verified',
    },
    {
      name: 'the wrong words',
      change: { spans: [{ start: 0, end: 2, text: '“w' }] },
      says: 'stands ““W” instead of ““w”',
    },
    {
      name: 'offsets of the other unit',
      change: { spans: [{ start: 23, end: 42, text: '“and it was a lie.”' }] },
      says: 'are not places of the text',
    },
    {
      name: 'offsets of the other unit further in',
      change: { spans: [{ start: 10, end: 13, text: ',”' }] },
      says: 'instead of',
    },
    {
      name: 'an end before its start',
      change: { spans: [{ start: 3, end: 3, text: '' }] },
      says: 'ends before it starts',
    },
    {
      name: 'a negative start',
      change: { spans: [{ start: -1, end: 3, text: '“We' }] },
      says: 'are not places',
    },
    {
      name: 'a fraction',
      change: { spans: [{ start: 0.5, end: 3, text: '“We' }] },
      says: 'are not places',
    },
    {
      name: 'a huge number',
      change: { spans: [{ start: 0, end: 2 ** 53, text: '“We' }] },
      says: 'are not places',
    },
    {
      name: 'a number as words',
      change: { spans: [{ start: '0', end: '3', text: '“We' }] },
      says: 'are not places',
    },
  ])('refuses an annotation with $name, with its words, and keeps the rest', ({ change, says }) => {
    const { line, items } = read(withAnnotation(change))
    expect(line.annotations).toEqual([])
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ kind: 'refused', line: 4, article: 'doc-1' })
    expect(items[0]?.message).toContain(says)
    const spans = 'spans' in change && Array.isArray(change.spans) ? change.spans : annotation.spans
    const words = spans.flatMap((span: unknown) =>
      typeof span === 'object' ? [(span as { text?: string }).text ?? ''] : [],
    )
    expect(items[0]?.words).toEqual(words)
  })

  it('refuses an offset inside a surrogate pair in UTF-16', () => {
    const inside = { start: 0, end: 10, text: '“We lost \ud83d' }
    const { line, items } = read(
      lineOf({ offset_unit: 'utf16', annotations: [{ ...annotation, spans: [inside] }] }),
    )
    expect(line.annotations).toEqual([])
    expect(items[0]?.message).toContain('are not places')
  })

  it.each([
    { name: 'a list', value: [1], isKept: false },
    { name: 'an object that is no number', value: { minimum: '1' }, isKept: false },
    { name: 'an open range', value: { min: '1' }, isKept: true },
    { name: 'a number beyond plain notation', value: 1e21, isKept: false },
    { name: 'a plain number', value: 4.5, isKept: true },
    { name: 'a range with something else in it', value: { min: '1', max: 'many' }, isKept: false },
    { name: 'an empty word', value: '', isKept: true },
    { name: 'no', value: false, isKept: true },
  ])('lists an attribute that is $name when it cannot be one', ({ value, isKept }) => {
    const { line, items } = read(withAnnotation({ attributes: { size: value } }))
    expect(line.annotations[0]?.attributes).toEqual(isKept ? [['size', value]] : [])
    expect(items.map(item => item.kind)).toEqual(isKept ? [] : ['remark'])
  })

  it('takes hostile names as names, and no object gets a prototype from them', () => {
    const json = lineOf({
      status: { constructor: 'done' },
      annotations: [],
    }).replace(
      '"annotations":[]',
      '"metadata":{"__proto__":{"polluted":"yes"},"toString":"x"},"annotations":[]',
    )
    const { line, items } = read(json)
    expect(line.metadata).toEqual([['toString', 'x']])
    expect(line.status).toEqual([['constructor', 'done']])
    expect(items.map(item => item.message)).toEqual([
      'Metadata under the name “__proto__” was left out.',
    ])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('replaces half characters one for one, so that every offset still holds', () => {
    const { line, items } = read(
      `{"id":"a","text":"x\\ud83dyz","annotations":[{"id":"1","type":"t","spans":[{"start":1,"end":3,"text":"\\ud83dy"}]}]}`,
    )
    expect(line.text).toBe('x\ufffdyz')
    expect(line.annotations[0]?.spans).toEqual([{ start: 1, end: 3 }])
    expect(items.map(item => item.kind)).toEqual(['remark'])
  })

  it.each([
    ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
    ['2026-01-01T02:00:00+02:00', '2026-01-01T00:00:00.000Z'],
    ['2026-01-01 00:00:00.123456', '2026-01-01T00:00:00.123Z'],
    ['2026-13-01T00:00:00Z', undefined],
    ['yesterday', undefined],
    [1767225600, undefined],
  ])('reads the time %s as %s', (given, expected) => {
    const { line } = read(withAnnotation({ created_at: given }))
    expect(line.annotations[0]?.createdAt).toBe(expected)
  })

  it('never throws, whatever stands in it', () => {
    const keys = fc.constantFrom(
      'id',
      'text',
      'spans',
      'start',
      'end',
      'type',
      'annotations',
      'relations',
      'sources',
      'status',
      'metadata',
      'offset_unit',
      'attributes',
      'from',
      'to',
      '__proto__',
    )
    const values = fc.letrec(tie => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(null, true, -1, 0, 3, 1e300, '', 'a', 'utf16', '\ud800'),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(keys, tie('value'), { maxKeys: 8 }),
      ),
    })).value
    const articles = fc
      .dictionary(keys, values)
      .map(value => ({ ...value, id: 'a', text: 'abc 😡' }))
    fc.assert(
      fc.property(fc.oneof(values, articles), value => {
        const result = readDatasetLine(parsedJson(JSON.stringify(value)), 1)
        if (!result.ok) expect(result.error.kind).toBe('refused')
      }),
      { numRuns: 1000 },
    )
  })
})
