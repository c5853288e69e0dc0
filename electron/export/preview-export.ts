import { annotatorsOf, carriedArticle } from '../../shared/formats/carried-article'
import type { ExportWish } from '../../shared/formats/export-wish'
import type { ExportPiece } from '../../shared/formats/format'
import type { LossLine } from '../../shared/formats/loss-summary'
import { lossCounter } from '../../shared/formats/loss-summary'
import { verifiedArticle } from '../../shared/formats/verified'
import type { Result } from '../../shared/outcome/result'
import { succeed } from '../../shared/outcome/result'
import type { ProjectStore } from '../store/project-store'
import { exportParts } from './export-parts'
import { planExport } from './plan-export'

export type ExportPreview = {
  /** The beginning of each file that an export writes first; files of bytes have no text. */
  readonly files: readonly { readonly name: string; readonly text: string }[]
  /** Articles and annotations that would be written, of those that were looked at. */
  readonly articles: number
  readonly annotations: number
  /** What the format cannot carry of the articles that were looked at. */
  readonly losses: readonly LossLine[]
  /** False when there are more articles than could be looked at in `patienceMs`. */
  readonly isComplete: boolean
}

/** Articles whose records are shown, files that are shown, and characters of each. */
const shown = { articles: 3, files: 6, characters: 2000 }

/** Export into nothing: the first records and what would be lost, without touching the disk. */
export async function previewExport(
  store: ProjectStore,
  wish: ExportWish,
  { patienceMs, isCancelled }: { readonly patienceMs: number; readonly isCancelled: () => boolean },
): Promise<Result<ExportPreview>> {
  const planned = await planExport(store, wish)
  if (!planned.ok) return planned
  const { format, context } = planned.value
  const parts = exportParts(format, context)
  const losses = lossCounter(format)
  const files = new Map<string, string>()
  const show = (pieces: readonly ExportPiece[]): void => {
    for (const { archive, file, text, isPage } of pieces) {
      const name = archive === undefined ? file : `${archive}: ${file}`
      const before = files.get(name)
      if (before === undefined && files.size >= shown.files) continue
      files.set(
        name,
        `${before ?? ''}${isPage === true ? '' : (text ?? '')}`.slice(0, shown.characters),
      )
    }
  }
  const started = performance.now()
  const counts = { articles: 0, annotations: 0 }
  let looked = 0
  let isComplete = true
  for (const { begin } of parts.all) show(begin())
  for await (const read of planned.value.articles()) {
    if (!read.ok) return read
    if (isCancelled() || performance.now() - started > patienceMs) {
      isComplete = false
      break
    }
    const { article, losses: lost } = verifiedArticle(read.value)
    const part = parts.partOf(article)
    const written = part.article(article)
    losses.add(lost)
    losses.add(written.losses)
    if (looked < shown.articles) show(written.pieces)
    looked += 1
    const carried = carriedArticle(article, written.losses)
    for (const annotator of annotatorsOf(carried ?? article)) part.annotators.add(annotator)
    if (carried === undefined) continue
    counts.articles += 1
    counts.annotations += carried.annotations.length
  }
  for (const { end } of parts.all) show(end())
  return succeed({
    files: [...files].map(([name, text]) => ({ name, text })),
    ...counts,
    losses: losses.lines(),
    isComplete,
  })
}
