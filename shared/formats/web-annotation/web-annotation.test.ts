import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultCodebook } from '../../codebook/default-codebook'
import { changeSchema } from '../../project/change'
import type { ImportableFormat } from '../formats'
import { annotationFacts, relationFacts } from '../testing/annotation-facts'
import { goldProject } from '../testing/gold-project'
import type { Imported } from '../testing/memory-project'
import {
  countingIds,
  emptyProject,
  exportArticles,
  exportContext,
  exportFiles,
  importFiles,
} from '../testing/memory-project'
import { projectFromTape } from '../testing/project-from-tape'
import { webAnnotation } from './web-annotation'

const at = '2026-03-01T12:00:00.000Z'
const tapes = fc.array(fc.nat(), { maxLength: 250, size: 'max' })

const imported = (files: ReadonlyMap<string, string>): Imported =>
  importFiles(
    emptyProject(defaultCodebook),
    files,
    { newId: countingIds(1), at },
    webAnnotation as ImportableFormat,
  )

const text = 'Ann 😡 left Rome. Bob left Rome.'
const source = 'https://example.org/news/ferry'

/** Imports annotations as another program wrote them, beside the text they are on. */
const importedFrom = (annotations: unknown): Imported =>
  imported(
    new Map([
      ['ferry.txt', text],
      ['annotations.jsonld', JSON.stringify(annotations)],
    ]),
  )
const annotation = (id: string, target: unknown, rest: object = {}) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: `https://example.org/annotations/${id}`,
  type: 'Annotation',
  ...rest,
  target,
})
const quoting = (quote: object, ...others: object[]) => ({
  source,
  selector: [{ type: 'TextQuoteSelector', ...quote }, ...others],
})
const position = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end })

describe('an export as Web Annotations', () => {
  it('comes back with the same annotations and relations', () => {
    fc.assert(
      fc.property(tapes, tape => {
        const project = projectFromTape(tape, { isSound: true })
        const back = imported(exportFiles(project, webAnnotation, 'codepoint'))
        for (const change of back.changes) changeSchema.parse(change)
        expect(back.items).toEqual([])
        expect(annotationFacts(back.project)).toEqual(annotationFacts(project))
        expect(relationFacts(back.project)).toEqual(relationFacts(project))
        expect(back.project.articles.size).toBe(project.articles.size)
        expect(back.project.state.sources.size).toBe(project.state.sources.size)
      }),
      { numRuns: 200 },
    )
  })

  it('breaks into pages that point at each other, each complete', () => {
    const project = goldProject()
    const [ferry] = exportArticles(project)
    const [first] = ferry?.annotations ?? []
    if (ferry === undefined || first === undefined) throw new RangeError('No annotation')
    const writer = webAnnotation.start(exportContext(project, 'codepoint'))
    const many = { ...ferry, annotations: Array.from({ length: 2001 }, () => first), relations: [] }
    const files = new Map<string, string>()
    const closed = new Set<string>()
    for (const piece of [
      ...writer.begin(),
      ...writer.article(many).pieces,
      ...writer.end(new Set()),
    ]) {
      expect(closed.has(piece.file)).toBe(false)
      files.set(piece.file, `${files.get(piece.file) ?? ''}${piece.text ?? ''}`)
      if (piece.isLast === true) closed.add(piece.file)
    }
    const parsed = (file: string) =>
      JSON.parse(files.get(file) ?? '') as Record<string, unknown> & { items?: unknown[] }
    const pages = [1, 2, 3].map(page => parsed(`annotations/page-${page}.json`))
    expect(pages.map(({ items, startIndex }) => [items?.length, startIndex])).toEqual([
      [1000, 0],
      [1000, 1000],
      [1, 2000],
    ])
    expect(pages.map(({ next }) => next)).toEqual([pages[1]?.['id'], pages[2]?.['id'], undefined])
    expect(pages.map(({ prev }) => prev)).toEqual([undefined, pages[0]?.['id'], pages[1]?.['id']])
    expect(parsed('annotations.json')).toMatchObject({
      total: 2001,
      first: pages[0]?.['id'],
      last: pages[2]?.['id'],
    })
    expect(parsed('relations.json')).toMatchObject({ total: 0 })
    expect(closed).toEqual(new Set([1, 2, 3].map(page => `annotations/page-${page}.json`)))
  })

  it('leaves the articles out when their text is not to be given away', () => {
    const project = goldProject()
    const context = { ...exportContext(project, 'codepoint'), includesText: false }
    const writer = webAnnotation.start(context)
    const pieces = exportArticles(project).flatMap(article => writer.article(article).pieces)
    const articles = pieces.filter(({ file }) => file === 'articles.jsonl')
    expect(articles.map(piece => JSON.parse(piece.text ?? '') as object)).not.toContainEqual(
      expect.objectContaining({ text: expect.anything() as unknown }),
    )
    const written = [...pieces, ...writer.end(new Set())].map(piece => piece.text ?? '').join('')
    expect(written).toContain('TextQuoteSelector')
    expect(written).not.toMatch(/"(prefix|suffix)"/)
  })

  it('carries relations across articles, and lists only those to nowhere', () => {
    const project = goldProject()
    const writer = webAnnotation.start(exportContext(project, 'codepoint'))
    const losses = exportArticles(project).flatMap(article => writer.article(article).losses)
    expect(losses.map(({ kind, relation }) => [kind, relation?.slice(-3)])).toEqual([
      ['relation-end', '304'],
    ])
  })
})

describe('annotations of other programs', () => {
  it.each([
    {
      name: 'a quotation that stands once',
      target: quoting({ exact: 'Bob left' }),
      words: ['Bob left'],
      said: [],
    },
    {
      name: 'a quotation that its context makes one',
      target: quoting({ exact: 'left Rome', prefix: 'Bob ', suffix: '.' }),
      words: ['left Rome'],
      said: [],
    },
    {
      name: 'a position in code points',
      target: quoting({ exact: 'left Rome' }, position(6, 15)),
      words: ['left Rome'],
      said: [],
    },
    {
      name: 'a position that counts UTF-16, as Recogito writes it',
      target: quoting({ exact: 'left Rome' }, position(22, 31)),
      words: ['left Rome'],
      said: ['remark'],
    },
    {
      name: 'a position that is wrong beside a quotation that stands once',
      target: quoting({ exact: 'Bob' }, position(0, 3)),
      words: ['Bob'],
      said: ['remark'],
    },
    {
      name: 'a position alone',
      target: { source, selector: position(4, 5) },
      words: ['😡'],
      said: ['remark'],
    },
    {
      name: 'a fragment of plain text',
      target: {
        source,
        selector: {
          type: 'FragmentSelector',
          conformsTo: 'http://tools.ietf.org/rfc/rfc5147',
          value: 'char=4,5',
        },
      },
      words: ['😡'],
      said: ['remark'],
    },
    {
      name: 'a quotation inside a part that is chosen by an XPath',
      target: {
        source,
        selector: {
          type: 'XPathSelector',
          value: '/p[1]',
          refinedBy: { type: 'TextQuoteSelector', exact: 'Bob' },
        },
      },
      words: ['Bob'],
      said: [],
    },
    {
      name: 'several targets',
      target: [quoting({ exact: 'Ann' }), quoting({ exact: 'Bob' })],
      words: ['Ann', 'Bob'],
      said: [],
    },
  ])('are placed by $name', ({ target, words, said }) => {
    const { project, items } = importedFrom(annotation('1', target))
    expect(annotationFacts(project).map(fact => fact.words)).toEqual([words])
    expect(items.map(({ kind }) => kind)).toEqual(said)
  })

  it.each([
    {
      name: 'a quotation that stands twice',
      target: quoting({ exact: 'left Rome' }),
      why: /2 places/,
    },
    {
      name: 'words that are not there',
      target: quoting({ exact: 'left Paris' }),
      why: /not in the text/,
    },
    { name: 'no selector', target: source, why: /neither a position nor a quotation/ },
    {
      name: 'a position beyond the text',
      target: { source, selector: position(90, 95) },
      why: /not in the text/,
    },
    {
      name: 'several texts',
      target: [
        quoting({ exact: 'Ann' }),
        { ...quoting({ exact: 'x' }), source: 'https://example.org/b' },
      ],
      why: /several texts/,
    },
  ])('are refused with their words for $name', ({ target, why }) => {
    const { project, items } = importedFrom([
      annotation('1', target),
      annotation('2', quoting({ exact: 'Bob' })),
    ])
    expect(annotationFacts(project)).toHaveLength(1)
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      kind: 'refused',
      annotation: 'https://example.org/annotations/1',
    })
    expect(items[0]?.message).toMatch(why)
  })

  it('keep tags, comments, links, creators and times, in every form that JSON-LD allows', () => {
    const place = quoting({ exact: 'Bob' })
    const { project } = importedFrom({
      type: 'AnnotationCollection',
      first: {
        type: 'AnnotationPage',
        items: [
          annotation('1', place, {
            motivation: 'commenting',
            bodyValue: 'Who?',
            creator: { id: 'https://example.org/ann', name: 'Ann' },
            created: '2026-01-02T03:04:05Z',
          }),
          annotation('2', place, {
            motivation: ['tagging'],
            body: [
              { type: 'TextualBody', value: 'Person', purpose: 'tagging' },
              { type: 'TextualBody', value: 'Man', purpose: 'commenting' },
              'https://example.org/bob',
            ],
            creator: 'https://example.org/bea',
          }),
        ],
      },
    })
    const facts = annotationFacts(project).map(
      ({ type, note, attributes, annotator, createdAt }) => ({
        type,
        note,
        attributes,
        createdAt,
        by: project.state.annotators.get(annotator as never)?.name,
      }),
    )
    expect(facts).toEqual(
      expect.arrayContaining([
        {
          type: 'commenting',
          note: 'Who?',
          attributes: {},
          createdAt: '2026-01-02T03:04:05.000Z',
          by: 'Ann',
        },
        {
          type: 'person',
          note: 'Man',
          attributes: { link: 'https://example.org/bob' },
          createdAt: at,
          by: 'https://example.org/bea',
        },
      ]),
    )
  })

  it('link each other also without saying which text they are on', () => {
    const { project, items } = importedFrom([
      annotation('1', quoting({ exact: 'Ann' })),
      annotation('2', quoting({ exact: 'Bob' })),
      annotation('3', 'https://example.org/annotations/1', {
        motivation: 'linking',
        body: [
          'https://example.org/annotations/2',
          { type: 'TextualBody', value: 'knows', purpose: 'tagging' },
        ],
      }),
      annotation('4', 'https://example.org/annotations/9', {
        motivation: 'linking',
        body: 'https://example.org/annotations/2',
      }),
    ])
    const [ann, bob] = annotationFacts(project)
    expect(relationFacts(project)).toMatchObject([
      {
        type: 'knows',
        from: `${ann?.article ?? ''} ${ann?.id ?? ''}`,
        to: `${bob?.article ?? ''} ${bob?.id ?? ''}`,
      },
    ])
    expect(items.map(({ kind, relation }) => [kind, relation])).toEqual([
      ['refused', 'https://example.org/annotations/4'],
    ])
  })

  it('are listed with their words when their text is not there, and files that are no JSON too', () => {
    const { project, items } = imported(
      new Map([
        ['a.txt', text],
        ['b.txt', text],
        ['annotations.json', JSON.stringify(annotation('1', quoting({ exact: 'Ann' })))],
        ['broken.json', '{'],
      ]),
    )
    expect(project.articles.size).toBe(0)
    expect(items.map(({ kind, words }) => [kind, words])).toEqual([
      ['refused', undefined],
      ['refused', ['Ann']],
    ])
  })

  it('are refused as a whole when there are none', () => {
    expect(() => imported(new Map([['a.json', '{}']]))).toThrow(/no .json or .jsonld file/)
  })
})
