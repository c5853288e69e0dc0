import type { PdfRun } from './pdf-page'

const rightToLeftLetter =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu
const leftToRightLetter =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Devanagari}]/gu

/** True when most letters of a document belong to scripts that are written from right to left. */
export function isMostlyRightToLeft(runs: Iterable<PdfRun>): boolean {
  let balance = 0
  for (const { text } of runs)
    balance += count(text, rightToLeftLetter) - count(text, leftToRightLetter)
  return balance > 0
}

/**
 * The runs of one line in the order in which they are read. They stand in the order of the eye, from
 * left to right; in a line that runs the other way they are turned round, and what is written from left
 * to right inside it (numbers, foreign names) is turned back as a whole.
 */
export function inReadingDirection(
  runs: readonly PdfRun[],
  isRightToLeft: boolean,
): readonly PdfRun[] {
  const seen = [...runs].sort((a, b) => a.left - b.left || a.right - b.right)
  const letters = seen.map(({ text }) => text).join('')
  const right = count(letters, rightToLeftLetter)
  if (right === 0) return seen
  if (!isRightToLeft && right <= count(letters, leftToRightLetter)) return turned(seen, true)
  return turned(seen.reverse(), false)
}

/** Every stretch that runs against the line is turned round; blanks and signs at its ends stay where they are. */
function turned(runs: readonly PdfRun[], lineIsLeftToRight: boolean): PdfRun[] {
  const result: PdfRun[] = []
  let stretch: PdfRun[] = []
  const flush = (): void => {
    let end = stretch.length
    while (end > 0 && !isStrong(stretch[end - 1])) end -= 1
    result.push(...stretch.slice(0, end).reverse(), ...stretch.slice(end))
    stretch = []
  }
  for (const run of runs) {
    const against = isLeftToRight(run) !== lineIsLeftToRight
    if (isStrong(run) ? against : stretch.length > 0) stretch.push(run)
    else {
      flush()
      result.push(run)
    }
  }
  flush()
  return result
}

function isStrong(run: PdfRun | undefined): boolean {
  return run !== undefined && /[\p{L}\p{N}]/u.test(run.text)
}

function isLeftToRight(run: PdfRun): boolean {
  return count(run.text, rightToLeftLetter) === 0
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
