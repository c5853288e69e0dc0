import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { safeFolderName } from './dialogs'

vi.mock('electron', () => ({ dialog: {} }))

describe('safeFolderName', () => {
  const cases = [
    ['January unrest', 'January unrest'],
    ['../../etc', 'etc'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['CON', 'Assay project'],
    ['  ...  ', 'Assay project'],
    ['report.', 'report'],
    ['\u202eevil', 'evil'],
    ['Été 😡', 'Été 😡'],
  ] as const
  for (const [name, expected] of cases)
    it(`makes ${JSON.stringify(expected)} of ${JSON.stringify(name)}`, () => {
      expect(safeFolderName(name)).toBe(expected)
    })

  it('never leads out of a folder, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), name => {
        const safe = safeFolderName(name)
        expect(safe).not.toBe('')
        expect(safe).not.toMatch(/[/\\:*?"<>|]|^\.|\.$|^ | $/)
      }),
    )
  })
})
