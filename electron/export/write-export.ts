import path from 'node:path'
import { compareText } from '../../shared/annotation/annotation'
import { annotatorsOf, carriedArticle } from '../../shared/formats/carried-article'
import type { ExportArticle, ExportContext, ExportFormat } from '../../shared/formats/format'
import { jsonFile } from '../../shared/formats/json-text'
import type { LossLine } from '../../shared/formats/loss-summary'
import { lossCounter } from '../../shared/formats/loss-summary'
import { verifiedArticle } from '../../shared/formats/verified'
import { fail, succeed } from '../../shared/outcome/result'
import type { Result } from '../../shared/outcome/result'
import { explainFileError } from '../store/explain-error'
import type { ExportFiles } from './export-files'
import { openExportFiles } from './export-files'
import { exportParts } from './export-parts'
import { discardFolder, moveInPlace, prepareFolder } from './export-folder'
import type { ExportFolder } from './export-folder'
import {
  countArticle,
  longestLossList,
  manifestHead,
  manifestLoss,
  manifestName,
  noCounts,
} from './manifest'
import type { ExportCounts, ExportManifest, ManifestLoss } from './manifest'
import { NotPrinted, noPrinter, printedPieces } from './print-pieces'
import type { Printer } from './print-pieces'
import { openNewFile } from './stream-file'
import type { OpenFile } from './stream-file'

export type ExportRequest = {
  readonly format: ExportFormat
  /** Path of the folder the export is to be. */
  readonly out: string
  /** True when an earlier export in that folder may be replaced. */
  readonly replace: boolean
  readonly toolVersion: string
  readonly context: ExportContext
  /** Ordered by id, each once. */
  readonly articles: AsyncIterable<ExportArticle>
  /** Time of the export, UTC with milliseconds. */
  readonly at: string
  /** Called after each article with how many are done. */
  readonly onProgress?: ((done: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
  /** Prints pages; absent where there is no window, where a printed format is refused. */
  readonly printer?: Printer | undefined
  /** How files are opened; tests give a disk that is full or takes little at a time. */
  readonly openFile?: OpenFile | undefined
}

export type WrittenExport = {
  /** Path of the finished folder. */
  readonly folder: string
  readonly manifest: ExportManifest
  /** Name of the earlier export, still beside the new one, when the disk would not let it be removed. */
  readonly leftBehind?: string
}

/**
 * Write an export: everything goes into a folder beside `out` first, `manifest.json` last, and is moved
 * in place in the end. Whatever goes wrong before that, and a cancellation, leaves an earlier export
 * as it was and nothing else behind. Memory does not grow with the number of articles.
 */
export async function writeExport(request: ExportRequest): Promise<Result<WrittenExport>> {
  const what = `The export to “${path.basename(path.resolve(request.out))}” was not written, and what was there before is unchanged`
  if (request.format.isPrinted === true && request.printer === undefined)
    return fail('refused', noPrinter(request.format))
  let folder: ExportFolder | undefined
  try {
    const prepared = await prepareFolder(request.out, request.replace)
    if (!prepared.ok) return prepared
    folder = prepared.value
    const manifest = await writeFiles(folder.partial, request)
    if (manifest === undefined) {
      await discardFolder(folder)
      return fail('cancelled', `${what}: it was cancelled.`)
    }
    const moved = await moveInPlace(folder)
    if (!moved.ok) {
      await discardFolder(folder)
      return moved
    }
    return succeed({ folder: folder.target, manifest, ...moved.value })
  } catch (error) {
    if (folder !== undefined) await discardFolder(folder)
    if (error instanceof NotPrinted) return fail('not-saved', `${what}: ${error.message}`)
    return explainFileError(error, what)
  } finally {
    request.printer?.close()
  }
}

/** Write all files of the export, the manifest last; `undefined` when it was cancelled. */
async function writeFiles(
  folder: string,
  request: ExportRequest,
): Promise<ExportManifest | undefined> {
  const { format, context, signal } = request
  const files = openExportFiles(folder, request.openFile ?? openNewFile)
  try {
    const written = await writeArticles(files, request)
    const manifest: ExportManifest = {
      ...manifestHead(format, context, request),
      counts: written.counts,
      files: await files.finish(),
      loss_summary: written.summary,
      losses: written.losses,
    }
    if (isCancelled(signal)) return undefined
    await files.append([{ file: manifestName, text: jsonFile(manifest) }])
    await files.finish()
    return isCancelled(signal) ? undefined : manifest
  } finally {
    await files.close()
  }
}

/** Asked anew each time: the window may cancel while a file is being written. */
function isCancelled(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true
}

type WrittenArticles = {
  readonly counts: ExportCounts
  readonly losses: readonly ManifestLoss[]
  readonly summary: readonly LossLine[]
}

async function writeArticles(
  files: ExportFiles,
  { articles, format, context, signal, onProgress, printer }: ExportRequest,
): Promise<WrittenArticles> {
  let counts = noCounts
  let done = 0
  let last = ''
  const losses: ManifestLoss[] = []
  const counter = lossCounter(format)
  const parts = exportParts(format, context)
  for (const { begin } of parts.all) await files.append(begin())
  for await (const given of articles) {
    if (isCancelled(signal)) break
    if (compareText(last, given.id) >= 0)
      throw new RangeError(`Article ${given.id} came after ${last}: exports are ordered by id`)
    last = given.id
    const { article, losses: lost } = verifiedArticle(given)
    const part = parts.partOf(article)
    const written = part.article(article)
    await files.append(await printedPieces(written.pieces, printer))
    const carried = carriedArticle(article, written.losses)
    if (carried !== undefined) counts = countArticle(counts, carried)
    for (const list of [lost, written.losses]) {
      counter.add(list)
      losses.push(...list.slice(0, longestLossList - losses.length).map(manifestLoss))
    }
    for (const annotator of annotatorsOf(carried ?? article)) part.annotators.add(annotator)
    done += 1
    onProgress?.(done)
  }
  for (const { end } of parts.all) await files.append(end())
  return { counts, losses, summary: counter.lines() }
}
