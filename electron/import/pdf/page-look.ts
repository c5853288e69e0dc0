import type { Line } from './lines'

/** What most of a document looks like: what differs from it is a heading, a note, a gap between paragraphs. */
export type PageLook = {
  /** The size of most letters, in points. */
  readonly bodySize: number
  readonly isBodyBold: boolean
  readonly isBodyItalic: boolean
  /** From one baseline to the next inside a paragraph, for letters of `size`. */
  readonly leading: (size: number) => number
}

export function findLook(lines: readonly Line[]): PageLook {
  const letters = new Map<number, number>()
  let all = 0
  let bold = 0
  let italic = 0
  for (const line of lines) {
    letters.set(rounded(line.size), (letters.get(rounded(line.size)) ?? 0) + line.text.length)
    for (const run of line.runs) {
      all += run.text.length
      if (run.bold) bold += run.text.length
      if (run.italic) italic += run.text.length
    }
  }
  const leadings = findLeadings(lines)
  return {
    bodySize: mostCommon(letters) ?? 0,
    isBodyBold: bold > all / 2,
    isBodyItalic: italic > all / 2,
    leading: size => leadings.get(rounded(size)) ?? size * 1.25,
  }
}

/** The most common distance of two lines, for each size of letters. Gaps between paragraphs are wider and fewer. */
function findLeadings(lines: readonly Line[]): ReadonlyMap<number, number> {
  const distances = new Map<number, Map<number, number>>()
  lines.forEach((line, index) => {
    const next = lines[index + 1]
    if (next?.column !== line.column || rounded(next.size) !== rounded(line.size)) return
    const distance = Math.round((next.y - line.y) * 2) / 2
    if (distance < 0.8 * line.size || distance > 2.6 * line.size) return
    const counts = distances.get(rounded(line.size)) ?? new Map<number, number>()
    counts.set(distance, (counts.get(distance) ?? 0) + 1)
    distances.set(rounded(line.size), counts)
  })
  return new Map(
    [...distances].flatMap(([size, counts]) => {
      const distance = mostCommon(counts)
      return distance === undefined ? [] : [[size, distance] as const]
    }),
  )
}

/** The value counted most often, the smaller of two counted alike. */
function mostCommon(counts: ReadonlyMap<number, number>): number | undefined {
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0]
}

function rounded(size: number): number {
  return Math.round(size * 2) / 2
}
