import type { NamesOfFiles } from '../../shared/project/file-in-words'
import { readArticleFile } from './article-files'
import type { ArticleIndex } from './article-index'
import { pathOfFile, schemaOfFile } from './project-files'
import { readSnapshot } from './snapshot'

/**
 * What the ids of a project's files mean, read straight from the disk: nothing is mended, remembered or
 * said by it, so that it can be asked while something is wrong. The index still knows the titles of
 * articles that cannot be read.
 */
export function namesOfFiles(
  projectFolder: string,
  index: ArticleIndex,
  you?: string,
): NamesOfFiles {
  const nameIn = (file: string, key: 'name' | 'title'): string | undefined => {
    const schema = schemaOfFile(file)
    if (schema === undefined) return undefined
    try {
      const reading = readSnapshot(pathOfFile(projectFolder, file), schema)
      const name = 'snapshot' in reading ? reading.snapshot.content[key] : undefined
      return typeof name === 'string' ? name : undefined
    } catch {
      // Not to be read: then it has no name.
      return undefined
    }
  }
  const ownTitle = (id: string): string | undefined => {
    if (schemaOfFile(`articles/${id}.json`) === undefined) return undefined
    try {
      const article = readArticleFile(projectFolder, id)
      return article.ok ? article.value.title : undefined
    } catch {
      return undefined
    }
  }
  return {
    title: id =>
      index.entries.get(id)?.summary.title ??
      nameIn(`metadata/${id}.json`, 'title') ??
      ownTitle(id),
    person: id => nameIn(`annotators/${id}.json`, 'name'),
    source: id => nameIn(`sources/${id}.json`, 'name'),
    you,
  }
}
