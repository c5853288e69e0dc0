import path from 'node:path'
import type { Article } from '../../shared/article/article'
import { articleIdSchema } from '../../shared/article/article'
import { currentMinReader, currentVersion } from '../../shared/project/files'
import type { Surroundings } from '../store/identity'
import { sha256Hex } from '../store/signed-text'
import type { ReadArticle } from './read-article'
import { tableKind } from './table/row-values'

/** A new article of the project, from what was read out of a file of this name and checksum. */
export function articleFrom(
  read: ReadArticle,
  original: { readonly name: string; readonly sha256: string },
  surroundings: Surroundings,
): Article {
  const id = articleIdSchema.parse(surroundings.newId())
  return {
    format: 'assay-article',
    version: currentVersion,
    minReader: currentMinReader,
    id,
    title: read.title,
    titleFrom: read.titleFrom,
    metadata: read.metadata,
    text: read.text,
    textSha256: sha256Hex(read.text),
    document: read.document,
    original: {
      file: `originals/${id}${extensionOf(original.name, read.mediaType)}`,
      name: original.name,
      sha256: original.sha256,
      mediaType: read.mediaType,
      encoding: read.encoding,
      encodingFrom: read.encodingFrom,
      ...(read.reading === undefined ? {} : { reading: read.reading }),
      ...(read.leftOutWords === undefined ? {} : { leftOutWords: read.leftOutWords }),
      importedAt: surroundings.now(),
    },
  }
}

/** The extension, when it is a harmless one; a name from outside never becomes a name on our disk. */
function extensionOf(name: string, mediaType: string): string {
  // A row of a workbook is kept as an object in JSON.
  if (mediaType === 'application/json' && tableKind(name) === 'workbook') return '.json'
  const extension = path.extname(name).toLowerCase()
  return /^\.[a-z0-9]{1,8}$/.test(extension) ? extension : '.bin'
}
