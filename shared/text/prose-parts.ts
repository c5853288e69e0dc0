/** For tests: the parts that news is made of, in several scripts, with emoji, accents and all kinds of signs; put together in any order. */
export const proseParts = [
  ...['Kesmir', 'don’t', 'well-known', 'e\u0301cole', 'U.S.', 'Mr.', 'K.', 'a.m.', 'he', 'The'],
  ...['1,600', '20 000', '20\u202f000', '$4.5', '40%', '40 %', '–5', '9:30', '.5', '3'],
  ...['המעבורת', 'קוב״ץ', 'نعم؟', '他说了三千人。', 'ใครก็ได้', '😡', '👩‍👩‍👧', '🇺🇦', '\u0301'],
  ...['“', '”', '„', '«', '»', '‘', '’', '"', "'", '(', ')', ',', '.', '?', '…', '—', '-', '%'],
  ...[' ', ' ', ' ', ' ', '\n', '\u00a0'],
]
