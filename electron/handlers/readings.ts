import { randomUUID } from 'node:crypto'
import type { ReadHandle } from '../../shared/ipc/handles'
import { readPartLength } from '../../shared/ipc/contract'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { isInsideSurrogatePair } from '../../shared/text/span'

/** Readings that the window has begun and not finished; more than this many are forgotten, the oldest first. */
const keptReadings = 16

export type Readings = {
  /** Cut a value's JSON into parts of at most 1 MB. */
  readonly begin: (value: unknown) => { readonly read: ReadHandle; readonly parts: number }
  /** One part; after the last one the reading is forgotten. */
  readonly part: (read: ReadHandle, part: number) => Result<{ text: string }>
}

export function readings(): Readings {
  const open = new Map<ReadHandle, readonly string[]>()
  return {
    begin: value => {
      const parts = cut(JSON.stringify(value))
      const read = randomUUID() as ReadHandle
      open.set(read, parts)
      const oldest = open.keys().next()
      if (open.size > keptReadings && oldest.done === false) open.delete(oldest.value)
      return { read, parts: parts.length }
    },
    part: (read, part) => {
      const parts = open.get(read)
      const text = parts?.[part]
      if (parts === undefined || text === undefined)
        return fail('vanished', 'Reading was interrupted. Open the article again.')
      if (part === parts.length - 1) open.delete(read)
      return succeed({ text })
    },
  }
}

/** Parts that join to `text`, none of which ends inside a character. */
export function cut(text: string, length = readPartLength): string[] {
  const parts: string[] = []
  for (let at = 0; at < text.length;) {
    let end = Math.min(text.length, at + length)
    if (isInsideSurrogatePair(text, end)) end -= 1
    parts.push(text.slice(at, end))
    at = end
  }
  return parts
}
