import path from 'node:path'
import { fieldsOf } from '../../shared/codebook/codebook'
import type { ImportReport } from '../../shared/ipc/import-calls'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { explainFileError } from '../store/explain-error'
import type { ProjectStore } from '../store/project-store'
import { readRegularFile } from '../store/read-regular-file'
import { articleFrom } from './article-from'
import { findFiles, foldersFrom, notImported } from './find-files'
import type { ImportItem, ImportSetting } from './import-items'
import { importItems } from './import-items'
import { bytesSha256 } from './known-articles'
import { largestArticleBytes } from './read-article'
import { tableKind } from './table/row-values'
import { tableItems, takeGuess } from './table/table-items'

/** Import files, and the files of folders, in the order given. */
export async function importFiles(
  store: ProjectStore,
  paths: readonly string[],
  given: ImportSetting,
): Promise<ImportReport> {
  const setting = { ...given, how: { ...given.how, fields: fieldsOf(store.codebook()) } }
  const { files, failed } = findFiles(paths)
  const folderOf = foldersFrom(paths)
  const sources: Source[] = []
  for (const file of files) {
    if (setting.signal?.aborted === true) break
    const folder = folderOf(file)
    const source = await sourceOf(file, folder, setting)
    if (source.ok) sources.push(source.value)
    else failed.push(notImported(file, source.error.message, folder))
  }
  const total = sources.reduce((sum, source) => sum + source.total, 0)
  const report = await importItems(store, itemsIn(sources), total, setting)
  return { ...report, failed: [...failed, ...report.failed] }
}

/** Import one of our own articles; `name` is the file's own name, for its kind and for the record. */
export async function importBytes(
  store: ProjectStore,
  name: string,
  bytes: Uint8Array,
  { reader, surroundings }: ImportSetting,
): Promise<Result<object>> {
  const read = await reader.read(bytes, name)
  if (!read.ok) return read
  const article = articleFrom(read.value, { name, sha256: bytesSha256(bytes) }, surroundings)
  return store.addArticle({ article, original: { bytes } })
}

/** What one file brings: itself, or the rows of a table. */
type Source = {
  readonly total: number
  readonly items: Iterable<ImportItem> | AsyncIterable<ImportItem>
}

async function sourceOf(
  file: string,
  folder: string | undefined,
  { reader, askColumns = takeGuess, how }: ImportSetting,
): Promise<Result<Source>> {
  return tableKind(file) === undefined
    ? succeed({ total: 1, items: [itemOf(file, folder)] })
    : await tableItems(file, reader, askColumns, how)
}

async function* itemsIn(sources: readonly Source[]): AsyncGenerator<ImportItem> {
  for (const { items } of sources) yield* items
}

function itemOf(file: string, folder: string | undefined): ImportItem {
  const name = path.basename(file)
  return {
    name,
    load: () => readBytes(file, name),
    ...(folder === undefined ? {} : { folder }),
  }
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
