/** Letters that people without the right keyboard write with another one, and that no standard takes apart. */
const written: Readonly<Record<string, string>> = {
  Ł: 'L',
  ł: 'l',
  Ø: 'O',
  ø: 'o',
  Đ: 'D',
  đ: 'd',
  Ħ: 'H',
  ħ: 'h',
  Ŧ: 'T',
  ŧ: 't',
  ı: 'i',
  Ё: 'Е',
  ё: 'е',
}

/** First and last code unit of the blocks with composed Latin, Greek and Arabic letters (Unicode 15, Blocks.txt). */
const blocks = [
  [0x00c0, 0x024f],
  [0x0370, 0x03ff],
  [0x0622, 0x06d3],
  [0x1e00, 0x1fff],
] as const

const letterAndAccents = /^([\p{sc=Latin}\p{sc=Greek}\p{sc=Arabic}])\p{M}+$/u

/** Each accented letter with its plain one. Both are one UTF-16 code unit. */
const plainOf: ReadonlyMap<string, string> = new Map([
  ...blocks.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at) => String.fromCharCode(first + at)).flatMap(
      letter => {
        const plain = letterAndAccents.exec(letter.normalize('NFD'))?.[1]
        return plain === undefined ? [] : [[letter, written[plain] ?? plain] as const]
      },
    ),
  ),
  ...Object.entries(written),
])

const anyAccented = new RegExp(`[${[...plainOf.keys()].join('')}]`, 'g')

/**
 * The text with plain letters for accented Latin, Greek and Arabic ones, as long as the text. Letters that only
 * look like accented ones stay: й is no и to those who read it.
 */
export function plainLetters(text: string): string {
  return text.replace(anyAccented, letter => plainOf.get(letter) ?? letter)
}
