import { describe, expect, it } from 'vitest'
import type { Migration } from './migrations'
import { bringToVersion, migrations } from './migrations'
import { currentVersion } from './files'

const steps: readonly Migration[] = [
  {
    what: 'a note is a list of notes',
    migrate: ({ note, ...content }) => ({ ...content, notes: note === undefined ? [] : [note] }),
  },
  {
    what: 'notes are called remarks',
    migrate: ({ notes, ...content }) => ({ ...content, remarks: notes }),
  },
]

describe('bringing content to the present version', () => {
  it('takes every step from the version it has, in order, and keeps what nobody knows', () => {
    const old = { format: 'x', version: 1, minReader: 1, note: 'a', own: { kept: true } }
    expect(bringToVersion(old, steps)).toEqual({
      kind: 'migrated',
      from: 1,
      content: { format: 'x', version: 3, minReader: 1, remarks: ['a'], own: { kept: true } },
    })
    expect(bringToVersion({ version: 2, minReader: 1, notes: ['b'] }, steps)).toMatchObject({
      kind: 'migrated',
      from: 2,
      content: { version: 3, remarks: ['b'] },
    })
  })

  it('leaves what is of the present version, or of a newer one that may be written, as it is', () => {
    for (const version of [3, 4]) {
      const content = { version, minReader: 3, remarks: [] }
      expect(bringToVersion(content, steps)).toEqual({ kind: 'current', content })
    }
  })

  it('says when a newer program forbids writing', () => {
    expect(bringToVersion({ version: 9, minReader: 4 }, steps)).toEqual({ kind: 'newer' })
  })

  it('leaves what has no version that can be counted with to the schema', () => {
    for (const version of [undefined, 0, -1, 1.5, '1', '1e99', Number.NaN, null]) {
      const content = { version }
      expect(bringToVersion(content, steps)).toEqual({ kind: 'current', content })
    }
  })

  it('counts the version by the steps there are', () => {
    expect(currentVersion).toBe(migrations.length + 1)
  })
})
