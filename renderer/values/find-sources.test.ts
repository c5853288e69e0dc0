import { describe, expect, it } from 'vitest'
import type { Source, SourceId } from '../../shared/annotation/annotation'
import { findSources } from './find-sources'

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
  source('Mira Okonjo', 'the mayor'),
  source('Ministry of Works'),
  source('José Lind'),
  source('Committee of Mirrors'),
]

describe('findSources', () => {
  it.each([
    {
      typed: '',
      exact: undefined,
      likely: undefined,
      matches: ['Committee of Mirrors', 'José Lind', 'Ministry of Works', 'Mira Okonjo'],
    },
    {
      typed: 'mir',
      exact: undefined,
      likely: 'Mira Okonjo',
      matches: ['Mira Okonjo', 'Committee of Mirrors'],
    },
    { typed: 'okon', exact: undefined, likely: 'Mira Okonjo', matches: ['Mira Okonjo'] },
    { typed: 'The Mayor', exact: 'Mira Okonjo', likely: 'Mira Okonjo', matches: ['Mira Okonjo'] },
    { typed: 'jose lind', exact: 'José Lind', likely: 'José Lind', matches: ['José Lind'] },
    { typed: 'rror', exact: undefined, likely: undefined, matches: ['Committee of Mirrors'] },
    { typed: 'Nobody', exact: undefined, likely: undefined, matches: [] },
  ])('finds by “$typed”', ({ typed, exact, likely, matches }) => {
    const found = findSources(all, typed)
    expect(found.exact?.name).toBe(exact)
    expect(found.likely?.name).toBe(likely)
    expect(found.matches.map(({ name }) => name)).toEqual(matches)
  })

  it('takes letters for those that people without the keyboard write', () => {
    const walesa = source('Lech Wałęsa')
    expect(findSources([walesa], 'walesa').likely).toBe(walesa)
    expect(findSources([walesa], 'Lech Walesa').exact).toBe(walesa)
  })

  it('takes each kind of apostrophe for the other', () => {
    const [curly, plain] = [source('Nora O’Hale'), source("Tom D'Arn")]
    expect(findSources([curly, plain], "nora o'hale").exact).toBe(curly)
    expect(findSources([curly, plain], 'Tom D’Arn').exact).toBe(plain)
  })
})
