/** A row of a table as text: where it stands, and its cells. */
export type SeparatedRow = {
  /** The line it begins on, from 1. */
  readonly line: number
  readonly start: number
  /** Without its line break. */
  readonly end: number
  readonly cells: readonly string[]
}

/**
 * The rows of comma-, semicolon- or tab-separated `text`, one at a time: RFC 4180, with any kind of line
 * break, quotes doubled inside quotes, and line breaks inside them. Rows with nothing in them are passed
 * over. A quote that is never closed goes on to the end, as every reader takes it.
 */
export function* separatedRows(text: string, separator: string): Generator<SeparatedRow> {
  let at = 0
  let line = 1
  while (at < text.length) {
    const cells: string[] = []
    const start = at
    const begun = line
    for (;;) {
      const cell =
        text[at] === '"' ? quotedCell(text, at, separator) : bareCell(text, at, separator)
      cells.push(cell.value)
      line += cell.breaks
      at = cell.end
      if (text[at] !== separator) break
      at += 1
    }
    const end = at
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    line += 1
    if (cells.some(cell => cell !== '')) yield { line: begun, start, end, cells }
  }
}

/** The sign that separates cells: of tab, semicolon and comma the one that the first line has most of outside quotes. */
export function separatorOf(text: string): string {
  const counts = new Map([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ])
  let isQuoted = false
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (sign === '\n' || sign === '\r') break
    else if (counts.has(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a)
  return most?.[0] ?? ','
}

type Cell = { readonly value: string; readonly end: number; readonly breaks: number }

function bareCell(text: string, from: number, separator: string): Cell {
  const end = endOfCell(text, from, separator)
  return { value: text.slice(from, end), end, breaks: 0 }
}

function quotedCell(text: string, from: number, separator: string): Cell {
  let close = text.indexOf('"', from + 1)
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close === -1) close = text.length
  const inner = text.slice(from + 1, close)
  // Whatever stands between the closing quote and the next sign belongs to the cell, as in Python and Excel.
  const end = endOfCell(text, Math.min(text.length, close + 1), separator)
  return {
    value: inner.replaceAll('""', '"') + text.slice(close + 1, end),
    end,
    breaks: inner.match(/\r\n?|\n/g)?.length ?? 0,
  }
}

function endOfCell(text: string, from: number, separator: string): number {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r')
    end += 1
  return end
}
