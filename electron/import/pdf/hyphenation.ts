/** What stands between the end of one line and the beginning of the next: nothing, a blank, or nothing and the hyphen goes. */
export type LineJoint = 'blank' | 'nothing' | 'without-hyphen'

/** Second parts of compounds that news writes with a hyphen: `state-owned`, `Russian-led`. */
const secondParts: ReadonlySet<string> = new Set(
  `affiliated aged aligned armed backed based born bound brokered built controlled elect friendly funded
  general held imposed largest leading led level like linked made minded occupied old orchestrated owned
  picked produced ranking ravaged related run scale sized speaking sponsored style supported torn trained
  up off wide winning east west eastern western facto`.split(/\s+/),
)

/** Second parts of compounds with a number: `five-day`, `two-thirds`. */
const afterNumbers: ReadonlySet<string> = new Set(
  `day degree dollar fold foot hour inch judge kilometre kilometer man member metre meter mile minute month
  page part party percent point pound quarter quarters state storey story thirds time tonne vehicle week
  woman year`.split(/\s+/),
)
const numberWord =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|multi|half|single)$/

/** First parts that are hyphenated before most words. */
const firstParts: ReadonlySet<string> = new Set('all ex quasi self vice anti pro non'.split(' '))

/**
 * How two lines of a paragraph are joined. The hyphen of a divided word goes; one that belongs to the
 * word stays. The words of the document itself decide where they can (`words`: those that stand whole
 * inside a line, in lower case), then what is usual.
 */
export function lineJoint(before: string, after: string, words: ReadonlySet<string>): LineJoint {
  if (before.endsWith('\u00ad')) return 'without-hyphen'
  const [, left, sign] =
    /([\p{L}\p{M}\p{N}]+(?:[-‐‑][\p{L}\p{M}\p{N}]+)*)([-‐‑])$/u.exec(before) ?? []
  const right = /^[\p{L}\p{M}\p{N}]+(?:[-‐‑][\p{L}\p{M}\p{N}]+)*/u.exec(after)?.[0]
  if (left === undefined || right === undefined) return endsOpen(before) ? 'nothing' : 'blank'
  if (sign === '‑') return 'nothing'
  if (!/^\p{Ll}|^\p{Lo}/u.test(right) || !/\p{L}$/u.test(left)) {
    // `the pre- and post-war years` is written with a blank; `1990-` and `Franco-` go on at once.
    return 'nothing'
  }
  if (/^(?:and|or|to|und|oder|bis|et|ou)$/.test(right)) return 'blank'
  return isDivided(left.toLowerCase(), right.toLowerCase(), sign, words)
    ? 'without-hyphen'
    : 'nothing'
}

function isDivided(
  left: string,
  right: string,
  sign: string | undefined,
  words: ReadonlySet<string>,
): boolean {
  const joined = `${left}${right}`
  if (words.has(joined)) return true
  // Browsers divide with another sign than the one writers type.
  if (words.has('‐')) return sign === '‐'
  if (words.has(`${left}-${right}`)) return false
  const last = left.split(/[-‐]/).at(-1) ?? left
  // A divided word inside a compound: `state-con` `trolled`.
  if (last !== left && !words.has(last)) return true
  if (secondParts.has(right) || firstParts.has(last)) return false
  if (afterNumbers.has(right) && numberWord.test(last)) return false
  return !(words.has(last) && words.has(right) && last.length > 2 && right.length > 2)
}

/** A dash or a slash at the end of a line joins as it does inside one. */
function endsOpen(before: string): boolean {
  return /[\p{L}\p{N}][—/]$/u.test(before)
}

/** The words that stand whole inside the lines, in lower case: not the first and the last of a line. `‐` is among them when lines end with that sign. */
export function wordsInside(lines: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>()
  for (const line of lines) {
    const found = line.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:[-‐‑][\p{L}\p{M}\p{N}]+)*/gu) ?? []
    for (const word of found.slice(1, -1)) words.add(word.replaceAll(/[‐‑]/g, '-'))
    if (line.endsWith('‐')) words.add('‐')
  }
  return words
}
