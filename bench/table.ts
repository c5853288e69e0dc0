import fs from 'node:fs'
import path from 'node:path'

/** Percentiles of a list of numbers, by the nearest rank. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN
}

export type Row = Readonly<Record<string, string | number>>

/** Print rows as a table, and keep them as JSON below `test-results/bench`. */
export function report(name: string, rows: readonly Row[]): void {
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))]
  const cells = [columns, ...rows.map(row => columns.map(column => show(row[column])))]
  const widths = columns.map((_, index) => Math.max(...cells.map(row => row[index]?.length ?? 0)))
  const lines = cells.map(row =>
    row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  '),
  )
  process.stdout.write(`\n${name}\n${lines.join('\n')}\n`)
  fs.writeFileSync(path.join(figuresFolder(), `${name}.json`), JSON.stringify(rows, undefined, 2))
}

/** Keep rows as a table of Markdown below `test-results/bench-figures`, to be put into a page. */
export function markdownTable(name: string, rows: readonly Row[]): void {
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))]
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const lines = [
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map(row => line(columns.map(column => show(row[column])))),
  ]
  fs.writeFileSync(path.join(figuresFolder(), `${name}.md`), `${lines.join('\n')}\n`)
}

function figuresFolder(): string {
  const folder = path.join(path.dirname(import.meta.dirname), 'test-results', 'bench-figures')
  fs.mkdirSync(folder, { recursive: true })
  return folder
}

function show(value: string | number | undefined): string {
  if (typeof value === 'number') return value.toFixed(value < 10 ? 2 : 1)
  return value ?? ''
}

/** True when a benchmark is only asked to show that it runs. */
export const isSmoke = process.env['ASSAY_BENCH'] === 'smoke'
