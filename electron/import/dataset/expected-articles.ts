import fs from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'

/** Bytes that are looked at in one go. */
const chunkBytes = 1024 * 1024
/** Names below a folder that are counted: what has more is not told in advance. */
const mostNames = 1_000_000

/**
 * About how many articles a dataset has, to tell how long its import takes: lines of a file with an article
 * a line, texts of a folder. `undefined` where that cannot be told without reading it. The window is served
 * meanwhile, because such a file may have gigabytes.
 */
export async function expectedArticles(given: string): Promise<number | undefined> {
  try {
    if (!(await stat(given)).isDirectory()) return isLines(given) ? await linesOf(given) : undefined
    const names = await readdir(given, { recursive: true })
    const lines = names.filter(isLines)
    const [only] = lines
    if (only !== undefined && lines.length === 1) return await linesOf(path.join(given, only))
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

async function linesOf(file: string): Promise<number | undefined> {
  if (!(await stat(file)).isFile()) return undefined
  let lines = 0
  let last = 0x0a
  for await (const chunk of fs.createReadStream(file, { highWaterMark: chunkBytes })) {
    const bytes = chunk as Buffer
    for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) lines += 1
    last = bytes.at(-1) ?? last
  }
  return lines + (last === 0x0a ? 0 : 1)
}
