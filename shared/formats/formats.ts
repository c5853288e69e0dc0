import { brat } from './brat/brat'
import { conll } from './conll/conll'
import { csv } from './csv/csv'
import { doccano } from './doccano/doccano'
import type { ExportFormat } from './format'
import { html } from './html/html'
import { jsonl } from './jsonl'
import { labelStudio, labelStudioPredictions } from './label-studio/label-studio'
import { parquet } from './parquet/parquet'
import { pdf } from './pdf/pdf'
import type { ReadFormat } from './read-format'
import { spacy } from './spacy/spacy'
import { uima } from './uima/uima'
import { report } from './report/report'
import { webAnnotation } from './web-annotation/web-annotation'
import { xlsx } from './xlsx/xlsx'

/** Every export format, in the order they are offered. */
export const exportFormats: readonly ExportFormat[] = [
  jsonl,
  csv,
  xlsx,
  html,
  pdf,
  report,
  parquet,
  brat,
  uima,
  labelStudio,
  labelStudioPredictions,
  doccano,
  spacy,
  conll,
  webAnnotation,
]

/** The format with this name on the command line, or `undefined`. */
export function exportFormatNamed(name: string): ExportFormat | undefined {
  return exportFormats.find(format => format.name === name)
}

/** A format that can be read back. */
export type ImportableFormat = ExportFormat & { readonly read: ReadFormat }

/** Every format that can be read back, in the order they are offered. */
export const importFormats: readonly ImportableFormat[] = exportFormats.filter(
  (format): format is ImportableFormat => format.read !== undefined,
)
