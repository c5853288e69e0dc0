import fs from 'node:fs'
import path from 'node:path'
import type { Annotation } from '../shared/annotation/annotation'
import type { Article } from '../shared/article/article'
import type { AnnotationsFile } from '../shared/project/files'

/** All JSON files of one folder of a project, by name, in the order of their names. */
export function readFolder<Content>(project: string, folder: string): Content[] {
  return fs
    .readdirSync(path.join(project, folder))
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => JSON.parse(fs.readFileSync(path.join(project, folder, name), 'utf8')) as Content)
}

export function readArticles(project: string): Article[] {
  return readFolder<Article>(project, 'articles')
}

/** Annotations as the snapshots hold them: complete once the project is closed. */
export function readAnnotations(project: string): Annotation[] {
  return readFolder<AnnotationsFile>(project, 'annotations').flatMap(file => file.annotations)
}

/** Words at the places of all annotations by the article they are on, in the order the articles came in. */
export function wordsByArticle(project: string): string[][] {
  const files = readFolder<AnnotationsFile>(project, 'annotations')
  return readArticles(project).map(({ id, text }) =>
    files
      .filter(({ article }) => article === id)
      .flatMap(({ annotations }) =>
        annotations.map(({ spans }) =>
          spans.map(({ start, end }) => text.slice(start, end)).join(' … '),
        ),
      ),
  )
}

/** Every edit in the journals, as text: what is durable while the project is open or after a kill. */
export function readJournalText(project: string): string {
  const folder = path.join(project, 'journal')
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => fs.readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('')
}

const idPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const timePattern = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g

/**
 * A file's text with ids numbered in the order they appear and times, checksums and the journals' names
 * blanked: what must be the same on every run.
 */
export function withoutIdsAndTimes(text: string): string {
  const numbers = new Map<string, number>()
  return text
    .replace(/[0-9a-f]{64}/g, '<sha256>')
    .replace(/([0-9a-f-]{36})\.[0-9a-f]{8}/g, '$1.<instance>')
    .replace(timePattern, '<time>')
    .replace(idPattern, id => {
      if (!numbers.has(id)) numbers.set(id, numbers.size + 1)
      return `<id ${numbers.get(id) ?? 0}>`
    })
}
