import fc from 'fast-check'

/** For tests: prose of words, numbers, signs and blanks as news has them, in several scripts, with emoji and accents. */
export const anyProse: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      ...['Kesmir', 'don’t', 'well-known', 'e\u0301cole', 'U.S.', 'Mr.', 'K.', 'a.m.', 'he', 'The'],
      ...['1,600', '20 000', '20\u202f000', '$4.5', '40%', '40 %', '–5', '9:30', '.5', '3'],
      ...['המעבורת', 'קוב״ץ', 'نعم؟', '他说了三千人。', 'ใครก็ได้', '😡', '👩‍👩‍👧', '🇺🇦', '\u0301'],
      ...['“', '”', '„', '«', '»', '‘', '’', '"', "'", '(', ')', ',', '.', '?', '…', '—', '-', '%'],
      ...[' ', ' ', ' ', ' ', '\n', '\u00a0'],
    ),
    { maxLength: 14 },
  )
  .map(parts => parts.join(''))

/** For tests: any two offsets of `text`, in order, also inside characters. */
export function anyRange(text: string): fc.Arbitrary<{ start: number; end: number }> {
  return fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
}

/** For tests: prose and a range of it. */
export const proseWithRange: fc.Arbitrary<{
  readonly text: string
  readonly range: { readonly start: number; readonly end: number }
}> = anyProse.chain(text => anyRange(text).map(range => ({ text, range })))
