import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LineTooLong, readLines } from './read-lines'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-lines-'))
})
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

const linesOf = (content: string, longest?: number): string[] => {
  const file = path.join(folder, 'a.jsonl')
  fs.writeFileSync(file, content)
  return [...readLines(file, longest)].map(line => line.toString('utf8'))
}

describe('readLines', () => {
  it('ends lines at LF and CRLF only, not at the other line breaks that JSON may hold', () => {
    expect(linesOf('a\u2028b\nc\r\n\u0085d\n')).toEqual(['a\u2028b', 'c', '\u0085d'])
  })
  it('gives a last line that has no line feed, and nothing for an empty file', () => {
    expect(linesOf('a\n\nb')).toEqual(['a', '', 'b'])
    expect(linesOf('')).toEqual([])
  })
  it('joins characters and lines that lie across its chunks', () => {
    const long = `${'x'.repeat(1024 * 1024 - 1)}😡${'y'.repeat(1024 * 1024)}`
    expect(linesOf(`${long}\nz`)).toEqual([long, 'z'])
  })
  it('refuses a line that would fill the memory', () => {
    expect(() => linesOf('x'.repeat(3 * 1024 * 1024), 1024 * 1024)).toThrow(LineTooLong)
  })
})
