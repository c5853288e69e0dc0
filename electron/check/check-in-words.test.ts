import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Checked } from '../../shared/project/damage/checked'
import { testIdentity } from '../store/test-project'
import { checkInWords } from './check-in-words'
import {
  annotationsName,
  filesBelow,
  forgeAnnotations,
  smallProject,
} from './testing/faulty-project'

let project: Awaited<ReturnType<typeof smallProject>>
let annotations: string
const at = (file: string): string => path.join(project.folder, ...file.split('/'))
const cut = (file: string): void => {
  fs.truncateSync(at(file), 200)
}
const journal = (): string =>
  filesBelow(project.folder).find(file => file.startsWith('journal/')) ?? ''

beforeEach(async () => {
  project = await smallProject()
  annotations = annotationsName(project.article)
})
afterEach(() => {
  project.remove()
})

function check(): Checked {
  const checked = checkInWords(project.folder, testIdentity.annotator)
  if (!checked.ok) throw new Error(checked.error.message)
  return checked.value
}

describe('what a check finds, in words', () => {
  const faults: readonly {
    readonly name: string
    readonly plant: () => void
    readonly expected: object
  }[] = [
    {
      name: 'damaged annotations',
      plant: () => {
        cut(annotations)
      },
      expected: {
        what: expect.stringMatching(/^Your annotations of “.+”$/) as string,
        happened: 'Its file is damaged and cannot be read.',
        mending: 'mends',
        weight: 'problem',
      },
    },
    {
      name: 'a damaged article, by the title that the list still knows',
      plant: () => {
        cut(`articles/${project.article}.json`)
      },
      expected: {
        what: expect.stringMatching(/^The text of “.+”$/) as string,
        meaning: expect.stringMatching(/its annotations are kept/) as string,
        mending: 'mends',
      },
    },
    {
      name: 'an annotation whose words are gone, by its words',
      plant: () => {
        forgeAnnotations(project, content => {
          const [first] = content.annotations
          content.annotations[0] = {
            ...first,
            quote: [{ exact: 'never written anywhere', prefix: '', suffix: '' }],
          }
        })
      },
      expected: {
        happened:
          'The words of an annotation are not in the text any more: “never written anywhere”.',
        mending: 'stays',
      },
    },
    {
      name: 'a record of edits that was cut off',
      plant: () => {
        const file = at(journal())
        fs.truncateSync(file, fs.statSync(file).size - 20)
      },
      expected: { what: 'Your record of edits', mending: 'mends' },
    },
    {
      name: 'a file that is none of the project’s, by its name',
      plant: () => {
        fs.writeFileSync(at('articles/notes.txt'), 'x')
      },
      expected: {
        what: '“articles/notes.txt”',
        happened: 'It is none of the project’s own files.',
        mending: 'aside',
      },
    },
    {
      name: 'a folder that is a link',
      plant: () => {
        fs.renameSync(at('sources'), path.join(project.folder, '..', 'outside'))
        fs.symlinkSync('../outside', at('sources'))
      },
      expected: { what: 'The folder “sources”', mending: 'aside' },
    },
  ]

  it.each(faults)('$name', ({ plant, expected }) => {
    plant()
    const { isSound, found, sums } = check()
    expect(isSound).toBe(false)
    expect(found).toContainEqual(expect.objectContaining(expected))
    expect(sums.problem).toBe(found.filter(({ weight }) => weight === 'problem').length)
    for (const { what, happened, meaning } of found)
      expect([what, happened, meaning].join(' ')).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|\.json/)
  })

  it('is nothing in a sound project, and says how far it is', () => {
    const told: (readonly [number, number])[] = []
    const checked = checkInWords(project.folder, undefined, (done, total) =>
      told.push([done, total]),
    )
    expect(checked).toMatchObject({ ok: true, value: { isSound: true, found: [], keptAside: 0 } })
    expect(told.length).toBeGreaterThan(5)
    expect(told.at(-1)).toEqual([told.length, told.length])
  })
})
