import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleNames, fileNameFrom } from './file-name'

describe('a file name out of words', () => {
  it.each([
    ['Ferry “Lindø” late', 'ferry-lind-late'],
    ['Café  — 😡', 'cafe'],
    ['../../etc/passwd', 'etc-passwd'],
    ['CON', 'article'],
    ['Наводнение', 'article'],
    ['', 'article'],
  ])('%s becomes %s', (words, name) => {
    expect(fileNameFrom(words)).toBe(name)
  })

  it('is never empty, never leaves the folder and is short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), words => {
        expect(fileNameFrom(words)).toMatch(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/)
      }),
    )
  })

  it('is given to one article only', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('A', 'a', 'a 2', 'A-2', 'a-2-2', 'b'), { maxLength: 30 }),
        titles => {
          const nameOf = articleNames()
          const names = titles.map(nameOf)
          expect(new Set(names).size).toBe(names.length)
        },
      ),
    )
  })
})
