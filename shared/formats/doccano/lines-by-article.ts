import { compareText } from '../../annotation/annotation'
import type { LooseObject } from '../dataset/loose-value'
import { foreignIdOf, isObject } from '../dataset/loose-value'
import { parsedJson } from '../json-text'
import type { ImportFolder } from '../read-format'

/** A line of a file; `number` counts from 1. */
export type GivenLine = {
  readonly file: string
  readonly number: number
  readonly value: LooseObject
}

/** A line that is no JSON object, or no UTF-8. */
export type DamagedLine = {
  readonly file: string
  readonly number: number
  readonly value?: undefined
}

/**
 * The lines of all files, those of one article together: every annotator has a file, and the same articles
 * are in several. Files are read side by side in the order of their articles, so that memory holds only
 * the lines of articles that are begun and not finished: one article, when all files have one order.
 */
export function* linesByArticle(
  folder: ImportFolder,
  files: readonly string[],
): Generator<readonly GivenLine[] | DamagedLine> {
  const expected = new Map<string, number>()
  for (const file of files)
    for (const line of linesOf(folder, file))
      if (line.value !== undefined) {
        const key = articleKey(line.value)
        expected.set(key, (expected.get(key) ?? 0) + 1)
      }
  const heads = files.map(file => {
    const lines = linesOf(folder, file)
    return { lines, next: lines.next() }
  })
  const waiting = new Map<string, GivenLine[]>()
  for (;;) {
    const head = heads
      .filter(({ next }) => next.done !== true)
      .reduce<(typeof heads)[number] | undefined>(
        (best, each) => (best === undefined || isBefore(each.next, best.next) ? each : best),
        undefined,
      )
    if (head?.next.done !== false) return
    const line = head.next.value
    head.next = head.lines.next()
    if (line.value === undefined) {
      yield line
      continue
    }
    const key = articleKey(line.value)
    const lines = [...(waiting.get(key) ?? []), line]
    if (lines.length < (expected.get(key) ?? 0)) waiting.set(key, lines)
    else {
      waiting.delete(key)
      yield lines
    }
  }
}

type Next = IteratorResult<GivenLine | DamagedLine>

function isBefore(a: Next, b: Next): boolean {
  if (a.done === true || b.done === true) return b.done === true
  if (a.value.value === undefined || b.value.value === undefined) return a.value.value === undefined
  return compareKeys(articleKey(a.value.value), articleKey(b.value.value)) < 0
}

/** doccano orders by number, we by id. */
function compareKeys(a: string, b: string): number {
  const [first, second] = [Number(a), Number(b)]
  return Number.isFinite(first) && Number.isFinite(second) ? first - second : compareText(a, b)
}

/** What names the article of a line: our id, doccano’s number, else the text itself. */
export function articleKey(value: LooseObject): string {
  return (
    foreignIdOf(value['article_id']) ??
    foreignIdOf(value['id']) ??
    `text ${JSON.stringify(value['text'] ?? value['data'] ?? '')}`
  )
}

function* linesOf(folder: ImportFolder, file: string): Generator<GivenLine | DamagedLine> {
  let number = 0
  for (const line of folder.lines(file)) {
    number += 1
    if (line?.trim() === '') continue
    const value = line === undefined ? undefined : parsedJson(line)
    yield isObject(value) ? { file, number, value } : { file, number }
  }
}
