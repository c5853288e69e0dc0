import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultCodebook } from '../../codebook/default-codebook'
import { documentFromText } from '../../article/plain-text'
import { begunStatus } from '../begun-status'
import type { ExportArticle } from '../format'
import type { ImportableFormat } from '../formats'
import { jsonl } from '../jsonl'
import { lossCounter } from '../loss-summary'
import { goldIds, goldProject } from '../testing/gold-project'
import type { Files, MemoryProject } from '../testing/memory-project'
import {
  applied,
  countingIds,
  emptyProject,
  exportArticles,
  exportContext,
  exportFiles,
  importFiles,
} from '../testing/memory-project'
import { projectFromTape } from '../testing/project-from-tape'
import { brat } from './brat'
import { fragmentsOf, joinFragments } from './fragments'

const at = '2026-03-05T12:00:00.000Z'
const tapes = fc.array(fc.nat(), { maxLength: 250, size: 'max' })
const format = brat as ImportableFormat

const importInto = (project: MemoryProject, files: Files, series: number, when = at) =>
  importFiles(project, files, { newId: countingIds(series), at: when }, format)
const written = (project: MemoryProject): Files => exportFiles(project, brat, 'codepoint')
const dataset = (project: MemoryProject): Files => exportFiles(project, jsonl, 'codepoint')

/** What brat itself carries of an article, whatever its ids are. */
function carried({ text, annotations }: ExportArticle): unknown {
  return annotations
    .map(({ type, spans }) => {
      const fragments = fragmentsOf(text, spans)
      return `${type} ${JSON.stringify(joinFragments(text, fragments))}`
    })
    .sort()
}

const ada = 'ada-brandt/ferry-lind-late.ann'

function changed(files: Files, name: string, change: (text: string) => string): Files {
  const before = files.get(name) ?? ''
  const after = change(before)
  expect(after).not.toBe(before)
  return new Map(files).set(name, after)
}

describe('a brat export', () => {
  it('comes back as the project it was made of', () => {
    fc.assert(
      fc.property(tapes, tape => {
        const project = projectFromTape(tape, { isSound: true })
        fc.pre(project.articles.size > 0)
        const imported = importInto(emptyProject(defaultCodebook), written(project), 1)
        expect(imported.items).toEqual([])
        expect(dataset(imported.project)).toEqual(dataset(project))
      }),
    )
  })

  it('changes nothing when it is imported into the project it came from', () => {
    fc.assert(
      fc.property(tapes, tape => {
        const project = projectFromTape(tape, { isSound: true })
        fc.pre(project.articles.size > 0)
        const again = importInto(project, written(project), 1)
        expect(again.changes).toEqual([])
        expect(again.items).toEqual([])
      }),
    )
  })

  it('carries types, places and words without the files beside it, and writes them again alike', () => {
    fc.assert(
      fc.property(tapes, tape => {
        const project = projectFromTape(tape, { isSound: false })
        fc.pre(project.articles.size > 0 && project.state.annotators.size > 1)
        const texts = [...project.articles.values()].map(({ text }) => text)
        fc.pre(texts.every(text => !text.includes('\r')) && new Set(texts).size === texts.length)
        const bare = new Map([...written(project)].filter(([name]) => /\.(?:txt|ann)$/.test(name)))
        const imported = importInto(emptyProject(defaultCodebook), bare, 1)
        const came = exportArticles(imported.project)
        const before = exportArticles(project).map(article => ({
          ...article,
          annotations: article.annotations.filter(({ spans }) =>
            fragmentsOf(article.text, spans).some(({ start, end }) =>
              /[^\s\x1c-\x1f\x85]/.test(article.text.slice(start, end)),
            ),
          ),
        }))
        const byText = (articles: readonly ExportArticle[]) =>
          new Map(articles.map(article => [article.text, carried(article)]))
        expect(byText(came)).toEqual(byText(before))
      }),
    )
  })

  it('lists every loss under a kind that it declares', () => {
    fc.assert(
      fc.property(tapes, tape => {
        const project = projectFromTape(tape, { isSound: false })
        const writer = brat.start(exportContext(project, 'codepoint'))
        const counter = lossCounter(brat)
        for (const article of exportArticles(project)) counter.add(writer.article(article).losses)
        expect(counter.lines().every(({ sentence }) => sentence !== '')).toBe(true)
      }),
    )
  })

  it('puts the files of the only annotator into its own folder', () => {
    const project = goldProject()
    const { annotators, sets } = project.state
    const alone: MemoryProject = {
      ...project,
      state: {
        ...project.state,
        annotators: new Map([...annotators].filter(([id]) => id === goldIds.ada)),
        sets: new Map([...sets].filter(([, set]) => set.annotator === goldIds.ada)),
      },
    }
    const files = written(alone)
    expect([...files.keys()].filter(name => /\.(?:txt|ann)$/.test(name)).sort()).toEqual([
      'article.ann',
      'article.txt',
      'ferry-lind-late.ann',
      'ferry-lind-late.txt',
      'harbour-log.ann',
      'harbour-log.txt',
    ])
    const imported = importInto(emptyProject(defaultCodebook), files, 1)
    expect(imported.items).toEqual([])
    expect(dataset(imported.project)).toEqual(dataset(alone))
  })

  it('gives an attribute that types mean differently a name for each', () => {
    const kind = { key: 'kind', label: 'Kind', kind: 'choice' as const }
    const [claim, quote, figure] = defaultCodebook.types
    if (claim === undefined || quote === undefined || figure === undefined)
      throw new RangeError('The default codebook has lost a type')
    const after = {
      ...defaultCodebook,
      types: [
        {
          ...claim,
          attributes: [
            ...claim.attributes,
            { ...kind, choices: [{ key: 'hearsay', label: 'Hearsay' }] },
          ],
        },
        quote,
        figure,
      ],
    }
    const project = applied(goldProject(), { kind: 'codebook', before: defaultCodebook, after })
    const files = written(project)
    expect(files.get('annotation.conf')).toContain('\nclaim_kind\tArg:claim, Value:hearsay\n')
    expect(files.get(ada)).toContain('\tfigure_kind T3 money\n')
    const imported = importInto(emptyProject(defaultCodebook), files, 1)
    expect(imported.items).toEqual([])
    expect(dataset(imported.project)).toEqual(dataset(project))
  })
})

describe('an export that was edited in brat', () => {
  const project = goldProject()
  const later = '2026-03-06T12:00:00.000Z'

  it('brings the changes, and only these, into the project it came from', () => {
    const files = changed(written(project), ada, text =>
      text
        .replace('A1\tmode T1 direct\n', 'A1\tmode T1 mixed\n')
        .replace('#5\tAnnotatorNotes T2\tWhich year?\n', '#5\tAnnotatorNotes T2\tAsk again\n')
        .replace('T4\tfigure 86 106\tSome 40 to 45 people', 'T4\tfigure 91 106\t40 to 45 people')
        .concat('T9\tclaim 148 155\tanother\n#30\tAnnotatorNotes T9\tNew here\n'),
    )
    const imported = importInto(project, files, 1)
    const ferry = exportArticles(imported.project).find(({ id }) => id === goldIds.ferry)
    const edited = ferry?.annotations.filter(({ updatedAt }) => updatedAt === at)
    expect(
      edited?.map(({ type, spans, attributes, note, externalId }) => [
        type,
        spans.map(({ start, end }) => ferry?.text.slice(start, end)),
        attributes['mode'],
        note,
        externalId,
      ]),
    ).toEqual([
      [
        'quote',
        ['“We lost €2.5 million 😡,”', '“and it was a lie.”'],
        'mixed',
        undefined,
        undefined,
      ],
      ['claim', ['We lost €2.5 million 😡'], undefined, 'Ask again', undefined],
      ['figure', ['40 to 45 people'], undefined, undefined, undefined],
      ['claim', ['another'], undefined, 'New here', 'ada-brandt/T9'],
    ])
    expect(imported.items.map(({ kind }) => kind)).toEqual(['replaced', 'replaced', 'replaced'])
    const again = importInto(imported.project, files, 2, later)
    expect(again.changes).toEqual([])
    expect(again.items).toEqual([])
  })

  it('says what is gone, and takes nothing away', () => {
    const files = changed(written(project), ada, text =>
      text.replace(/^T3\t.*\n|^.*\bT3\b.*\n|^.*\bR1\b.*\n/gm, ''),
    )
    const imported = importInto(project, files, 1)
    expect(imported.changes).toEqual([])
    expect(imported.items).toMatchObject([
      { kind: 'kept', annotation: '01950000-0000-7000-8000-000000000103' },
    ])
  })

  it('lists an .ann file that is missing and a text that was changed', () => {
    const without = new Map(written(project))
    without.delete(ada)
    expect(importInto(project, without, 1).items.map(({ message }) => message)).toContain(
      'ada-brandt/ferry-lind-late.ann is missing, so no annotations came in from it.',
    )
    const other = changed(written(project), 'ben-b-osei-jr/ferry-lind-late.txt', text => `${text}!`)
    expect(importInto(project, other, 1).items.map(({ message }) => message)).toContain(
      'ben-b-osei-jr/ferry-lind-late.txt has another text than the other copies of this article, so ben-b-osei-jr/ferry-lind-late.ann was left out.',
    )
  })

  it('takes a copy in a new folder for the work of another annotator', () => {
    const files = new Map(written(project))
    files.set('carla/harbour-log.txt', files.get('ada-brandt/harbour-log.txt') ?? '')
    files.set('carla/harbour-log.ann', 'T1\tfigure 8 10\t52\n')
    const imported = importInto(project, files, 1)
    expect(imported.items).toEqual([])
    const names = [...imported.project.state.annotators.values()].map(({ name }) => name)
    expect(names).toContain('carla')
    const harbour = exportArticles(imported.project).find(({ id }) => id === goldIds.harbour)
    expect(harbour?.annotations.map(({ externalId }) => externalId)).toContain('carla/T1')
    expect(begunStatus(harbour?.status ?? {})).toEqual({})
  })
})

describe('a folder that another tool wrote', () => {
  const text = 'Sony formed a joint venture 😡 with\nEricsson, a phone company.\n'
  const folder = (ann: string): Files =>
    new Map([
      ['news/deal.txt', text],
      ['news/deal.ann', ann],
      ['annotation.conf', '[entities]\nOrg\n'],
    ])
  const imported = (files: Files) => {
    const { project, items } = importInto(emptyProject(defaultCodebook), files, 1)
    const [article] = exportArticles(project)
    const words = (id: string): string[] =>
      article?.annotations
        .filter(one => one.id === id)
        .flatMap(({ spans }) => spans.map(({ start, end }) => article.text.slice(start, end))) ?? []
    return { project, items, article, words }
  }

  it('comes in with its text-bound annotations, attributes, notes, events and relations', () => {
    const { items, article, words, project } = imported(
      folder(
        [
          'T1\tOrg 0 4\tSony',
          'T2\tMERGE-ORG 14 27\tjoint venture',
          'T3\tOrg 35 43\tEricsson',
          'T4\tOrg 0 4;35 43\tSony Ericsson',
          'T5\tPart 30 43\twith Ericsson',
          'E1\tMERGE-ORG:T2 Org1:T1 Org2:T3',
          'R1\tPartner Arg1:T1 Arg2:E1',
          '*\tEquiv T1 T4',
          'A1\tNegated E1',
          'A2\tConfidence E1 L1',
          'M1\tSpeculated T1',
          'N1\tReference T1 Wikipedia:41227\tSony Corp.',
          '#1\tAnnotatorNotes T1\tthe parent',
          '#2\tAnnotationUnconfirmed T1\t',
          '',
        ].join('\n'),
      ),
    )
    expect(items).toEqual([])
    expect(article).toMatchObject({ externalId: 'news/deal', title: 'deal', text })
    const [sony] = article?.annotations.filter(({ externalId }) => externalId === 'T1') ?? []
    expect(sony).toMatchObject({
      type: 'org',
      note: 'the parent',
      attributes: { speculated: true, reference: 'Wikipedia:41227 Sony Corp.' },
      origin: { by: 'import' },
    })
    expect(
      article?.annotations.map(({ id, type, externalId, attributes }) => [
        externalId,
        type,
        words(id),
        attributes['confidence'],
      ]),
    ).toEqual([
      ['T1', 'org', ['Sony'], undefined],
      ['T4', 'org', ['Sony', 'Ericsson'], undefined],
      ['T2', 'merge-org', ['joint venture'], 'L1'],
      ['T5', 'part', ['with\nEricsson'], undefined],
      ['T3', 'org', ['Ericsson'], undefined],
    ])
    const nameOf = (id: string) => article?.annotations.find(one => one.id === id)?.externalId
    expect(
      article?.relations
        .map(({ type, from, to, externalId }) => [
          externalId,
          type,
          nameOf(from.annotation),
          nameOf(to.annotation),
        ])
        .sort(),
    ).toEqual([
      ['*8.1', 'equiv', 'T1', 'T4'],
      ['E1.1', 'org', 'T2', 'T1'],
      ['E1.2', 'org', 'T2', 'T3'],
      ['R1', 'partner', 'T1', 'T2'],
    ])
    expect([...project.state.annotators.values()].map(({ name }) => name)).toEqual([
      'Unknown annotator',
    ])
  })

  it.each([
    { name: 'offsets one further', line: 'T1\tOrg 1 5\tSony', said: /“ony ” instead of “Sony”/ },
    { name: 'offsets in UTF-16', line: 'T1\tOrg 36 44\tEricsson', said: /instead of “Ericsson”/ },
    { name: 'offsets outside', line: 'T1\tOrg 0 400\tSony', said: /are not places of the text/ },
    { name: 'an empty span', line: 'T1\tOrg 4 4\tSony', said: /ends before it starts/ },
    { name: 'no words', line: 'T1\tOrg 0 4', said: /No words stand beside 0 4/ },
    { name: 'no offsets', line: 'T1\tOrg\tSony', said: /Line 1 .*not written as brat writes/ },
    { name: 'no id', line: 'Sony', said: /Line 1 .*no id that brat knows/ },
    { name: 'a lone relation', line: 'R1\tOwns Arg1:T1 Arg2:T2', said: /T1 did not come in/ },
    { name: 'an unsound relation', line: 'R1\tOwns Arg1:T1', said: /not written as brat writes/ },
    { name: 'a stray attribute', line: 'A1\tNegated T7', said: /T7 is no annotation of words/ },
    { name: 'a stray note', line: '#1\tAnnotatorNotes R7\tWhy?', said: /“Why\?” was left out/ },
  ])('lists $name, moves nothing and keeps the rest', ({ line, said }) => {
    const { items, article } = imported(folder(`${line}\nT9\tOrg 35 43\tEricsson\n`))
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ kind: 'refused', article: 'news/deal' })
    expect(items[0]?.message).toMatch(said)
    expect(article?.annotations.map(({ externalId }) => externalId)).toEqual(['T9'])
  })

  it('lists an id that stands twice and an attribute that is given twice', () => {
    const { items, article } = imported(
      folder('T1\tOrg 0 4\tSony\nT1\tOrg 35 43\tEricsson\nA1\tFoo T1 a\nA2\tFoo T1 b\n'),
    )
    expect(items.map(({ message }) => message)).toEqual([
      'Line 2 of the .ann file was left out: The id T1 stands twice.',
      'T1 has more than one Foo; the values were put together.',
    ])
    expect(article?.annotations.map(({ attributes }) => attributes)).toEqual([{ foo: 'a; b' }])
  })

  it('says which text is missing, and refuses a folder without annotations', () => {
    const { items } = imported(new Map([['news/deal.ann', 'T1\tOrg 0 4\tSony\n']]))
    expect(items).toMatchObject([
      { kind: 'refused', message: /^news\/deal\.txt is missing, so nobody can say/ },
    ])
    expect(() => imported(new Map([['news/deal.txt', text]]))).toThrow(/it has no \.ann files/)
  })

  it('takes the same text in several folders for one article of several annotators', () => {
    const files: Files = new Map([
      ['ada/deal.txt', text],
      ['ada/deal.ann', 'T1\tOrg 0 4\tSony\n'],
      ['ben/deal.txt', text],
      ['ben/deal.ann', 'T1\tOrg 35 43\tEricsson\n'],
      ['ben/other.txt', 'Other'],
      ['ben/other.ann', ''],
    ])
    const { project, items } = imported(files)
    expect(items).toEqual([])
    const nameOf = new Map([...project.state.annotators].map(([id, { name }]) => [id, name]))
    expect(
      exportArticles(project).map(({ externalId, annotations }) => [
        externalId,
        annotations.map(one => [nameOf.get(one.annotator), one.externalId]),
      ]),
    ).toEqual([
      [
        'deal',
        [
          ['ada', 'ada/T1'],
          ['ben', 'ben/T1'],
        ],
      ],
      ['ben/other', []],
    ])
  })

  it('changes nothing when it is imported again later', () => {
    const files = folder('T1\tOrg 0 4\tSony\nT2\tOrg 35 43\tEricsson\nR1\tOwns Arg1:T1 Arg2:T2\n')
    const first = importInto(emptyProject(defaultCodebook), files, 1)
    const again = importInto(first.project, files, 2, '2027-01-01T00:00:00.000Z')
    expect(again.changes).toEqual([])
    expect(again.items).toEqual([])
  })
})

describe('a text that no .txt file can hold', () => {
  it('is written with blanks, listed, and comes back as it was', () => {
    const gold = goldProject()
    const article = gold.articles.get(goldIds.blank)
    if (article === undefined) throw new RangeError('The gold project has no blank article')
    const text = '\ufeffOne\r\ntwo\rthree'
    const project: MemoryProject = {
      ...gold,
      articles: new Map(gold.articles).set(goldIds.blank, {
        ...article,
        text,
        document: documentFromText(text),
      }),
    }
    const files = written(project)
    expect(files.get('article.txt')).toBe(' One \ntwo three')
    const imported = importInto(emptyProject(defaultCodebook), files, 1)
    expect(imported.project.articles.get(goldIds.blank)?.text).toBe(text)
    const writer = brat.start(exportContext(project, 'codepoint'))
    const losses = exportArticles(project).flatMap(one => writer.article(one).losses)
    expect(losses).toContainEqual({
      kind: 'replaced-character',
      article: goldIds.blank,
      message:
        'The .txt file of “” has a blank in 3 places where a carriage return or byte order mark stands.',
    })
  })
})
