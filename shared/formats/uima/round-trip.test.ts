import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Relation } from '../../annotation/annotation'
import { defaultCodebook } from '../../codebook/default-codebook'
import type { ExportArticle, Owned } from '../format'
import type { ImportableFormat } from '../formats'
import { goldProject } from '../testing/gold-project'
import type { Files, Imported, MemoryProject } from '../testing/memory-project'
import {
  countingIds,
  emptyProject,
  exportArticles,
  exportFiles,
  importFiles,
} from '../testing/memory-project'
import { projectFromTape } from '../testing/project-from-tape'
import { innerRelations } from './losses'
import { uima as format } from './uima'

const uima = format as ImportableFormat
const at = '2026-03-01T12:00:00.000Z'
const tapes = fc.array(fc.nat(), { maxLength: 250, size: 'max' })

const importInto = (project: MemoryProject, files: Files, series = 1000): Imported =>
  importFiles(project, files, { newId: countingIds(series), at }, uima)

const only = (files: Files, wanted: RegExp): Files =>
  new Map([...files].filter(([name]) => wanted.test(name)))

/** What the format promises to bring back of an article: all but relations across files and notes on whole articles. */
function carried(article: ExportArticle): unknown {
  const { id, externalId, title, text, metadata, status, annotations } = article
  const relations: readonly Owned<Relation>[] = innerRelations(article).carried
  return {
    id,
    externalId,
    title,
    text,
    metadata: Object.entries(metadata)
      .map(([field, { value }]) => [field, value])
      .sort(),
    status: Object.entries(status)
      .filter(([, value]) => value !== 'new')
      .sort(),
    annotations: annotations.map(({ note, ...annotation }) => ({
      ...annotation,
      note: note ?? '',
    })),
    relations,
  }
}

const said = (project: MemoryProject): unknown => exportArticles(project).map(carried)

describe('an export for UIMA', () => {
  it('comes back with all that it does not list as lost', () => {
    fc.assert(
      fc.property(tapes, fc.boolean(), (tape, isSound) => {
        const project = projectFromTape(tape, { isSound })
        const imported = importInto(
          emptyProject(defaultCodebook),
          exportFiles(project, uima, 'utf16'),
        )
        expect(imported.items).toEqual([])
        expect(said(imported.project)).toEqual(said(project))
        expect(imported.project.state.sources).toEqual(project.state.sources)
      }),
      { numRuns: 200 },
    )
  })

  it('comes back from its XMI alone, but for characters that XML forbids', () => {
    fc.assert(
      fc.property(tapes, tape => {
        const project = projectFromTape(tape, { isSound: true })
        const files = only(exportFiles(project, uima, 'utf16'), /^xmi\/|\.xml$|^(codebook|sources)/)
        const imported = importInto(emptyProject(defaultCodebook), files)
        expect(imported.items).toEqual([])
        const legible = JSON.parse(
          JSON.stringify(said(project)).replaceAll('\\u0001', '\uFFFD'),
        ) as unknown
        expect(JSON.parse(JSON.stringify(said(imported.project)))).toEqual(legible)
      }),
    )
  })

  it('changes nothing in the project that it came from, also without the files beside it', () => {
    fc.assert(
      fc.property(tapes, tape => {
        const project = projectFromTape(tape, { isSound: true })
        const files = exportFiles(project, uima, 'utf16')
        const whole = importInto(project, files)
        expect(whole.changes).toEqual([])
        expect(whole.items).toEqual([])
        if (project.articles.size === 0) return
        const lone = importInto(project, only(files, /^json\//))
        // A name left where a source belongs makes a source, as from any file that has no codebook beside it.
        expect(lone.changes.filter(({ kind }) => kind !== 'source')).toEqual([])
      }),
    )
  })

  it('keeps every annotation of the gold project, whichever file is read', () => {
    const files = exportFiles(goldProject(), uima, 'utf16')
    for (const kind of [/^json\//, /^xmi\//, /^xmi\/|TypeSystem/]) {
      const imported = importInto(emptyProject(defaultCodebook), only(files, kind))
      expect(imported.items).toEqual([])
      expect(said(imported.project)).toEqual(said(goldProject()))
    }
  })
})
