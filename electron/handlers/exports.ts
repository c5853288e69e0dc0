import path from 'node:path'
import type { ExportWish } from '../../shared/formats/export-wish'
import { exportFormats } from '../../shared/formats/formats'
import type { ExportFormatInfo, ExportPreview, ExportReport } from '../../shared/ipc/export-calls'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { exportProject } from '../export/export-project'
import { previewExport } from '../export/preview-export'
import type { Printer } from '../export/print-pieces'
import type { Surroundings } from '../store/identity'
import type { ProjectStore } from '../store/project-store'

/** Losses that the window lists; the manifest has more. */
const shownLosses = 200
/** How long a preview looks for losses while somebody waits in the dialog. */
const patienceMs = 4000
/** Progress is told this often at most, in milliseconds. */
const tellEveryMs = 100

/** The exports of the window: one at a time, told how far it is, and stopped when asked. */
export type Exports = {
  readonly run: (
    store: ProjectStore,
    wish: ExportWish,
    out: string,
  ) => Promise<Result<ExportReport>>
  readonly preview: (store: ProjectStore, wish: ExportWish) => Promise<Result<ExportPreview>>
  readonly cancel: () => void
}

export function exports(setting: {
  readonly surroundings: Surroundings
  readonly about: { readonly version: string }
  readonly onExportProgress: (progress: { done: number; total: number }) => void
  readonly openPrinter?: (() => Printer) | undefined
}): Exports {
  let running: AbortController | undefined
  let previews = 0
  return {
    run: async (store, wish, out) => {
      if (running !== undefined)
        return fail('refused', 'Another export is still being written. Wait for it or cancel it.')
      const control = new AbortController()
      running = control
      try {
        const written = await exportProject(
          store,
          {
            wish,
            out,
            // Anything but an empty folder or an export of ours is refused all the same.
            replace: true,
            toolVersion: setting.about.version,
            onProgress: throttled(totalOf(store, wish), setting.onExportProgress),
            signal: control.signal,
            openPrinter: setting.openPrinter,
          },
          setting.surroundings,
        )
        if (!written.ok) return written
        const { manifest, key } = written.value
        return succeed({
          folder: path.basename(out),
          articles: manifest.counts.articles,
          annotations: manifest.counts.annotations,
          relations: manifest.counts.relations,
          lossSummary: manifest.loss_summary.map(({ sentence }) => sentence),
          losses: manifest.losses.slice(0, shownLosses).map(({ message }) => message),
          ...(key === undefined ? {} : { key }),
        })
      } finally {
        running = undefined
      }
    },
    preview: async (store, wish) => {
      previews += 1
      const own = previews
      const preview = await previewExport(store, wish, {
        patienceMs,
        isCancelled: () => own !== previews,
      })
      if (!preview.ok) return preview
      const { losses, ...rest } = preview.value
      return succeed({
        ...rest,
        files: [...rest.files],
        losses: losses.map(({ sentence }) => sentence),
      })
    },
    cancel: () => {
      running?.abort()
    },
  }
}

/** What the window may know of the formats. */
export function exportFormatInfos(): ExportFormatInfo[] {
  return exportFormats.map(format => ({
    name: format.name,
    label: format.label,
    description: format.description,
    ...(format.offsetUnit === undefined ? {} : { offsetUnit: format.offsetUnit }),
    hasOffsetChoice: format.hasOffsetChoice,
    canOmitText: format.canOmitText,
    hasSpreadsheetOption: format.hasSpreadsheetOption,
    canImport: format.read !== undefined,
  }))
}

function totalOf(store: ProjectStore, wish: ExportWish): number {
  return (
    wish.articles?.length ??
    store.summaries().filter(({ removedAt }) => removedAt === undefined).length
  )
}

function throttled(
  total: number,
  tell: (progress: { done: number; total: number }) => void,
): (done: number) => void {
  let last = 0
  return done => {
    const now = performance.now()
    if (now - last < tellEveryMs && done < total) return
    last = now
    tell({ done, total })
  }
}
