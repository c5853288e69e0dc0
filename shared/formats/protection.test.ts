import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SourceId } from '../annotation/annotation'
import { csv } from './csv/csv'
import { jsonl } from './jsonl'
import {
  hiddenSources,
  pseudonymsOf,
  sourceNames,
  withoutMetadata,
  withPseudonyms,
} from './protection'
import { goldIds, goldProject } from './testing/gold-project'
import { exportArticles, exportContext } from './testing/memory-project'
import { projectFromTape } from './testing/project-from-tape'
import type { MemoryProject } from './testing/memory-project'

/** A digest for tests: the last ten digits of the id, turned around. */
const digestOf = (id: SourceId): string => [...id.slice(-10)].reverse().join('')

function written(project: MemoryProject, format: typeof jsonl): string {
  const { codebook } = project.state
  const sources = [...project.state.sources.values()]
  const pseudonyms = pseudonymsOf(sources, digestOf)
  const names = sourceNames(sources)
  const context = {
    ...exportContext(project, 'codepoint'),
    sources: hiddenSources(sources, pseudonyms),
  }
  const writer = format.start(context)
  return [
    ...writer.begin(),
    ...exportArticles(project).flatMap(
      article =>
        writer.article(
          withPseudonyms(withoutMetadata(article, ['publisher']), codebook, { pseudonyms, names }),
        ).pieces,
    ),
  ]
    .map(piece => piece.text ?? '')
    .join('')
}

describe('a protected export', () => {
  it.each([jsonl, csv])('of $name names no source by its id, external id or alias', format => {
    const files = written(goldProject(), format)
    for (const telling of [goldIds.renee, goldIds.office, 'R. O.', 'Q42', 'The Quay'])
      expect(files).not.toContain(telling)
    expect(files).toContain('Source 1200000000')
    // The words of the text are the article's, and stay.
    expect(files).toContain('Okafor')
  })

  it('keeps who is the same person, and nothing else of the sources', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 250, size: 'max' }), tape => {
        const project = projectFromTape(tape, { isSound: true })
        const sources = [...project.state.sources.values()]
        const pseudonyms = pseudonymsOf(sources, digestOf)
        const names = sourceNames(sources)
        for (const article of exportArticles(project)) {
          const hidden = withPseudonyms(article, project.state.codebook, { pseudonyms, names })
          hidden.annotations.forEach((annotation, index) => {
            const before = article.annotations[index]?.attributes ?? {}
            for (const [key, value] of Object.entries(annotation.attributes)) {
              const source = before[key]
              if (typeof source === 'string' && pseudonyms.has(source as SourceId))
                expect(value).toBe(pseudonyms.get(source as SourceId)?.id)
            }
            expect(annotation.spans).toEqual(article.annotations[index]?.spans)
          })
        }
      }),
    )
  })

  it('hides a name that stands in an attribute as words', () => {
    const project = goldProject()
    const sources = [...project.state.sources.values()]
    const pseudonyms = pseudonymsOf(sources, digestOf)
    const [article] = exportArticles(project)
    const [annotation] = article?.annotations ?? []
    if (article === undefined || annotation === undefined) throw new Error('No annotation')
    const named = {
      ...article,
      annotations: [{ ...annotation, attributes: { cue: ' harbour OFFICE', other: 'Harbour' } }],
    }
    expect(
      withPseudonyms(named, project.state.codebook, { pseudonyms, names: sourceNames(sources) })
        .annotations[0]?.attributes,
    ).toEqual({ cue: 'Source 2200000000', other: 'Harbour' })
  })
})
