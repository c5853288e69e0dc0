import { describe, expect, test } from 'vitest'
import type { ArticleField } from '../codebook/codebook'
import { defaultCodebook } from '../codebook/default-codebook'
import { exportFormats } from './formats'
import { jsonl } from './jsonl'
import { goldProject } from './testing/gold-project'
import type { MemoryProject } from './testing/memory-project'
import {
  countingIds,
  emptyProject,
  exportArticles,
  exportContext,
  exportFiles,
  importFiles,
} from './testing/memory-project'

const fields: ArticleField[] = [
  { key: 'desk', label: 'Desk', kind: 'text' },
  { key: 'rating', label: 'Rating', kind: 'choice', choices: [{ key: 'good-7', label: 'Good' }] },
]

/** The gold project, whose first article has the detail `desk`, with that as a field. */
function withFields(): MemoryProject {
  const { articles, state } = goldProject()
  return { articles, state: { ...state, codebook: { ...state.codebook, fields } } }
}

const carriers = exportFormats.filter(({ name }) => name !== 'report')

describe('own fields of articles', () => {
  test.each(carriers)('go out with $name', format => {
    const files = exportFiles(withFields(), format, format.offsetUnit ?? 'codepoint')
    const holders = [...files].filter(([, text]) => /\bSea\b/.test(text))
    expect(holders.length, 'a file with the value').toBeGreaterThan(0)
  })

  test('are a loss where quotations alone are shown', () => {
    const format = exportFormats.find(({ name }) => name === 'report')
    const project = withFields()
    const writer = format?.start(exportContext(project, 'codepoint'))
    const [ferry] = exportArticles(project)
    if (ferry === undefined) throw new RangeError('The gold project has articles')
    expect(writer?.article(ferry).losses.filter(({ kind }) => kind === 'article-field')).toEqual([
      {
        kind: 'article-field',
        article: ferry.id,
        message: 'The article’s Desk “Sea” was left out.',
      },
    ])
  })

  test('have columns of their own in tables', () => {
    const files = exportFiles(
      withFields(),
      carriers.find(({ name }) => name === 'csv') ?? jsonl,
      'codepoint',
    )
    const [head, ferry] = (files.get('articles.csv') ?? '').split('\r\n')
    expect(head).toContain('language,field.desk,field.rating,other_metadata')
    expect(ferry).toContain(',Sea,,,')
    expect(files.get('datapackage.json')).toContain('Rating, one of: good-7 (Good).')
  })

  test('come back with the dataset, into a project that has others', () => {
    const files = exportFiles(withFields(), jsonl, 'codepoint')
    const others: ArticleField[] = [{ key: 'reach', label: 'Reach', kind: 'number' }]
    const into = importFiles(emptyProject({ ...defaultCodebook, fields: others }), files, {
      newId: countingIds(9),
      at: '2031-03-16T08:00:00.000Z',
    })
    expect(into.project.state.codebook.fields).toEqual([...fields, ...others])
    const again = exportFiles(into.project, jsonl, 'codepoint')
    expect(again.get('articles.jsonl')).toBe(files.get('articles.jsonl'))
  })
})
