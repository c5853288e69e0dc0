import { describe, expect, it } from 'vitest'
import type { Annotation, AnnotationId, Source } from '../../../shared/annotation/annotation'
import { compareAnnotations, createAnnotation } from '../../../shared/annotation/annotation'
import { defaultCodebook } from '../../../shared/codebook/default-codebook'
import { createListSearch, keyOfValue, noFilter, searchedTexts, valuesFor } from './list-filter'
import type { ListOrder } from './list-order'
import { attributesByKey, groupedBy, placeInGroups } from './list-order'

const text = 'Ana said 40 boats sank. Zoé denied it; 7 came back.'
const source = (id: string, name: string): [string, Source] => [
  id,
  {
    format: 'assay-source',
    version: 1,
    minReader: 1,
    id: id as Source['id'],
    name,
    kind: 'person',
    aliases: [],
  },
]
const knowledge = {
  codebook: defaultCodebook,
  sources: new Map([source('ana', 'Ana Tor'), source('zoe', 'Zoé Lind')]),
}

function annotation(
  words: string,
  type: string,
  attributes: Annotation['attributes'] = {},
): Annotation {
  const start = text.indexOf(words)
  return createAnnotation(text, {
    id: `id ${words}` as AnnotationId,
    type,
    spans: [{ start, end: start + words.length }],
    at: '2026-01-01T00:00:00.000Z',
    attributes,
  })
}

const all = [
  annotation('Ana', 'gone', { stance: 'asserted' }),
  annotation('40 boats', 'figure', { value: { min: '40', max: '40' }, asof: '2022-02-01' }),
  annotation('sank', 'claim', { claimant: 'zoe', stance: 'denied' }),
  annotation('denied it', 'quote', { speaker: 'ana' }),
  annotation('7', 'figure', { value: { min: '7' }, asof: '2022-01-09' }),
  annotation('came back', 'claim', { claimant: 'ana', stance: 'asserted' }),
]
const grouped = (order: ListOrder) =>
  groupedBy(order, all, knowledge).map(({ label, annotations }) => [
    label,
    ...annotations.map(({ quote }) => quote[0]?.exact),
  ])

describe('the order of the list', () => {
  it('is one group by place', () => {
    expect(groupedBy({ by: 'place' }, all, knowledge)).toEqual([{ label: '', annotations: all }])
  })

  it('has types as the codebook has them, deleted ones last', () => {
    expect(grouped({ by: 'type' })).toEqual([
      ['Claim', 'sank', 'came back'],
      ['Quote', 'denied it'],
      ['Figure', '40 boats', '7'],
      ['gone', 'Ana'],
    ])
  })

  it('has sources by name, whichever attribute names them', () => {
    expect(grouped({ by: 'source' })).toEqual([
      ['Ana Tor', 'denied it', 'came back'],
      ['Zoé Lind', 'sank'],
      ['No source', 'Ana', '40 boats', '7'],
    ])
  })

  it('has choices as the codebook has them, numbers by size, dates by time', () => {
    const stances = grouped({ by: 'attribute', key: 'stance' }).map(([label]) => label)
    expect(stances).toEqual(['asserted', 'denied', 'Not set'])
    const values = grouped({ by: 'attribute', key: 'value' }).map(([, first]) => first)
    expect(values).toEqual(['7', '40 boats', 'Ana'])
    const days = [...attributesByKey(defaultCodebook)].find(([, { kind }]) => kind === 'date')?.[0]
    const dated = all.map(one => ({
      ...one,
      attributes:
        one.attributes['asof'] === undefined ? {} : { [days ?? '']: one.attributes['asof'] },
    }))
    expect(
      groupedBy({ by: 'attribute', key: days ?? '' }, dated, knowledge).map(
        ({ annotations }) => annotations[0]?.quote[0]?.exact,
      ),
    ).toEqual(['7', '40 boats', 'Ana'])
  })
})

describe('the place of an annotation among groups', () => {
  const orders: ListOrder[] = [
    { by: 'place' },
    { by: 'type' },
    { by: 'source' },
    { by: 'attribute', key: 'stance' },
  ]

  it.each(orders)('is found, however they are ordered: %o', order => {
    const inText = all.toSorted(compareAnnotations)
    const groups = groupedBy(order, inText, knowledge)
    const listed = groups.flatMap(({ annotations }) => annotations)
    expect(listed.map(one => placeInGroups(groups, one))).toEqual(listed.map((_, place) => place))
    const [first, ...others] = inText
    if (first === undefined) throw new Error('There are some')
    expect(placeInGroups(groupedBy(order, others, knowledge), first)).toBe(-1)
    // An overlapping one at the same place that is not listed.
    const twin = { ...first, id: 'another id' as AnnotationId }
    expect(placeInGroups(groups, twin)).toBe(-1)
  })
})

describe('the filter of the list', () => {
  const { shown: filter } = createListSearch(searchedTexts(knowledge))
  const words = (given: Partial<typeof noFilter>) =>
    filter({ ...noFilter, ...given }, all).map(({ quote }) => quote[0]?.exact)

  it('shows everything when nothing is asked for', () => {
    expect(filter(noFilter, all)).toBe(all)
  })

  it('finds words, types, sources and values without regard to case and accents', () => {
    expect(words({ typed: 'BOATS' })).toEqual(['40 boats'])
    expect(words({ typed: 'zoe' })).toEqual(['sank'])
    expect(words({ typed: 'claim ana' })).toEqual(['came back'])
  })

  it('takes each kind of quotation mark for the other', () => {
    const noted = [{ ...annotation('Ana', 'gone'), note: 'the mayor’s “plan”' }]
    for (const typed of ["mayor's", 'mayor’s', '"plan"'])
      expect(filter({ ...noFilter, typed }, noted)).toEqual(noted)
  })

  it('leaves out types, and keeps those with a value, without one, or with this one', () => {
    expect(words({ hiddenTypes: new Set(['figure', 'gone']) })).toHaveLength(3)
    expect(words({ attribute: { key: 'stance', wish: 'any' } })).toHaveLength(3)
    expect(words({ attribute: { key: 'stance', wish: 'none' } })).toHaveLength(3)
    expect(words({ attribute: { key: 'stance', wish: keyOfValue('denied') } })).toEqual(['sank'])
  })

  it('offers the values there are, the most frequent first', () => {
    expect(valuesFor('stance', all, knowledge)).toEqual([
      { wish: '="asserted"', label: 'asserted', count: 2 },
      { wish: '="denied"', label: 'denied', count: 1 },
    ])
  })
})
