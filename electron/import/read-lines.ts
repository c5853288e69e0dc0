import fs from 'node:fs'

const chunkBytes = 1024 * 1024

/** Thrown for a line that is longer than any article may be. */
export class LineTooLong extends Error {}

/**
 * Lines of a UTF-8 file, without their line feeds, one at a time, so that memory holds one line. Only LF
 * (or CRLF) ends a line: U+2028 and its kin stand inside JSON strings. Throws the system's error, and
 * LineTooLong for a line over `longestLine` bytes.
 */
export function* readLines(file: string, longestLine = 256 * 1024 * 1024): Generator<Buffer> {
  const handle = fs.openSync(file, 'r')
  try {
    let rest: Buffer[] = []
    let restLength = 0
    const chunk = Buffer.alloc(chunkBytes)
    for (;;) {
      const count = fs.readSync(handle, chunk, 0, chunkBytes, null)
      if (count === 0) break
      let from = 0
      for (;;) {
        const end = chunk.subarray(0, count).indexOf(0x0a, from)
        if (end === -1) break
        yield withoutReturn(Buffer.concat([...rest, chunk.subarray(from, end)]))
        rest = []
        restLength = 0
        from = end + 1
      }
      rest.push(Buffer.from(chunk.subarray(from, count)))
      restLength += count - from
      if (restLength > longestLine)
        throw new LineTooLong('One of its lines is longer than any article may be')
    }
    if (restLength > 0) yield withoutReturn(Buffer.concat(rest))
  } finally {
    fs.closeSync(handle)
  }
}

function withoutReturn(line: Buffer): Buffer {
  return line.at(-1) === 0x0d ? line.subarray(0, -1) : line
}
