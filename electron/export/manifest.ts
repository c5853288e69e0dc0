import * as z from 'zod'
import type { ExportArticle, ExportContext, ExportFormat, Loss } from '../../shared/formats/format'
import type { LossLine } from '../../shared/formats/loss-summary'

export const manifestName = 'manifest.json'

/** By this a folder is known as an export of Assay, which another export may replace. */
export const manifestHeadSchema = z.looseObject({ tool: z.literal('assay'), format: z.string() })

/** How much of each an export holds. */
export type ExportCounts = {
  readonly articles: number
  readonly annotations: number
  readonly spans: number
  readonly relations: number
}

/** `manifest.json`, written last: a folder without one is an unfinished export. Keys in the order of the file. */
export type ExportManifest = {
  readonly tool: 'assay'
  /** Version of the program. */
  readonly version: string
  readonly format: string
  readonly project: string
  /** What an offset counts in the files; absent for a format without offsets. */
  readonly offset_unit?: string
  /** False when the articles' text was left out. */
  readonly includes_text: boolean
  /** What ends a line or record of the files. */
  readonly newline: 'LF' | 'CRLF'
  readonly created_at: string
  readonly counts: ExportCounts
  readonly files: readonly {
    readonly name: string
    readonly bytes: number
    readonly sha256: string
  }[]
  /** What the format could not carry, a sentence for each kind. */
  readonly loss_summary: readonly LossLine[]
  /** The same item by item, `longestLossList` of them at most; the summary counts all. */
  readonly losses: readonly ManifestLoss[]
}

/** A loss as the manifest says it: the sentence says whether something was left out, the counts count it. */
export type ManifestLoss = Omit<Loss, 'isLeftOut'>

export function manifestLoss({ isLeftOut: _, ...loss }: Loss): ManifestLoss {
  return loss
}

/** A project of a million annotations may lose something of each: a manifest of this many can still be read. */
export const longestLossList = 10_000

export function manifestHead(
  format: ExportFormat,
  context: ExportContext,
  { toolVersion, at }: { readonly toolVersion: string; readonly at: string },
): Omit<ExportManifest, 'counts' | 'files' | 'loss_summary' | 'losses'> {
  return {
    tool: 'assay',
    version: toolVersion,
    format: format.name,
    project: context.projectName,
    ...(format.offsetUnit === undefined ? {} : { offset_unit: context.offsetUnit }),
    includes_text: context.includesText,
    newline: format.newline,
    created_at: at,
  }
}

export const noCounts: ExportCounts = { articles: 0, annotations: 0, spans: 0, relations: 0 }

/** Counts with one more article, as it was written. */
export function countArticle(counts: ExportCounts, article: ExportArticle): ExportCounts {
  const spans = article.annotations.reduce((sum, { spans: own }) => sum + own.length, 0)
  return {
    articles: counts.articles + 1,
    annotations: counts.annotations + article.annotations.length,
    spans: counts.spans + spans,
    relations: counts.relations + article.relations.length,
  }
}
