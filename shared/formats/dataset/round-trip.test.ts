import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultCodebook } from '../../codebook/default-codebook'
import { changeSchema } from '../../project/change'
import { offsetUnits } from '../format'
import { jsonl } from '../jsonl'
import type { Files, MemoryProject } from '../testing/memory-project'
import {
  countingIds,
  emptyProject,
  exportFiles,
  importFiles,
  linesOf,
} from '../testing/memory-project'
import { projectFromTape } from '../testing/project-from-tape'

const at = '2026-03-01T12:00:00.000Z'

/** Its length and numbers are what fast-check varies and shrinks. */
const tapes = fc.array(fc.nat(), { maxLength: 250, size: 'max' })
const soundFrom = (tape: readonly number[]) => projectFromTape(tape, { isSound: true })
const anyFrom = (tape: readonly number[]) => projectFromTape(tape, { isSound: false })

/** The dataset as another tool might write it: no UUID anywhere, every name made anew but consistent. */
function withForeignIds(files: Files): Files {
  const names = new Map<string, string>()
  const rename = (text: string): string =>
    text.replace(/"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}"/g, id => {
      const name = names.get(id) ?? `"__proto__${names.size}"`
      names.set(id, name)
      return name
    })
  return new Map([...files].map(([name, text]) => [name, rename(text)]))
}

const importInto = (project: MemoryProject, files: Files, series: number) =>
  importFiles(project, files, { newId: countingIds(series), at })

describe('a dataset', () => {
  it('has the same bytes after export, import into a new project and export', () => {
    fc.assert(
      fc.property(tapes, fc.constantFrom(...offsetUnits), (tape, unit) => {
        const project = soundFrom(tape)
        const files = exportFiles(project, jsonl, unit)
        const imported = importInto(emptyProject(defaultCodebook), files, 1)
        expect(imported.items).toEqual([])
        for (const change of imported.changes) changeSchema.parse(change)
        expect(exportFiles(imported.project, jsonl, unit)).toEqual(files)
      }),
      { numRuns: 300 },
    )
  })

  it('changes nothing when it is imported into the project it came from', () => {
    fc.assert(
      fc.property(tapes, fc.constantFrom(...offsetUnits), (tape, unit) => {
        const project = soundFrom(tape)
        const again = importInto(project, exportFiles(project, jsonl, unit), 1)
        expect(again.changes).toEqual([])
        expect(again.items).toEqual([])
      }),
    )
  })

  it('of another tool keeps its ids as external ids, and a second import finds them', () => {
    fc.assert(
      fc.property(tapes, tape => {
        const project = anyFrom(tape)
        const foreign = withForeignIds(exportFiles(project, jsonl, 'codepoint'))
        const first = importInto(emptyProject(defaultCodebook), foreign, 1)
        for (const change of first.changes) changeSchema.parse(change)
        const files = exportFiles(first.project, jsonl, 'codepoint')
        const copy = importInto(emptyProject(defaultCodebook), files, 2)
        expect(exportFiles(copy.project, jsonl, 'codepoint')).toEqual(files)
        const second = importInto(first.project, foreign, 3)
        expect(second.changes).toEqual([])
        expect(second.project.articles.size).toBe(first.project.articles.size)
      }),
    )
  })

  it('says the same in either unit: only the offsets and their unit differ', () => {
    fc.assert(
      fc.property(tapes, tape => {
        const project = soundFrom(tape)
        const inUnit = (unit: 'codepoint' | 'utf16') => exportFiles(project, jsonl, unit)
        const fromUtf16 = importInto(emptyProject(defaultCodebook), inUnit('utf16'), 1)
        expect(exportFiles(fromUtf16.project, jsonl, 'codepoint')).toEqual(inUnit('codepoint'))
      }),
    )
  })

  it('is read as one line an article by readers that break at every Unicode line break', () => {
    fc.assert(
      fc.property(tapes, tape => {
        const project = anyFrom(tape)
        const text = exportFiles(project, jsonl, 'codepoint').get('articles.jsonl') ?? ''
        expect(text.split(/\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/)).toEqual([
          ...linesOf(text),
          '',
        ])
      }),
    )
  })
})
