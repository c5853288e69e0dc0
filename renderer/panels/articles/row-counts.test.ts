import { expect, test } from 'vitest'
import { defaultCodebook } from '../../../shared/codebook/default-codebook'
import { rowCounts } from './row-counts'

const [claim] = defaultCodebook.types
const more = ['place', 'person', 'event'].map(key => ({
  key,
  label: key,
  channel: 'tint' as const,
  colour: claim?.colour ?? { light: '#000000', dark: '#ffffff' },
  attributes: [],
}))
const types = [...defaultCodebook.types, ...more]
const brief = (counts: Readonly<Record<string, number>>) => {
  const { shown, more: rest } = rowCounts(types, counts)
  return [...shown.map(({ type, count }) => `${type.key} ${String(count)}`), rest?.words]
}

test('the types that are there, in the order of the codebook', () => {
  expect(brief({ figure: 5, claim: 2, quote: 0, gone: 3 })).toEqual([
    'claim 2',
    'figure 5',
    undefined,
  ])
  expect(brief({})).toEqual([undefined])
})

test('more than four are three and the sum of the others', () => {
  const four = { claim: 1, quote: 2, figure: 3, person: 4 }
  expect(brief(four)).toHaveLength(5)
  expect(brief({ ...four, event: 1200 })).toEqual([
    'claim 1',
    'quote 2',
    'figure 3',
    '4 person, 1,200 event',
  ])
  expect(rowCounts(types, { ...four, event: 1200 }).more?.count).toBe(1204)
})
