import { describe, expect, test } from 'vitest'
import { defaultCodebook } from '../codebook/default-codebook'
import { annotatorsOf, carriedArticle } from './carried-article'
import { importFormats } from './formats'
import { goldIds, goldProject } from './testing/gold-project'
import {
  countingIds,
  emptyProject,
  exportArticles,
  exportContext,
  exportFiles,
  importFiles,
} from './testing/memory-project'

const at = '2026-03-04T00:00:00.000Z'
const loss = (more: object) => ({ kind: 'any', article: goldIds.ferry, message: 'm', ...more })

describe('what of an article an export carries', () => {
  const ferry = exportArticles(goldProject()).find(({ id }) => id === goldIds.ferry)
  if (ferry === undefined) throw new Error('The gold project has a ferry')
  const [annotation] = ferry.annotations
  const [relation] = ferry.relations

  test('is all of it when nothing was left out, whatever else was lost', () => {
    expect(carriedArticle(ferry, [loss({ annotation: annotation?.id })])).toEqual(ferry)
  })

  test('is without what was left out', () => {
    const carried = carriedArticle(ferry, [
      loss({ annotation: annotation?.id, isLeftOut: true }),
      loss({ relation: relation?.id, isLeftOut: true }),
    ])
    expect(carried?.annotations).toEqual(ferry.annotations.slice(1))
    expect(carried?.relations).toEqual(ferry.relations.slice(1))
  })

  test('is nothing when the article itself was left out', () => {
    expect(carriedArticle(ferry, [loss({ isLeftOut: true })])).toBeUndefined()
  })

  test.each(importFormats.map(format => ({ name: format.name, format })))(
    '$name: as many relations and annotators as its own reader finds again',
    ({ format }) => {
      const project = goldProject()
      const writer = format.start(exportContext(project, format.offsetUnit ?? 'codepoint'))
      const carried = exportArticles(project).flatMap(
        article => carriedArticle(article, writer.article(article).losses) ?? [],
      )
      const files = exportFiles(project, format, format.offsetUnit ?? 'codepoint')
      const back = importFiles(
        emptyProject(defaultCodebook),
        files,
        { newId: countingIds(1000), at },
        format,
      ).project
      expect(relationCount(exportArticles(back))).toBe(relationCount(carried))
      expect(new Set(exportArticles(back).flatMap(annotatorsOf)).size).toBe(
        new Set(carried.flatMap(annotatorsOf)).size,
      )
    },
  )
})

function relationCount(articles: ReturnType<typeof exportArticles>): number {
  return articles.reduce((sum, { relations }) => sum + relations.length, 0)
}
