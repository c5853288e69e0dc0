import fs from 'node:fs'
import path from 'node:path'

/** Bytes that are looked at in one go. */
const chunkBytes = 1024 * 1024
/** Names below a folder that are counted: what has more is not told in advance. */
const mostNames = 1_000_000

/**
 * About how many articles a dataset has, to tell how long its import takes: lines of a file with an article
 * a line, texts of a folder. `undefined` where that cannot be told without reading it.
 */
export function expectedArticles(given: string): number | undefined {
  try {
    if (!fs.statSync(given).isDirectory()) return isLines(given) ? linesOf(given) : undefined
    const names = fs.readdirSync(given, { recursive: true, encoding: 'utf8' })
    const lines = names.filter(isLines)
    const [only] = lines
    if (only !== undefined && lines.length === 1) return linesOf(path.join(given, only))
    const texts = names.length > mostNames ? [] : names.filter(name => name.endsWith('.txt'))
    return lines.length > 0 || texts.length === 0 ? undefined : texts.length
  } catch {
    // Whatever it is, its reader says it better.
    return undefined
  }
}

function isLines(name: string): boolean {
  return /\.(?:jsonl|ndjson)$/i.test(name)
}

function linesOf(file: string): number | undefined {
  if (!fs.statSync(file).isFile()) return undefined
  const handle = fs.openSync(file, 'r')
  try {
    const chunk = Buffer.alloc(chunkBytes)
    let lines = 0
    let last = 0x0a
    for (;;) {
      const length = fs.readSync(handle, chunk)
      if (length === 0) return lines + (last === 0x0a ? 0 : 1)
      for (let at = chunk.indexOf(0x0a); at !== -1 && at < length; at = chunk.indexOf(0x0a, at + 1))
        lines += 1
      last = chunk[length - 1] ?? last
    }
  } finally {
    fs.closeSync(handle)
  }
}
