import fs from 'node:fs'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import type { PackedReading } from '../../shared/ipc/packed-reading'
import { unpackReading } from '../../shared/ipc/packed-reading'
import type { Mark } from './expected-states'

/**
 * Run in the window: every article as main gives it over the contract, as the texts of `PackedReading`s.
 * A text, so that it can also be run in a window that Playwright has lost.
 */
export const readAllScript = `(async () => {
  const answerOf = async (name, input) => {
    const answer = await window.workbench.call(name, input)
    if (answer.ok === false) throw new Error(answer.error.message)
    return answer.value ?? answer
  }
  const { open } = await answerOf('appInfo', {})
  const read = async what => {
    const { read, parts } = await answerOf('beginRead', { project: open, what })
    const texts = []
    for (let part = 0; part < parts; part += 1) texts.push((await answerOf('readPart', { read, part })).text)
    return texts.join('')
  }
  const summaries = JSON.parse(await read({ kind: 'summaries' }))
  return Promise.all(summaries.map(({ id }) => read({ kind: 'article', article: id })))
})()`

/** Every annotation of these readings; throws for one whose words are not those of the text at its place. */
export function marksIn(readings: readonly string[]): Mark[] {
  return readings.flatMap(text => {
    const { article, sets } = unpackReading(JSON.parse(text) as PackedReading)
    return sets.flatMap(({ annotations, lost }) => {
      if (lost.length > 0) throw new Error('An annotation does not fit its text')
      return annotations.map(({ type, spans: [span] }) => ({
        article: article.original.name,
        type,
        words: article.text.slice(span?.start, span?.end),
      }))
    })
  })
}

/** Records of the journals that are whole, read without a line of the program's own code. */
export function countRecords(project: string): number {
  const folder = path.join(project, 'journal')
  let count = 0
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const bytes = fs.readFileSync(path.join(entry.parentPath, entry.name))
    for (let at = 0; at < bytes.length;) {
      const end = at + 29 + Number.parseInt(bytes.toString('latin1', at, at + 8), 16) + 1
      const crc = Number.parseInt(bytes.toString('latin1', at + 9, at + 17), 16)
      // Cut off in the middle of a write: allowed at the end only, and nothing behind it counts.
      if (!(end <= bytes.length) || crc32(bytes.subarray(at + 18, end)) !== crc) break
      count += 1
      at = end
    }
  }
  return count
}

/** Names of temporary files that interrupted writes left anywhere in the project. */
export function temporariesIn(project: string): string[] {
  return fs
    .readdirSync(project, { recursive: true, encoding: 'utf8' })
    .filter(name => name.includes('.assay-tmp-'))
}

/** Files of the project that are not whole JSON: none, ever, because each is replaced as a whole. */
export function brokenFilesIn(project: string): string[] {
  return fs.readdirSync(project, { recursive: true, encoding: 'utf8' }).filter(name => {
    // The index is a cache with its hash in a line before: the next opening finds out whether it is whole.
    if (!name.endsWith('.json') || name === path.join('.assay', 'index.json')) return false
    try {
      JSON.parse(fs.readFileSync(path.join(project, name), 'utf8'))
      return false
    } catch {
      return true
    }
  })
}
