import fs from 'node:fs'
import path from 'node:path'
import { createHash } from 'node:crypto'
import type { Article } from '../../shared/article/article'
import { articleIdSchema } from '../../shared/article/article'
import type { ImportReport } from '../../shared/ipc/contract'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { currentMinReader, currentVersion } from '../../shared/project/files'
import { explainFileError } from '../store/explain-error'
import type { Surroundings } from '../store/identity'
import type { ProjectStore } from '../store/project-store'
import { readRegularFile } from '../store/read-regular-file'
import { sha256Hex } from '../store/signed-text'
import type { ReadArticle } from './read-article'
import { largestArticleBytes } from './read-article'
import type { ArticleReader } from './reader/article-reader'

/** What an import needs beside the project: who reads, and time and ids. */
export type ImportSetting = {
  readonly surroundings: Surroundings
  readonly reader: ArticleReader
}

/** Deepest folder inside a dropped folder that is looked into. */
const deepestFolder = 16

/**
 * Import files, and the files of folders, in the order given. Each article is then complete or absent,
 * and everything that was not imported is in the report with its reason.
 */
export async function importFiles(
  store: ProjectStore,
  paths: readonly string[],
  setting: ImportSetting,
  onProgress: (progress: { done: number; total: number; name: string }) => void = () => undefined,
): Promise<ImportReport> {
  const report: ImportReport = { imported: [], failed: [] }
  const files = paths.flatMap(file => filesBelow(file, report))
  for (const [index, file] of files.entries()) {
    const name = path.basename(file)
    onProgress({ done: index, total: files.length, name })
    const imported = await importFile(store, file, setting)
    if (imported.ok) report.imported.push(imported.value)
    else report.failed.push({ name, message: imported.error.message })
  }
  return report
}

async function importFile(
  store: ProjectStore,
  file: string,
  setting: ImportSetting,
): Promise<Result<ImportReport['imported'][number]>> {
  const name = path.basename(file)
  const bytes = readBytes(file, name)
  return bytes.ok ? importBytes(store, name, bytes.value, setting) : bytes
}

/** Import one article from a file's bytes; `name` is the file's own name, for its kind and for the record. */
export async function importBytes(
  store: ProjectStore,
  name: string,
  bytes: Uint8Array,
  { surroundings, reader }: ImportSetting,
): Promise<Result<ImportReport['imported'][number]>> {
  const read = await reader.read(bytes, name)
  if (!read.ok) return read
  const article = articleFrom(read.value, bytes, name, surroundings)
  const added = await store.addArticle({ article, original: { bytes } })
  if (!added.ok) return added
  return succeed({ article: article.id, title: article.title, remarks: [...read.value.remarks] })
}

function readBytes(file: string, name: string): Result<Uint8Array> {
  try {
    return succeed(readRegularFile(file, largestArticleBytes))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ETOOBIG')
      return fail(
        'too-large',
        `“${name}” was not imported: it is larger than ${largestArticleBytes / 1024 / 1024} MB. Split it into parts and import those.`,
      )
    // A socket cannot even be opened.
    if (code === 'EFTYPE' || code === 'ENXIO')
      return fail('unreadable', `“${name}” was not imported: it is not a file with text in it.`)
    return explainFileError(error, `“${name}” was not imported`)
  }
}

function articleFrom(
  read: ReadArticle,
  bytes: Uint8Array,
  name: string,
  surroundings: Surroundings,
): Article {
  const id = articleIdSchema.parse(surroundings.newId())
  return {
    format: 'assay-article',
    version: currentVersion,
    minReader: currentMinReader,
    id,
    title: read.title,
    metadata: read.metadata,
    text: read.text,
    textSha256: sha256Hex(read.text),
    document: read.document,
    original: {
      file: `originals/${id}${extensionOf(name)}`,
      name,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mediaType: read.mediaType,
      encoding: read.encoding,
      encodingFrom: read.encodingFrom,
      importedAt: surroundings.now(),
    },
  }
}

/** The extension, when it is a harmless one; a name from outside never becomes a name on our disk. */
function extensionOf(name: string): string {
  const extension = path.extname(name).toLowerCase()
  return /^\.[a-z0-9]{1,8}$/.test(extension) ? extension : '.bin'
}

/** The file itself, or all files below a folder in the order of their names; hidden ones are passed over. */
function filesBelow(file: string, report: ImportReport, depth = 0): string[] {
  try {
    const stat = depth === 0 ? fs.statSync(file) : fs.lstatSync(file)
    if (!stat.isDirectory()) return stat.isSymbolicLink() ? [] : [file]
    if (depth > deepestFolder) return []
    return fs
      .readdirSync(file)
      .filter(name => !name.startsWith('.'))
      .sort()
      .flatMap(name => filesBelow(path.join(file, name), report, depth + 1))
  } catch (error) {
    const name = path.basename(file)
    const { message } = explainFileError(error, `“${name}” was not imported`).error
    report.failed.push({ name, message })
    return []
  }
}
