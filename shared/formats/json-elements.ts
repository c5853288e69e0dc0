/** Characters that matter to where an element ends, outside a string and inside one. */
const structure = /["[\]{},]/g
const stringEnd = /["\\]/g

/**
 * The elements of the JSON array that `lines` hold, each as JSON text, one at a time, so that memory holds
 * one element however long the file is. A file that is no array is one element. What is wrong with an
 * element shows when it is parsed, and an array that was cut off ends with an element that does not parse;
 * `undefined` stands for a line that was no UTF-8, and ends the file.
 */
export function* jsonElements(
  lines: Iterable<string | undefined>,
): Generator<string | undefined, void> {
  const scan = elementScanner()
  for (const line of lines) {
    if (line === undefined) {
      yield undefined
      return
    }
    yield* scan.take(`${line}\n`)
  }
  yield* scan.rest()
}

/** Follows brackets and strings through the text, which comes in pieces that may end anywhere. */
function elementScanner() {
  /** Brackets open now; the array itself is 1. */
  let depth = 0
  let isInString = false
  let isEscaped = false
  /** Undefined until the first character that is no white space. */
  let isArray: boolean | undefined
  let isOver = false
  let parts: string[] = []
  const element = (): string => {
    const text = parts.join('').trim()
    parts = []
    return text
  }

  /** Where the next character that matters stands, or the end of the piece; moves over strings. */
  const next = (piece: string, from: number): number => {
    let at = from
    if (isEscaped && at < piece.length) {
      isEscaped = false
      at += 1
    }
    const pattern = isInString ? stringEnd : structure
    pattern.lastIndex = at
    return pattern.exec(piece)?.index ?? piece.length
  }

  function* take(piece: string): Generator<string> {
    let from = 0
    let at = 0
    if (isArray === undefined) {
      from = piece.search(/\S/)
      if (from === -1) return
      isArray = piece[from] === '['
      if (isArray) {
        depth = 1
        from += 1
      }
      at = from
    }
    if (!isArray) {
      parts.push(piece.slice(from))
      return
    }
    while (!isOver) {
      at = next(piece, at)
      if (at >= piece.length) break
      const character = piece[at]
      at += 1
      if (isInString) {
        if (character === '\\') isEscaped = true
        else isInString = false
      } else if (character === '"') isInString = true
      else if (character === '[' || character === '{') depth += 1
      else if (character === ']' || character === '}') depth -= 1
      const ends = depth === 0 || (depth === 1 && !isInString && character === ',')
      if (!ends) continue
      parts.push(piece.slice(from, at - 1))
      from = at
      isOver = depth === 0
      const text = element()
      // Only the last may be nothing: the end of an empty array.
      if (text !== '' || !isOver) yield text
    }
    if (!isOver) parts.push(piece.slice(from))
  }

  function* rest(): Generator<string> {
    const text = element()
    if (text !== '') yield text
    // An array that does not end was cut off: that must be noticed also where it was cut between elements.
    if (isArray === true && !isOver) yield ','
  }
  return { take, rest }
}
