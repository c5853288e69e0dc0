/** Where an object of a list begins and ends in a JSON text. */
type Element = { readonly start: number; readonly end: number }

/** No table is nested deeper; a text that is, is made to do harm. */
const deepest = 1000

/**
 * The objects of the list in a JSON text, without reading what is in them: of the list that the text is, or
 * of the first one with objects directly in the object that it is. Nothing for other texts.
 */
export function* jsonElements(text: string): Generator<Element> {
  /** What is open: `[` and `{`, outermost first. */
  const open: string[] = []
  let start = -1
  let listDepth = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (sign === '"') at = endOfString(text, at)
    else if (sign === '[' || sign === '{') {
      open.push(sign)
      if (open.length > deepest) return
      const isInList = ['[{', '{[{'].includes(open.slice(0, 4).join(''))
      if (isInList && (listDepth === 0 || listDepth === open.length)) {
        listDepth = open.length
        start = at
      }
    } else if (sign === ']' || sign === '}') {
      if (start >= 0 && open.length === listDepth) {
        yield { start, end: at + 1 }
        start = -1
      }
      open.pop()
      // The list has ended: one that comes after it is another one.
      if (listDepth > 0 && open.length < listDepth - 1) return
    }
  }
}

function endOfString(text: string, from: number): number {
  let at = from + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}
