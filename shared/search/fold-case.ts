/**
 * The text in small letters, as long as the text itself, so that a place in one is the same place in the
 * other: the few characters whose small form is longer (İ) stay as they are.
 */
export function foldCase(text: string): string {
  const folded = text.toLowerCase()
  if (folded.length === text.length) return folded
  let same = ''
  for (const character of text) {
    const small = character.toLowerCase()
    same += small.length === character.length ? small : character
  }
  return same
}
