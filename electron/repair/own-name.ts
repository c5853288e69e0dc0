import path from 'node:path'
import { annotationFile } from '../../shared/project/change'
import type { FileContent } from '../../shared/project/file-content'
import type { AnnotationsFile } from '../../shared/project/files'

/** The name that a file should have by what it says it holds. */
export function ownNameOf(file: string, content: FileContent): string {
  if (file.startsWith('annotations/')) {
    const { article, annotator } = content as unknown as AnnotationsFile
    return annotationFile(article, annotator)
  }
  return /^(?:sources|annotators)\//.test(file)
    ? `${path.posix.dirname(file)}/${String(content['id'])}.json`
    : file
}
