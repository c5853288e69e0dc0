/** Longest label of something left out, in UTF-16 code units: the words of a text box may be many. */
const longest = 200

/** A label as one short line. */
export function leftOutLabel(text: string | undefined): string {
  const line = (text ?? '')
    .toWellFormed()
    .replace(/[\s\p{Cc}\u00ad]+/gu, ' ')
    .trim()
  return line.length <= longest
    ? line
    : `${line.slice(0, longest).toWellFormed().replaceAll('\ufffd', '')}…`
}
