/**
 * The text in small letters with plain quotation marks, as long as the text itself, so that a place in one is
 * the same place in the other: the few characters whose small form is longer (İ) stay as they are.
 */
export function foldText(text: string): string {
  return plainMarks(smallLetters(text)).replaceAll('ς', 'σ')
}

function smallLetters(text: string): string {
  const small = text.toLowerCase()
  if (small.length === text.length) return small
  let same = ''
  for (const character of text) {
    const one = character.toLowerCase()
    same += one.length === character.length ? one : character
  }
  return same
}

const single = '\u2018\u2019\u201a\u201b\u2039\u203a\u02bc'
const double = '\u201c\u201d\u201e\u201f\u00ab\u00bb'
const anyMark = new RegExp(`[${single}${double}]`, 'gu')

/** With ' and " for quotation marks and apostrophes of every kind: keyboards have these two, articles the others. */
export function plainMarks(text: string): string {
  return text.replace(anyMark, mark => (single.includes(mark) ? "'" : '"'))
}

/** In small letters without accents, with plain quotation marks: for what people type to find a name or a value. */
export function foldAccents(text: string): string {
  return plainMarks(text)
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
}

/** `text` after `fold`, in each way to write its accents: composed with their letters, and after them. */
export function accentForms(text: string, fold: (form: string) => string): readonly string[] {
  return [...new Set([text, text.normalize('NFC'), text.normalize('NFD')].map(fold))]
}
