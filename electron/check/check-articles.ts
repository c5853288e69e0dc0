import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Article } from '../../shared/article/article'
import { inspectArticleFile } from '../store/article-files'
import { errorCode } from '../store/explain-error'
import { readOwnFile } from '../store/read-regular-file'
import type { Find } from './finding'
import type { Tree } from './check-tree'

/** Read every article and the file it was made from; gives those that are whole, by id. */
export function checkArticles(
  projectFolder: string,
  tree: Tree,
  find: Find,
  advance: () => void,
): ReadonlyMap<string, Article> {
  const articles = new Map<string, Article>()
  const originals = new Set<string>()
  for (const file of tree.named('articles')) {
    advance()
    const id = path.basename(file, '.json')
    const article = checkArticle(projectFolder, file, id, find)
    if (article === undefined) continue
    articles.set(id, article)
    if (article.original.file !== undefined) originals.add(article.original.file)
    checkOriginal(projectFolder, article, find)
  }
  for (const file of tree.originals)
    if (!originals.has(file))
      find(file, 'unknown-original', 'no article that can be read was made from it')
  return articles
}

function checkArticle(
  projectFolder: string,
  file: string,
  id: string,
  find: Find,
): Article | undefined {
  try {
    const reading = inspectArticleFile(projectFolder, id)
    switch (reading.kind) {
      case 'good':
        return reading.article
      case 'edited':
        find(
          file,
          'changed',
          'its checksum does not fit: another program changed it, or the disk did',
        )
        return reading.article
      case 'missing':
        find(file, 'missing', 'it is missing')
        return undefined
      case 'newer':
        find(file, 'newer', 'a newer version of Assay wrote it')
        return undefined
      case 'bad':
        find(file, 'damaged', `it is damaged: ${reading.why}`)
        return undefined
    }
  } catch (error) {
    find(file, 'damaged', `it cannot be read: the system says ${errorCode(error) ?? String(error)}`)
    return undefined
  }
}

function checkOriginal(projectFolder: string, { original }: Article, find: Find): void {
  if (original.file === undefined) return
  const file = `originals/${path.posix.basename(original.file)}`
  if (file !== original.file) {
    find(
      original.file,
      'wrong-place',
      'an original lies outside the folder of originals; it was not read',
    )
    return
  }
  const at = path.join(projectFolder, ...file.split('/'))
  try {
    if (!fs.existsSync(at)) find(file, 'original', 'the imported file is missing')
    else if (createHash('sha256').update(readOwnFile(at)).digest('hex') !== original.sha256)
      find(file, 'original', 'the imported file has changed since it was imported')
  } catch (error) {
    find(
      file,
      'original',
      `the imported file cannot be read: the system says ${errorCode(error) ?? ''}`,
    )
  }
}
