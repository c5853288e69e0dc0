import { csv } from './csv'
import type { ExportFormat } from './format'
import { jsonl } from './jsonl'

/** Every export format, in the order they are offered. */
export const exportFormats: readonly ExportFormat[] = [jsonl, csv]

/** The format with this name on the command line, or `undefined`. */
export function exportFormatNamed(name: string): ExportFormat | undefined {
  return exportFormats.find(format => format.name === name)
}
