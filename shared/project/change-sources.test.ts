import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnnotationId, AnnotatorId, Source, SourceId } from '../annotation/annotation'
import { createAnnotation } from '../annotation/annotation'
import { annotationSetOf } from '../annotation/annotation-set'
import { valuesOf } from '../annotation/bucket-map'
import { currentSource } from '../annotation/current-source'
import type { ArticleId } from '../article/article'
import { defaultCodebook } from '../codebook/default-codebook'
import { annotationFile } from './change'
import { mergeSources, splitSource } from './change-sources'
import type { OwnedAnnotation } from './mention'
import type { ProjectState } from './project-state'
import { applyChanges } from './project-state'

const uuid = (number: number): string =>
  `0197e000-0000-7000-8000-${number.toString().padStart(12, '0')}`
const at = '2031-01-02T00:00:00.000Z'
const annotator = uuid(900) as AnnotatorId

const source = (number: number, name: string, more: Partial<Source> = {}): Source => ({
  format: 'assay-source',
  version: 1,
  minReader: 1,
  id: uuid(number) as SourceId,
  name,
  kind: 'unknown',
  aliases: [],
  ...more,
})

const owned = (number: number, attributes: Record<string, string>): OwnedAnnotation => ({
  article: uuid(number % 2) as ArticleId,
  annotator,
  annotation: createAnnotation('Mira spoke.', {
    id: uuid(100 + number) as AnnotationId,
    type: 'quote',
    spans: [{ start: 0, end: 4 }],
    at: '2031-01-01T00:00:00.000Z',
    attributes,
  }),
})

const mira = source(1, 'Mira Okonjo', { aliases: ['the mayor'], kind: 'person' })
const mayor = source(2, 'Mayor Okonjo', { aliases: ['the mayor', 'Mira'] })

function stateOf(sources: readonly Source[], all: readonly OwnedAnnotation[]): ProjectState {
  const articles = [...new Set(all.map(({ article }) => article))]
  return {
    name: 'p',
    codebook: defaultCodebook,
    sources: new Map(sources.map(known => [known.id, known])),
    annotators: new Map(),
    edits: new Map(),
    sets: new Map(
      articles.map(article => [
        annotationFile(article, annotator),
        annotationSetOf({
          article,
          annotator,
          annotations: all.filter(one => one.article === article).map(one => one.annotation),
        }),
      ]),
    ),
  }
}

/** Sources and annotations as plain values, for comparing. */
const plain = ({ sources, sets }: ProjectState) => ({
  sources: Object.fromEntries(sources),
  annotations: [...sets.values()].flatMap(set => [...valuesOf(set.annotations)]),
})

describe('mergeSources', () => {
  it('makes one source of two, with all names once', () => {
    const all = [owned(1, { speaker: mayor.id, cue: 'said' }), owned(2, { claimant: mayor.id })]
    const changes = mergeSources({
      from: mayor,
      into: mira,
      annotations: all,
      isStillNamed: false,
      at,
    })
    const { sources, annotations } = plain(applyChanges(stateOf([mira, mayor], all), changes).state)
    expect(sources).toEqual({
      [mira.id]: { ...mira, aliases: ['the mayor', 'Mayor Okonjo', 'Mira'] },
    })
    expect(annotations.map(({ attributes, updatedAt }) => [attributes, updatedAt])).toEqual([
      [{ speaker: mira.id, cue: 'said' }, at],
      [{ claimant: mira.id }, at],
    ])
  })

  it('takes the kind that is known', () => {
    const changes = mergeSources({
      from: mira,
      into: mayor,
      annotations: [],
      isStillNamed: false,
      at,
    })
    expect(changes[0]).toMatchObject({ after: { kind: 'person', name: 'Mayor Okonjo' } })
  })

  it('keeps a source that others still name, and says whom it is now', () => {
    const changes = mergeSources({
      from: mayor,
      into: mira,
      annotations: [],
      isStillNamed: true,
      at,
    })
    const { sources } = applyChanges(stateOf([mira, mayor], []), changes).state
    expect(currentSource(sources, mayor.id)?.name).toBe('Mira Okonjo')
  })
})

describe('splitSource', () => {
  it('gives the chosen annotations to a new source and leaves the others', () => {
    const all = [owned(1, { speaker: mira.id }), owned(2, { speaker: mira.id })]
    const created = source(3, 'Deputy mayor')
    const changes = splitSource({ from: mira, created, annotations: all.slice(1), at })
    const { sources, annotations } = plain(applyChanges(stateOf([mira], all), changes).state)
    expect(sources[created.id]).toEqual(created)
    expect(annotations.map(({ attributes }) => attributes['speaker'])).toEqual([
      mira.id,
      created.id,
    ])
  })
})

describe('merging and splitting', () => {
  it('are taken back whole by one undo', () => {
    const speakers = fc.array(fc.constantFrom(mira.id, mayor.id), { maxLength: 12 })
    fc.assert(
      fc.property(speakers, fc.boolean(), (ids, isStillNamed) => {
        const all = ids.map((speaker, number) => owned(number, { speaker }))
        const annotations = all.filter(
          ({ annotation }) => annotation.attributes['speaker'] === mayor.id,
        )
        const before = stateOf([mira, mayor], all)
        for (const changes of [
          mergeSources({ from: mayor, into: mira, annotations, isStillNamed, at }),
          splitSource({ from: mayor, created: source(3, 'New'), annotations, at }),
        ]) {
          const { state, inverse } = applyChanges(before, changes)
          expect(plain(applyChanges(state, inverse).state)).toEqual(plain(before))
        }
      }),
    )
  })
})

describe('currentSource', () => {
  it('ends where two sources were merged into each other', () => {
    const sources = new Map([
      [mira.id, { ...mira, mergedInto: mayor.id }],
      [mayor.id, { ...mayor, mergedInto: mira.id }],
    ])
    expect(currentSource(sources, mira.id)?.id).toBe(mira.id)
    expect(currentSource(new Map(), mira.id)).toBeUndefined()
  })
})
