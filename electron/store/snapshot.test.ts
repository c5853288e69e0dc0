import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultCodebook } from '../../shared/codebook/default-codebook'
import { codebookFileSchema } from '../../shared/project/files'
import { keptByBytes } from './kept-by-bytes'
import type { SnapshotReading } from './snapshot'
import { parseSnapshot, readSnapshot, serializeSnapshot, writeSnapshot } from './snapshot'

const snapshot = {
  content: { ...defaultCodebook, somethingNewer: { kept: true } },
  generation: 3,
  appliedSeq: { 'ana.1': 7 },
}
let folder: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-snapshot-'))
})
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

describe('a snapshot', () => {
  it('comes back as it was written, unknown keys and all', () => {
    const file = path.join(folder, 'codebook.json')
    writeSnapshot(file, snapshot)
    expect(readSnapshot(file, codebookFileSchema)).toEqual({ kind: 'good', snapshot })
  })

  it('is checked again as soon as one byte of it differs', () => {
    const file = path.join(folder, 'codebook.json')
    writeSnapshot(file, snapshot)
    const kept = keptByBytes<SnapshotReading>()
    const first = readSnapshot(file, codebookFileSchema, kept)
    expect(readSnapshot(file, codebookFileSchema, kept)).toBe(first)
    const { atime, mtime } = fs.statSync(file)
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('"kept": true', '"kept": null'))
    fs.utimesSync(file, atime, mtime)
    expect(readSnapshot(file, codebookFileSchema, kept).kind).toBe('edited')
  })

  it('starts with what it is and its checksum', () => {
    expect(serializeSnapshot(snapshot).split('\n').slice(1, 6)).toEqual([
      '  "format": "assay-codebook",',
      '  "version": 1,',
      '  "minReader": 1,',
      expect.stringMatching(/^ {2}"sha256": "[0-9a-f]{64}",$/),
      '  "generation": 3,',
    ])
  })

  it('is told apart from one that was changed by another hand', () => {
    const edited = serializeSnapshot(snapshot).replace('"Claim"', '"Assertion"')
    expect(parseSnapshot(edited, codebookFileSchema).kind).toBe('edited')
  })

  it('without its checksum was written by hand, and is read as it is', () => {
    const byHand = serializeSnapshot(snapshot).replace(/ {2}"sha256": .*\n/, '')
    expect(parseSnapshot(byHand, codebookFileSchema)).toEqual({ kind: 'unsigned', snapshot })
  })

  it('cut off at any byte, or with any byte changed, is never taken for good', () => {
    const text = serializeSnapshot(snapshot)
    for (let cut = 0; cut < text.length - 1; cut += 1)
      expect(parseSnapshot(text.slice(0, cut), codebookFileSchema).kind).toBe('bad')
    for (let at = 0; at < text.length; at += 1) {
      const changed = text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1)
      expect(parseSnapshot(changed, codebookFileSchema).kind).not.toBe('good')
    }
  })

  const strange = [
    ['nothing', ''],
    ['NUL bytes', '\0\0\0\0'],
    ['a list', '[]'],
    ['a web page', '<!doctype html>'],
    ['a key that would change every object', '{"__proto__": {"polluted": true}}'],
    ['nesting without end', '{"a":'.repeat(5000) + '1' + '}'.repeat(5000)],
    ['another file of ours', JSON.stringify({ format: 'assay-source' })],
  ] as const
  for (const [name, text] of strange)
    it(`is not read from ${name}`, () => {
      expect(parseSnapshot(text, codebookFileSchema).kind).toBe('bad')
      expect('polluted' in {}).toBe(false)
    })

  it('is missing when there is no file, and bad when a folder stands in its place', () => {
    expect(readSnapshot(path.join(folder, 'none.json'), codebookFileSchema).kind).toBe('missing')
    expect(readSnapshot(folder, codebookFileSchema).kind).toBe('bad')
  })
})
