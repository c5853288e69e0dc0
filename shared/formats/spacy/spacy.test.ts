import { decode } from '@msgpack/msgpack'
import fc from 'fast-check'
import { unzlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { ExportArticle } from '../format'
import { jsonl } from '../jsonl'
import { goldProject } from '../testing/gold-project'
import type { Files } from '../testing/memory-project'
import { exportArticles, exportContext, exportFiles, linesOf } from '../testing/memory-project'
import { projectFromTape } from '../testing/project-from-tape'
import { spacy } from './spacy'
import { spacyTokens } from './spacy-tokens'
import { stringKey } from './string-key'

type Read = Record<string, unknown>
type Line = {
  readonly id: string
  readonly text: string
  readonly annotations: readonly {
    readonly id: string
    readonly type: string
    readonly annotator: string
    readonly spans: readonly { start: number; end: number; text: string }[]
    readonly attributes: Read
  }[]
  readonly relations: readonly { id: string }[]
}
type Example = {
  readonly text: string
  readonly tokens: readonly { text: string; start: number; end: number; ws: boolean }[]
  readonly spans: readonly (Read & {
    start: number
    end: number
    token_start: number
    token_end: number
  })[]
  readonly relations: readonly Read[]
  readonly other_relations?: readonly Read[]
  readonly meta: Read
  readonly answer: string
  readonly _annotator_id?: string
}

const parsed = <Value>(files: Files, name: string): Value[] =>
  linesOf(files.get(name) ?? '').map(line => JSON.parse(line) as Value)

/** The documents of an export as a MessagePack library reads them. */
function docsOf(files: Files): { text: string; spans: unknown[]; assay: unknown }[] {
  const names = [...files.keys()].filter(name => name.startsWith('docbin/')).sort()
  return names.flatMap(name => {
    const latin1 = files.get(name) ?? ''
    const packed = Uint8Array.from(latin1, character => character.charCodeAt(0))
    const bin = decode(unzlibSync(packed)) as Record<
      'tokens' | 'spaces' | 'lengths',
      Uint8Array
    > & { strings: string[]; span_groups: Uint8Array[]; user_data: Uint8Array[] }
    const words = new Map(bin.strings.map(word => [stringKey(word), word]))
    const view = (bytes: Uint8Array): DataView =>
      new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const wordOf = (bytes: Uint8Array, at: number, isLittle: boolean): string => {
      const word = words.get(view(bytes).getBigUint64(at, isLittle))
      if (word === undefined) throw new RangeError('No string has this hash')
      return word
    }
    let at = 0
    return bin.span_groups.map((groups, index) => {
      const from = at
      at += view(bin.lengths).getInt32(index * 4, true)
      const text = Array.from(
        { length: at - from },
        (_, token) =>
          wordOf(bin.tokens, (from + token) * 8, true) +
          (bin.spaces[from + token] === 1 ? ' ' : ''),
      ).join('')
      const spans = (decode(groups) as Uint8Array[]).flatMap(group =>
        (decode(group) as { spans: Uint8Array[] }).spans.map(span => [
          wordOf(span, 0, false),
          wordOf(span, 16, false),
          view(span).getInt32(32),
          view(span).getInt32(36),
        ]),
      )
      const data = decode(bin.user_data[index] ?? new Uint8Array()) as { assay: unknown }
      return { text, spans, assay: data.assay }
    })
  })
}

describe('an export for spaCy and Prodigy', () => {
  it('has every annotation of the dataset in both files, on whole tokens', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 250, size: 'max' }), tape => {
        const project = projectFromTape(tape, { isSound: false })
        const files = exportFiles(project, spacy, 'codepoint')
        const lines = parsed<Line>(exportFiles(project, jsonl, 'codepoint'), 'articles.jsonl')
        expect(docsOf(files)).toEqual(
          lines.map(({ text, ...rest }) => ({
            text,
            spans: rest.annotations.flatMap(({ id, type, spans }) =>
              spans.map(({ start, end }) => [id, type, start, end]),
            ),
            assay: rest,
          })),
        )
        const examples = parsed<Example>(files, 'prodigy.jsonl')
        for (const { text, tokens, spans } of examples) {
          expect(tokens.map(token => token.text + (token.ws ? ' ' : '')).join('')).toBe(text)
          const points = [...text]
          for (const span of spans) {
            expect(points.slice(span.start, span.end).join('')).toBe(span['text'])
            expect(tokens[span.token_start]?.start).toBe(span.start)
            expect(tokens[span.token_end]?.end).toBe(span.end)
          }
        }
        const byAnnotator = (line: Line) =>
          line.annotations.flatMap(({ id, type, attributes, spans }) =>
            spans.map(({ start, end }) => ({ id, label: type, attributes, start, end })),
          )
        for (const line of lines) {
          const own = examples.filter(({ meta }) => meta['article'] === line.id)
          expect(own.length).toBeGreaterThan(0)
          const found = own.flatMap(({ spans }) => spans)
          expect(found).toHaveLength(byAnnotator(line).length)
          for (const span of byAnnotator(line))
            expect(found).toContainEqual(expect.objectContaining(span))
          const relations = own.flatMap(one => [...one.relations, ...(one.other_relations ?? [])])
          expect(relations.map(({ id }) => id).sort()).toEqual(
            line.relations.map(({ id }) => id).sort(),
          )
        }
      }),
    )
  })

  it('gives each annotator an example, and marks an article nobody has begun to be ignored', () => {
    const files = exportFiles(goldProject(), spacy, 'codepoint')
    const examples = parsed<Example>(files, 'prodigy.jsonl')
    expect(
      examples.map(({ meta, _annotator_id, answer, spans }) => [
        meta['title'],
        _annotator_id,
        answer,
        spans.length,
      ]),
    ).toEqual([
      ['Ferry “Lindø” late', 'Ada Brandt', 'accept', 6],
      ['Ferry “Lindø” late', 'Ben “B.” Osei, jr.', 'accept', 3],
      ['Harbour, log', 'Ada Brandt', 'accept', 2],
      ['', undefined, 'ignore', 0],
    ])
    expect(examples[0]?.relations).toMatchObject([{ label: 'part-of', head: 5, child: 6 }])
    expect(examples[1]?.other_relations).toMatchObject([{ type: 'contradicts' }])
  })

  it('lists each interrupted annotation with its words', () => {
    const project = goldProject()
    const writer = spacy.start(exportContext(project, 'codepoint'))
    const losses = exportArticles(project).flatMap(article => writer.article(article).losses)
    expect(
      losses.filter(({ kind }) => kind === 'interrupted').map(({ message }) => message),
    ).toEqual([
      'The quote on ““We lost €2.5 million 😡,” … “and it was a lie.”” became 2 spans with one id.',
    ])
    expect(spacy.losses['interrupted']?.(1)).toMatch(/^1 interrupted annotation became/)
  })

  it('tells two annotators of one name apart', () => {
    const project = goldProject()
    const context = exportContext(project, 'codepoint')
    const annotators = new Map(
      [...context.annotators].map(([id, annotator]) => [id, { ...annotator, name: 'Ada' }]),
    )
    const writer = spacy.start({ ...context, annotators })
    const lines = exportArticles(project).flatMap(
      article => writer.article(article).pieces[0]?.text?.split('\n') ?? [],
    )
    const names = lines
      .filter(line => line !== '')
      .map(line => (JSON.parse(line) as Example)._annotator_id)
    expect(new Set(names.filter(name => name !== undefined)).size).toBe(2)
  })

  it('writes a file of documents when it is large enough, and the rest at the end', () => {
    const project = goldProject()
    const writer = spacy.start(exportContext(project, 'codepoint'))
    const [article] = exportArticles(project)
    if (article === undefined) throw new RangeError('No article')
    const long: ExportArticle = {
      ...article,
      annotations: article.annotations.map(one => ({ ...one, note: 'x'.repeat(400_000) })),
    }
    const files = Array.from({ length: 4 }, () => writer.article(long).pieces)
      .concat([writer.end(new Set())])
      .flat()
      .filter(({ file }) => file.endsWith('.spacy'))
    expect(files.map(({ file, isLast }) => [file, isLast])).toEqual([
      ['docbin/00001.spacy', true],
      ['docbin/00002.spacy', true],
    ])
  })
})

describe('tokens for spaCy', () => {
  const texts = (text: string, spans: { start: number; end: number }[] = []): [string, boolean][] =>
    spacyTokens(text, spans).map(({ start, end, hasSpace }) => [text.slice(start, end), hasSpace])

  it.each([
    {
      name: 'one blank belongs to the token before',
      text: 'a b',
      expected: [
        ['a', true],
        ['b', false],
      ],
    },
    {
      name: 'a line break is a token',
      text: 'a\nb',
      expected: [
        ['a', false],
        ['\n', false],
        ['b', false],
      ],
    },
    {
      name: 'so is every other white space',
      text: 'a \t\u00a0b',
      expected: [
        ['a', true],
        ['\t\u00a0', false],
        ['b', false],
      ],
    },
    {
      name: 'a blank at the start is a token',
      text: ' a ',
      expected: [
        [' ', false],
        ['a', true],
      ],
    },
    {
      name: 'names of spaCy that moved are cut',
      text: 'in IDX',
      expected: [
        ['in', true],
        ['I', false],
        ['DX', false],
      ],
    },
  ])('$name', ({ text, expected }) => {
    expect(texts(text)).toEqual(expected)
  })

  it('let a span begin and end in white space', () => {
    expect(texts('ab cd', [{ start: 2, end: 5 }])).toEqual([
      ['ab', false],
      [' ', false],
      ['cd', false],
    ])
    expect(texts('ab cd', [{ start: 0, end: 3 }])).toEqual([
      ['ab', false],
      [' ', false],
      ['cd', false],
    ])
    expect(
      texts('ab cd', [
        { start: 0, end: 2 },
        { start: 3, end: 4 },
      ]),
    ).toEqual([
      ['ab', true],
      ['c', false],
      ['d', false],
    ])
  })
})
