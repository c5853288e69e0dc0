import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf, exportArticles, exportContext, exportFiles } from './testing/memory-project'
import { jsonl } from './jsonl'
import { goldIds, goldProject } from './testing/gold-project'
import { projectFromTape } from './testing/project-from-tape'

type Line = {
  readonly id: string
  readonly annotations: readonly {
    readonly id: string
    readonly type: string
    readonly spans: readonly {
      readonly start: number
      readonly end: number
      readonly text: string
    }[]
    readonly attributes: Readonly<Record<string, unknown>>
  }[]
  readonly relations: readonly {
    readonly id: string
    readonly from: { readonly article: string }
  }[]
  readonly sources: readonly { readonly id: string }[]
}

const tapes = fc.array(fc.nat(), { maxLength: 250, size: 'max' })

const linesFrom = (tape: readonly number[]): Line[] =>
  linesOf(
    exportFiles(projectFromTape(tape, { isSound: true }), jsonl, 'codepoint').get(
      'articles.jsonl',
    ) ?? '',
  ).map(line => JSON.parse(line) as Line)

const goldLine = (() => {
  const [line] = linesOf(exportFiles(goldProject(), jsonl, 'codepoint').get('articles.jsonl') ?? '')
  return JSON.parse(line ?? '') as Record<string, Record<string, unknown>[]>
})()

describe('a line of the dataset', () => {
  it('has its keys in the order that is promised, and none that is not set', () => {
    expect(Object.keys(goldLine)).toEqual([
      'id',
      'title',
      'text',
      'metadata',
      'offset_unit',
      'status',
      'annotations',
      'relations',
      'sources',
    ])
    const [interrupted, noted] = goldLine['annotations'] ?? []
    const keys = [
      'id',
      'type',
      'annotator',
      'spans',
      'attributes',
      'created_at',
      'updated_at',
      'origin',
    ]
    expect(Object.keys(interrupted ?? {})).toEqual(keys)
    expect(Object.keys(noted ?? {})).toEqual(keys.toSpliced(5, 0, 'note'))
    expect(Object.keys(goldLine['relations']?.[0] ?? {})).toEqual([
      'id',
      'type',
      'annotator',
      'from',
      'to',
      'created_at',
    ])
    expect(Object.keys(goldLine['sources']?.[0] ?? {})).toEqual(['id', 'name', 'kind', 'aliases'])
  })

  it('orders articles, annotations, relations and sources', () => {
    const byId = (list: readonly { readonly id: string }[]) => {
      expect(list.map(({ id }) => id)).toEqual(list.map(({ id }) => id).toSorted())
    }
    fc.assert(
      fc.property(tapes, tape => {
        const lines = linesFrom(tape)
        byId(lines)
        for (const { annotations, relations, sources } of lines) {
          byId(relations)
          byId(sources)
          const places = annotations.map(({ id, type, spans }) => {
            const number = (value: number): string => String(value).padStart(6, '0')
            const start = Math.min(...spans.map(span => span.start))
            const end = Math.max(...spans.map(span => span.end))
            return [number(start), number(end), type, id].join(' ')
          })
          expect(places).toEqual(places.toSorted())
        }
      }),
    )
  })

  it('has the sources it uses and no other, and relations that start on it', () => {
    fc.assert(
      fc.property(tapes, tape => {
        const known = new Set<string>(projectFromTape(tape, { isSound: true }).state.sources.keys())
        for (const { id, annotations, relations, sources } of linesFrom(tape)) {
          const values = annotations.flatMap(({ attributes }) => Object.values(attributes))
          const used = new Set(
            values.filter(value => typeof value === 'string' && known.has(value)),
          )
          expect(new Set(sources.map(source => source.id))).toEqual(used)
          expect(relations.every(relation => relation.from.article === id)).toBe(true)
        }
      }),
    )
  })

  it('counts code points as a walk over the characters does', () => {
    fc.assert(
      fc.property(tapes, tape => {
        for (const line of linesFrom(tape)) {
          const characters = Array.from((line as unknown as { text: string }).text)
          for (const { start, end, text } of line.annotations.flatMap(({ spans }) => spans))
            expect(characters.slice(start, end).join('')).toBe(text)
        }
      }),
    )
  })
})

describe('what the dataset cannot carry', () => {
  it('is listed item by item: relations to what is not exported, notes on articles, unknown keys', () => {
    const project = goldProject()
    const context = exportContext(project, 'codepoint')
    const only = { ...context, isExported: (article: string) => article === goldIds.ferry }
    const losses = exportArticles(project).flatMap(
      article => jsonl.start(only).article({ ...article, note: 'Mine' }).losses,
    )
    expect(
      losses.map(({ kind, article, relation }) => [kind, article.slice(-1), relation?.slice(-3)]),
    ).toEqual([
      ['relation-end', '1', '302'],
      ['article-note', '1', undefined],
      ['relation-end', '2', '303'],
      ['relation-end', '2', '304'],
      ['article-note', '2', undefined],
      ['article-note', '3', undefined],
    ])
  })

  it('is nothing for an annotator whose name is not known: the id is given', () => {
    const context = { ...exportContext(goldProject(), 'codepoint'), annotators: new Map() }
    const [file] = jsonl.start(context).end(new Set([goldIds.ada]))
    expect(JSON.parse(file?.text ?? '')).toEqual([{ id: goldIds.ada, name: 'Unknown annotator' }])
  })
})
