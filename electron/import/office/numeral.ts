const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

export type NumeralKind = 'decimal' | 'lowerRoman' | 'upperRoman' | 'lowerLetter' | 'upperLetter'

/** `value`, from 1 up, as a note shows it: `4`, `iv`, `IV`, `d`, `D`. */
export function numeral(value: number, kind: NumeralKind): string {
  switch (kind) {
    case 'decimal':
      return String(value)
    case 'lowerRoman':
      return roman(value)
    case 'upperRoman':
      return roman(value).toUpperCase()
    case 'lowerLetter':
      return letters(value)
    case 'upperLetter':
      return letters(value).toUpperCase()
  }
}

function roman(value: number): string {
  let left = Math.min(value, 4999)
  let written = ''
  for (const [worth, sign] of romans)
    while (left >= worth) {
      written += sign
      left -= worth
    }
  return written
}

/** As word processors count on after z: aa, bb, cc. */
function letters(value: number): string {
  const letter = String.fromCodePoint(0x61 + ((value - 1) % 26))
  return letter.repeat(Math.min(1 + Math.floor((value - 1) / 26), 100))
}
