import type { ArticleDocument } from '../../shared/article/blocks'
import { textBlocks } from '../../shared/article/plain-text'

/** Passages that are quoted in the report; one who wants all of them sees them in the text. */
const mostQuoted = 3
const longestQuoted = 60

/** A sentence about words that the original strikes through: they are a part of the text, and exports without looks show them like all others. */
export function struckRemarks(document: ArticleDocument): string[] {
  const passages = textBlocks(document).flatMap(({ content = [] }) => {
    const found: string[] = []
    let goesOn = false
    for (const inline of content) {
      const isStruck =
        inline.type === 'text' && inline.marks?.some(({ type }) => type === 'strike') === true
      if (isStruck && goesOn) found.push(`${found.pop() ?? ''}${inline.text}`)
      else if (isStruck) found.push(inline.text)
      goesOn = isStruck
    }
    return found.map(words => words.trim()).filter(words => words !== '')
  })
  if (passages.length === 0) return []
  const quoted = passages.slice(0, mostQuoted).map(words => `“${shortened(words)}”`)
  const more = passages.length > mostQuoted ? ' and others' : ''
  return [
    `Struck through in the original, and kept in the text with a line through ${passages.length === 1 ? 'it' : 'them'}: ${quoted.join(', ')}${more}.`,
  ]
}

function shortened(words: string): string {
  if (words.length <= longestQuoted) return words
  // Half of an emoji would be shown as a question mark.
  const cut = words.slice(0, longestQuoted).replace(/[\ud800-\udbff]$/, '')
  return `${cut.trimEnd()} …`
}
