import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareText } from '../../annotation/annotation'
import { defaultCodebook } from '../../codebook/default-codebook'
import { changeSchema } from '../../project/change'
import { offsetUnits } from '../format'
import type { ImportableFormat } from '../formats'
import { lossCounter } from '../loss-summary'
import { annotationFacts, relationFacts } from '../testing/annotation-facts'
import { goldProject } from '../testing/gold-project'
import type { Imported, MemoryProject } from '../testing/memory-project'
import {
  countingIds,
  emptyProject,
  exportArticles,
  exportContext,
  exportFiles,
  importFiles,
  linesOf,
} from '../testing/memory-project'
import { projectFromTape } from '../testing/project-from-tape'
import { doccano } from './doccano'

const at = '2026-03-01T12:00:00.000Z'
const tapes = fc.array(fc.nat(), { maxLength: 250, size: 'max' })

const imported = (files: Readonly<Record<string, string>>, into?: MemoryProject): Imported =>
  importFiles(
    into ?? emptyProject(defaultCodebook),
    new Map(Object.entries(files)),
    { newId: countingIds(1), at },
    doccano as ImportableFormat,
  )

const lossesOf = (project: MemoryProject) => {
  const writer = doccano.start(exportContext(project, 'utf16'))
  return exportArticles(project).flatMap(article => writer.article(article).losses)
}

/** What doccano can carry: everything but attributes, notes, ids and times. */
const carried = (project: MemoryProject) =>
  annotationFacts(project)
    .map(({ article, type, annotator, spans, words }) => ({
      article,
      type,
      annotator,
      spans,
      words,
    }))
    .sort((a, b) => compareText(JSON.stringify(a), JSON.stringify(b)))

/** Relations by what their ends are on, because ids are new. */
const related = (project: MemoryProject, leftOut: ReadonlySet<unknown> = new Set()) => {
  const places = new Map(
    annotationFacts(project).map(({ article, id, type, annotator, spans }) => [
      `${article} ${id}`,
      JSON.stringify({ article, type, annotator, spans }),
    ]),
  )
  return relationFacts(project)
    .filter(({ id }) => !leftOut.has(id))
    .map(({ type, annotator, from, to }) =>
      JSON.stringify([type, annotator, places.get(from as string), places.get(to as string)]),
    )
    .sort()
}

describe('an export for doccano', () => {
  it('comes back with the same places, types, annotators and near relations, in either unit', () => {
    fc.assert(
      fc.property(tapes, fc.constantFrom(...offsetUnits), (tape, unit) => {
        const project = projectFromTape(tape, { isSound: true })
        const files = exportFiles(project, doccano, unit)
        const back = imported(Object.fromEntries(files))
        for (const change of back.changes) changeSchema.parse(change)
        expect(back.items).toEqual([])
        expect(carried(back.project)).toEqual(carried(project))
        const losses = lossesOf(project)
        const left = new Set(losses.map(({ relation }) => relation))
        expect(related(back.project)).toEqual(related(project, left))
        expect(back.project.articles.size).toBe(
          project.articles.size - losses.filter(({ kind }) => kind === 'empty-article').length,
        )
        expect(() => {
          lossCounter(doccano).add(losses)
        }).not.toThrow()
      }),
      { numRuns: 200 },
    )
  })

  it('finds what it made when it is imported again, although doccano numbered the entities anew', () => {
    const files = Object.fromEntries(exportFiles(goldProject(), doccano, 'utf16'))
    const first = imported(files)
    const renumbered = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [
        name,
        text.replace(
          /("(?:id|from_id|to_id)":)(\d+)/g,
          (_, key: string, id: string) => `${key}${Number(id) + 5000}`,
        ),
      ]),
    )
    const second = imported(renumbered, first.project)
    expect(carried(second.project)).toEqual(carried(first.project))
    expect(second.project.articles.size).toBe(first.project.articles.size)
  })

  it('has the same keys on every line and numbers that never repeat', () => {
    const files = exportFiles(goldProject(), doccano, 'utf16')
    const lines = [...files]
      .filter(([name]) => name.endsWith('.jsonl'))
      .flatMap(([, text]) => linesOf(text))
      .map(line => JSON.parse(line) as { entities: { id: number }[] })
    expect(new Set(lines.map(line => Object.keys(line).join())).size).toBe(1)
    const ids = lines.flatMap(({ entities }) => entities.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    expect([...files.keys()]).toEqual([
      'ada-brandt-1.jsonl',
      'ben-b-osei-jr-2.jsonl',
      'span-types.json',
      'relation-types.json',
    ])
  })

  it('keeps articles that nobody has begun in a file of their own', () => {
    const project = goldProject()
    const [ferry] = exportArticles(project)
    if (ferry === undefined) throw new RangeError('No article')
    const { pieces } = doccano
      .start(exportContext(project, 'utf16'))
      .article({ ...ferry, annotations: [], relations: [], status: {} })
    expect(pieces.map(({ file }) => file)).toEqual(['unannotated.jsonl'])
  })
})

describe('what doccano cannot carry', () => {
  it('is listed item by item with its words', () => {
    const losses = lossesOf(goldProject())
    expect(losses.map(({ kind, message }) => [kind, message])).toContainEqual([
      'attributes',
      'Of the figure on “Some 40 to 45 people”, these were left out: counted “people”, qualifier “range”, value “40..45”.',
    ])
    expect(losses.map(({ kind }) => kind).filter(kind => kind === 'note')).toHaveLength(1)
    expect(losses.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['far-relation', 'relation-end', 'bookkeeping', 'empty-article']),
    )
  })
})

describe('an export of doccano', () => {
  const text = 'Ann 😡 left Rome.'
  const line = (value: object): string => `${JSON.stringify(value)}\n`

  it('comes in with lists or objects, other keys as metadata, and the file as the annotator', () => {
    const { project, items } = imported({
      'ada.jsonl': line({
        id: 4,
        text,
        label: [[0, 3, 'PER']],
        Comments: ['odd'],
        url: 'https://example.org',
      }),
      'ben.jsonl': line({
        id: 4,
        text,
        entities: [
          { id: 90, label: 'PER', start_offset: 0, end_offset: 3 },
          { id: 91, label: 'LOC', start_offset: 12, end_offset: 16 },
        ],
        relations: [{ id: 1, from_id: 90, to_id: 91, type: 'left' }],
        Comments: [],
      }),
    })
    const names = (id: string) => project.state.annotators.get(id as never)?.name
    expect(
      annotationFacts(project).map(fact => [names(fact.annotator), fact.type, fact.words]),
    ).toEqual([
      ['ada', 'per', ['Ann']],
      ['ben', 'per', ['Ann']],
      ['ben', 'loc', ['Rome']],
    ])
    expect(relationFacts(project)).toMatchObject([{ type: 'left' }])
    expect(exportArticles(project)).toMatchObject([
      { externalId: 'doccano 4', metadata: { url: { value: 'https://example.org' } } },
    ])
    expect(items.map(({ message }) => message.slice(0, 24))).toEqual([
      'Comments on the whole te',
      'The file does not say ho',
      'The file does not say ho',
    ])
  })

  it('is refused entity by entity where there is no such place', () => {
    const { project, items } = imported({
      'all.jsonl': line({
        text,
        label: [[0, 3, 'PER'], [5, 6, 'HALF'], [10, 99, 'FAR'], [3, 3, 'NONE'], 'sport'],
      }),
    })
    expect(annotationFacts(project).map(({ type }) => type)).toEqual(['per'])
    expect(items.filter(({ kind }) => kind === 'refused')).toHaveLength(3)
    expect(items.some(({ message }) => message.startsWith('"sport" marks no place'))).toBe(true)
  })

  it('lists lines that are damaged and lines without a text', () => {
    const { project, items } = imported({
      'a.jsonl': `{"text": \n${line({ id: 1, label: [] })}${line({ id: 2, text: 'Good.' })}`,
    })
    expect(project.articles.size).toBe(1)
    expect(items.map(({ kind }) => kind)).toEqual(['refused', 'refused'])
  })

  it('keeps texts apart that two projects gave one number', () => {
    const { project } = imported({
      'a.jsonl': line({ id: 1, text: 'One.', label: [] }),
      'b.jsonl': line({ id: 1, text: 'Two.', label: [] }),
    })
    expect(exportArticles(project).map(article => article.text)).toEqual(['One.', 'Two.'])
  })

  it('is one article for each text that several files share, whatever their order', () => {
    const lines = [5, 3, 9, 1].map(id => line({ id, text: `Text ${id}.`, label: [[0, 4, 'T']] }))
    const { project } = imported({
      'a.jsonl': lines.join(''),
      'b.jsonl': lines.toReversed().join(''),
      'c.jsonl': lines.slice(2).join(''),
    })
    expect(
      exportArticles(project)
        .map(({ annotations }) => annotations.length)
        .sort(),
    ).toEqual([2, 2, 3, 3])
  })
})
