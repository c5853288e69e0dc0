import { describe, expect, it } from 'vitest'
import { defaultCodebook } from '../codebook/default-codebook'
import { changesBetween } from './changes-between'
import { foldChanges } from './fold-changes'

const article = '0197e000-0000-7000-8000-000000000001'
const annotator = '0197e000-0000-7000-8000-00000000000a'
const annotation = (id: string, type: string, start: number) => ({
  id,
  type,
  spans: [{ start, end: start + 1 }],
})
const set = (status: string, ...annotations: object[]) => ({
  format: 'assay-annotations',
  article,
  annotator,
  status,
  annotations,
  relations: [],
})

const cases = [
  [
    `annotations/${article}.${annotator}.json`,
    set('new', annotation('a', 'claim', 0), annotation('b', 'claim', 1)),
    set('done', annotation('b', 'quote', 1), annotation('c', 'claim', 2)),
  ],
  [
    `metadata/${article}.json`,
    { format: 'assay-metadata', version: 1, minReader: 1, note: 'ours' },
    { format: 'assay-metadata', version: 1, minReader: 1, note: 'theirs', tags: ['a'] },
  ],
  [
    `sources/${article}.json`,
    { format: 'assay-source', version: 1, id: article, name: 'Ana' },
    { format: 'assay-source', version: 1, id: article, name: 'Anna' },
  ],
  ['codebook.json', { ...defaultCodebook }, { ...defaultCodebook, revision: 9 }],
  ['project.json', { id: article, name: 'ours' }, { id: article, name: 'theirs' }],
] as const

describe('changesBetween', () => {
  for (const [file, ours, theirs] of cases) {
    it(`gives changes that make theirs of ours, for ${file}`, () => {
      const changes = changesBetween(file, ours, theirs)
      expect(changes.length).toBeGreaterThan(0)
      expect(foldChanges(ours, changes, () => '')).toEqual(theirs)
    })

    it(`gives no change for the same, for ${file}`, () => {
      expect(changesBetween(file, ours, { ...ours })).toEqual([])
    })
  }
})
