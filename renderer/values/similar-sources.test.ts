import { describe, expect, it } from 'vitest'
import type { Source, SourceId } from '../../shared/annotation/annotation'
import { similarSources } from './similar-sources'

const source = (name: string, ...aliases: string[]): Source => ({
  format: 'assay-source',
  version: 1,
  minReader: 1,
  id: name as SourceId,
  name,
  kind: 'unknown',
  aliases,
})

const all = [
  source('Ministry of Works'),
  source('K. Tokayev'),
  source('Kassym-Jomart Tokayev', 'the head of state'),
  source('Mira Okonjo', 'Mayor Okonjo'),
]

describe('similarSources', () => {
  it.each([
    { name: 'Qasym-Zhomart Toqaev', expected: ['Kassym-Jomart Tokayev', 'K. Tokayev'] },
    { name: 'President Tokaev', expected: ['K. Tokayev', 'Kassym-Jomart Tokayev'] },
    { name: 'Head of State', expected: ['Kassym-Jomart Tokayev'] },
    { name: 'okonjo', expected: ['Mira Okonjo'] },
    { name: 'Erlan Tokayev', expected: [] },
    { name: 'Ministry of Ports', expected: [] },
  ])('finds for “$name”: $expected', ({ name, expected }) => {
    expect(similarSources(all, name).map(found => found.name)).toEqual(expected)
  })
})
