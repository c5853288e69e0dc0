import { describe, expect, it } from 'vitest'
import { createAnnotation } from '../../annotation/annotation'
import type { AnnotationId } from '../../annotation/annotation'
import type { ExportArticle } from '../format'
import { goldIds, goldProject } from '../testing/gold-project'
import { exportArticles, exportContext } from '../testing/memory-project'
import { readUima } from './read-uima'
import { uima } from './uima'

const context = exportContext(goldProject(), 'utf16')

const goldArticle = (): ExportArticle => {
  const article = exportArticles(goldProject()).find(({ id }) => id === goldIds.harbour)
  if (article === undefined) throw new RangeError('The gold project has no harbour')
  return article
}

describe('what an export for UIMA loses', () => {
  it('names the article and the annotation whose characters XML forbids', () => {
    const article = goldArticle()
    const text = `${article.text}\u0001`
    const id = '01950000-0000-7000-8000-000000000777' as AnnotationId
    const annotation = {
      ...createAnnotation(text, {
        id,
        type: 'claim',
        spans: [{ start: 0, end: 2 }],
        at: '2026-03-02T08:15:30.250Z',
      }),
      note: 'odd \u0002',
      annotator: goldIds.ada,
    }
    const { pieces, losses } = uima
      .start(context)
      .article({ ...article, text, annotations: [annotation], relations: [] })
    expect(losses).toMatchObject([
      {
        kind: 'xml-character',
        article: article.id,
        message: expect.stringContaining('Harbour, log') as string,
      },
      { kind: 'xml-character', annotation: id, message: expect.stringContaining('“At”') as string },
    ])
    const [json, xmi] = pieces.map(piece => piece.text ?? '')
    expect(json).toContain('odd \\u0002')
    expect(xmi).toContain('odd \uFFFD')
    expect(xmi).toContain(`${article.text.slice(-2)}\uFFFD"`)
  })

  it('lists each relation that reaches into another file', () => {
    const { losses } = uima.start(context).article(goldArticle())
    expect(losses.map(({ kind, relation }) => [kind, relation?.slice(-3)])).toEqual([
      ['relation-end', '304'],
      ['relation-across-files', '303'],
    ])
  })
})

describe('the names of files', () => {
  it('are different for articles and annotators of the same name, and the same in every export', () => {
    const namesake = {
      ...context,
      annotators: new Map(
        [...context.annotators].map(([id, annotator]) => [id, { ...annotator, name: 'Ada' }]),
      ),
    }
    const writer = uima.start(namesake)
    const [ferry] = exportArticles(goldProject())
    if (ferry === undefined) throw new RangeError('The gold project has no ferry')
    const files = [ferry, ferry]
      .flatMap(article => writer.article(article).pieces)
      .map(({ file }) => file)
    expect(files.filter(file => file.startsWith('json/'))).toEqual([
      'json/ferry-lind-late.ada.json',
      'json/ferry-lind-late.ada-2.json',
      'json/ferry-lind-late-2.ada.json',
      'json/ferry-lind-late-2.ada-2.json',
    ])
  })
})

describe('the reader', () => {
  it('throws at no file, whatever was cut out of it', () => {
    const [json = '', xmi = ''] = uima
      .start(context)
      .article(goldArticle())
      .pieces.map(piece => piece.text ?? '')
    for (const [name, whole] of [
      ['a.json', json],
      ['a.xmi', xmi],
    ] as const)
      for (let cut = 0; cut < whole.length; cut += 13) {
        const text = whole.slice(0, cut) + whole.slice(cut + 9)
        const { found, refused } = readUima({
          names: [name],
          text: () => text,
          bytes: () => new Uint8Array(),
          lines: () => [],
        })
        expect(found === undefined ? refused : [...found.articles].length).toBeTruthy()
      }
  })
})
