/** `text` with its UTF-16 code units in reverse order: for reading backwards, never for showing. */
export function reverseUnits(text: string): string {
  let result = ''
  for (let at = text.length - 1; at >= 0; at -= 1) result += text.charAt(at)
  return result
}
