import type { Line } from './lines'

/** Share of the lines that must be tagged, and that may be cut off from their sentence by tags: some programs tag every line as a paragraph. */
const leastTagged = 0.9
const mostBroken = 0.03

/** Whether the tags of a file can be believed to say what its blocks are. */
export function areTagsTrusted(lines: readonly Line[]): boolean {
  if (lines.length === 0) return false
  const tagged = lines.filter(({ tag }) => tag !== undefined && tag.block > 0)
  if (tagged.length < leastTagged * lines.length) return false
  const blocks = new Set(lines.map(({ page, tag }) => `${String(page)} ${String(tag?.block)}`))
  if (lines.length > 10 && blocks.size < 3) return false
  const broken = lines.filter((line, index) => {
    const before = lines[index - 1]
    return (
      before?.column === line.column &&
      before.endTag?.block !== line.tag?.block &&
      line.tag?.item === undefined &&
      /[\p{Ll},-]$/u.test(before.text) &&
      /^\p{Ll}/u.test(line.text)
    )
  })
  return broken.length <= mostBroken * lines.length
}
