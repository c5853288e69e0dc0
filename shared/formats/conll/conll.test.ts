import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../annotation/annotation'
import { lossCounter } from '../loss-summary'
import { goldIds, goldProject } from '../testing/gold-project'
import { exportArticles, exportContext, exportFiles } from '../testing/memory-project'
import { projectFromTape } from '../testing/project-from-tape'
import { conll } from './conll'
import { labelTokens } from './label-tokens'
import { tokenSentences } from './token-sentences'

const tapes = fc.array(fc.nat(), { maxLength: 250, size: 'max' })

type Row = { readonly token: string; readonly label: string }

/** Documents of sentences of rows, read as Python's `split` would. Throws for what is no such file. */
function readConll(text: string): Row[][][] {
  const documents: Row[][][] = []
  for (const block of text.split('\n\n').slice(0, -1)) {
    const rows = block.split('\n').map(line => {
      const [token, second, third, label, ...more] = line.split(/[\s\x1c-\x1f\x85]/)
      if (token === undefined || label === undefined || more.length > 0) throw new Error(line)
      expect([second, third]).toEqual(['-X-', '-X-'])
      return { token, label }
    })
    if (rows[0]?.token === '-DOCSTART-') documents.push([])
    else documents.at(-1)?.push(rows)
  }
  return documents
}

/** The words of the entities under strict IOB2: `I` follows only `B` or `I`. */
function entitiesOf(documents: readonly Row[][][]): string[] {
  const entities: string[][] = []
  for (const sentence of documents.flat()) {
    let before = 'O'
    for (const { token, label } of sentence) {
      if (label.startsWith('B-')) entities.push([token])
      if (label.startsWith('I-')) {
        expect(before.slice(1)).toBe(label.slice(1))
        entities.at(-1)?.push(token)
      }
      before = label
    }
  }
  return entities.map(words => words.join(' '))
}

const sentencesOf = (text: string, spans: { start: number; end: number }[] = []): string[] =>
  tokenSentences(text, spans).map(tokens =>
    tokens.map(({ start, end }) => text.slice(start, end)).join(' '),
  )

describe('sentences of tokens', () => {
  it('end at marks and line breaks, and not at abbreviations', () => {
    expect(
      sentencesOf(
        'Mr. Smith went. “Why?” he asked.\nThe U.S. Army left... 3.5 of them!) Then\u2028x',
      ),
    ).toEqual([
      'Mr . Smith went .',
      '“ Why ? ” he asked .',
      'The U.S. Army left ...',
      '3.5 of them ! )',
      'Then',
      'x',
    ])
  })

  it('never end inside a span, and do right behind it', () => {
    const text = 'It fell. He said so. All left.'
    expect(sentencesOf(text, [{ start: 3, end: 11 }])).toEqual([
      'It fell . He said so .',
      'All left .',
    ])
    expect(sentencesOf(text, [{ start: 3, end: 8 }])).toEqual([
      'It fell .',
      'He said so .',
      'All left .',
    ])
    expect(sentencesOf('a\n\nb', [{ start: 0, end: 4 }])).toEqual(['a b'])
    expect(sentencesOf(' \n')).toEqual([])
  })
})

describe('labels of tokens', () => {
  const tokens = [0, 2, 4, 6, 8].map(start => ({ start, end: start + 1 }))
  const on = (id: string, ...places: (readonly [number, number])[]) =>
    ({ id, spans: places.map(([start, end]) => ({ start, end })) }) as Annotation

  it('are those of the longest, then of what is still free', () => {
    const [inner, outer, crossing, apart] = [
      on('1', [2, 5]),
      on('2', [0, 5]),
      on('3', [4, 7]),
      on('4', [6, 9]),
    ]
    const { labels, taken, overlapping } = labelTokens(tokens, [inner, outer, crossing, apart])
    expect(labels).toEqual(['B', 'I', 'I', 'B', 'I'])
    expect(taken).toEqual([outer, apart])
    expect(overlapping).toEqual([inner, crossing])
  })

  it('begin again for each part, and leave out what has no token', () => {
    const parts = on('1', [0, 1], [2, 5], [9, 10])
    const blank = on('2', [5, 6])
    expect(labelTokens(tokens, [parts, blank])).toEqual({
      labels: ['B', 'B', 'I', undefined, undefined],
      taken: [parts],
      overlapping: [],
      blank: [blank],
    })
  })
})

describe('a CoNLL export', () => {
  it('has each annotation that it does not list, and the same tokens in every file of an annotator', () => {
    fc.assert(
      fc.property(tapes, tape => {
        const project = projectFromTape(tape, { isSound: false })
        const articles = exportArticles(project)
        const files = exportFiles(project, conll, 'codepoint')
        const writer = conll.start(exportContext(project, 'codepoint'))
        const counter = lossCounter(conll)
        const losses = articles.flatMap(article => writer.article(article).losses)
        counter.add(losses)
        const leftOut = new Set(
          losses
            .filter(({ kind }) => ['overlap', 'no-words', 'unknown-type'].includes(kind))
            .map(({ annotation }) => annotation),
        )
        const documents = [...files].filter(([name]) => name.endsWith('.conll'))
        const expected = articles.flatMap(({ text, annotations }) =>
          annotations
            .filter(({ id }) => !leftOut.has(id))
            .flatMap(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)))
            .map(words => words.replaceAll(/[\s\x1c-\x1f\x85]/g, ''))
            .filter(words => words !== ''),
        )
        const found = documents.flatMap(([, text]) => entitiesOf(readConll(text)))
        expect(found.map(words => words.replaceAll(' ', '')).sort()).toEqual(expected.sort())
        const tokensIn = (text: string) =>
          readConll(text).map(one => one.map(sentence => sentence.map(({ token }) => token)))
        for (const [name, text] of documents) {
          const folder = name.slice(0, name.lastIndexOf('/') + 1)
          const others = documents.filter(([other]) => other.startsWith(folder))
          expect(tokensIn(text)).toEqual(tokensIn(others[0]?.[1] ?? ''))
          const lines = (files.get(`${folder}documents.jsonl`) ?? '').split('\n').length - 1
          expect(readConll(text)).toHaveLength(lines)
        }
      }),
    )
  })

  it('holds the gold project, and lists what it cannot hold', () => {
    const project = goldProject()
    const files = exportFiles(project, conll, 'codepoint')
    const entities = (name: string): string[] => entitiesOf(readConll(files.get(name) ?? ''))
    expect(entities('ada-brandt/quote.conll')).toEqual([
      '“ We lost € 2.5 million 😡 , ”',
      '“ and it was a lie . ”',
      '“ , = SUM ( 1 ) ”',
    ])
    expect(entities('ben-b-osei-jr/claim.conll')).toEqual(['million 😡 , ” said Rene'])
    const writer = conll.start(exportContext(project, 'codepoint'))
    const losses = exportArticles(project).flatMap(article => writer.article(article).losses)
    expect(losses.filter(({ kind }) => kind !== 'attributes')).toMatchObject([
      { kind: 'annotation-note', message: 'The note “Which\u2028year? ” was left out.' },
      {
        kind: 'interrupted',
        message: 'The quote on ““We lost €2.5 million 😡,”” … ““and it was a lie.”” is 2 entities.',
      },
      { kind: 'relation' },
      { kind: 'relation' },
      { kind: 'relation-end' },
      { kind: 'relation' },
      { kind: 'nobody-began', article: goldIds.blank },
    ])
  })
})
