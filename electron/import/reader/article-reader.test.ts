import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { childReader } from '../../cli/start-child-reader'
import type { ArticleReader } from './article-reader'
import { articleReader } from './article-reader'

/** A reader that does what the name of the file says. */
const misbehaving = `
let count = 0
process.on('message', ({ kind, id, name, bytes }) => {
  if (kind === 'begin') return process.send({ kind: 'ready' })
  count += 1
  const text = new TextDecoder().decode(bytes)
  const content = text === '' ? [{ type: 'paragraph' }] : [{ type: 'paragraph', content: [{ type: 'text', text }] }]
  const article = {
    title: String(process.pid), titleFrom: 'text', metadata: {}, document: { type: 'doc', content },
    mediaType: 'text/plain', encoding: 'utf-8', encodingFrom: 'strict', remarks: [],
  }
  switch (name) {
    case 'hangs': for (;;);
    case 'grows': for (const all = [];;) all.push({ more: new Array(1000).fill(count) })
    case 'crashes': process.abort()
    case 'leaves': process.exit(0)
    case 'fills-up': if (count > 1) process.abort(); break
    case 'lies-of-another': return process.send({ kind: 'article', id: id + 1, article })
    case 'lies-in-shape': return process.send({ kind: 'article', id, article: { ...article, remarks: 'many' } })
    case 'brings-more': return process.send({ kind: 'article', id, article: { ...article, id: 'x' } })
    case 'is-deep': {
      let block = { type: 'paragraph' }
      for (let depth = 0; depth < 5000; depth += 1) block = { type: 'blockquote', content: [block] }
      return process.send({ kind: 'article', id, article: { ...article, document: { type: 'doc', content: [block] } } })
    }
    case 'babbles': return process.send('what?')
    case 'refuses': return process.send({ kind: 'failure', id, failure: { kind: 'empty', message: 'It is empty.' } })
  }
  process.send({ kind: 'article', id, article })
})
`

let folder: string
let program: string
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-reader-'))
  program = path.join(folder, 'misbehaving.mjs')
  fs.writeFileSync(program, misbehaving)
})
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

const open: ArticleReader[] = []
afterEach(() => {
  for (const reader of open.splice(0)) reader.stop()
})

const startReader = (width = 1, start = program): ArticleReader => {
  const reader = articleReader(
    childReader(megabytes => [`--max-old-space-size=${megabytes}`, start]),
    { megabytes: 40, seconds: 1.5 },
    width,
  )
  open.push(reader)
  return reader
}
const bytes = new TextEncoder().encode('Two words.')

/** The number of the process that read the file, which the program above gives as its title. */
const processOf = async (reader: ArticleReader, name = 'good'): Promise<string> => {
  const read = await reader.read(bytes, name)
  if (!read.ok) throw new Error(read.error.message)
  return read.value.title
}

describe('a reader in a process of its own', () => {
  it('reads one file after the other in the same process, and makes the plain text itself', async () => {
    const reader = startReader()
    const first = await reader.read(bytes, 'good')
    expect(first).toMatchObject({ ok: true, value: { text: 'Two words.', encoding: 'utf-8' } })
    expect(first.ok && first.value.title).toBe(await processOf(reader))
    expect(first.ok && first.value.title).not.toBe(process.pid.toString())
  })

  it('reads as many files at once as it has processes, and answers each', async () => {
    const reader = startReader(2)
    const names = await Promise.all(Array.from({ length: 8 }, () => processOf(reader)))
    expect(new Set(names).size).toBe(2)
  })

  const broken = [
    { name: 'hangs', says: 'longer than 1.5 seconds' },
    { name: 'grows', says: 'more than 40 MB of memory' },
    { name: 'crashes', says: 'so that its reader broke' },
    { name: 'leaves', says: 'so that its reader broke' },
    { name: 'lies-of-another', says: 'so that its reader broke' },
    { name: 'lies-in-shape', says: 'so that its reader broke' },
    { name: 'brings-more', says: 'so that its reader broke' },
    { name: 'is-deep', says: 'so that its reader broke' },
    { name: 'babbles', says: 'so that its reader broke' },
  ]
  for (const { name, says } of broken)
    it(`names a file that ${name.replaceAll('-', ' ')} and reads the next one in another process`, async () => {
      const reader = startReader()
      const before = await processOf(reader)
      const [refused, after] = await Promise.all([reader.read(bytes, name), processOf(reader)])
      expect(refused).toMatchObject({ ok: false, error: { kind: 'unreadable' } })
      const message = refused.ok ? '' : refused.error.message
      expect(message).toContain(`“${name}” was not imported: `)
      expect(message).toContain(says)
      expect(after).not.toBe(before)
    })

  it('gives a file a fresh process when those before it filled the memory', async () => {
    const reader = startReader()
    const before = await processOf(reader)
    expect(await processOf(reader, 'fills-up')).not.toBe(before)
  })

  it('passes on what a reader says of a file', async () => {
    expect(await startReader().read(bytes, 'refuses')).toEqual({
      ok: false,
      error: { kind: 'empty', message: 'It is empty.' },
    })
  })

  it('says so when no process starts', async () => {
    const reader = startReader(1, path.join(folder, 'nowhere.mjs'))
    expect(await reader.read(bytes, 'good.txt')).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('did not start') as string },
    })
  })

  it('ends what it is at and what waits when it is stopped, and leaves no process behind', async () => {
    const reader = startReader()
    const pid = Number(await processOf(reader))
    const reading = ['hangs', 'good'].map(name => reader.read(bytes, name))
    reader.stop()
    for (const result of await Promise.all(reading))
      expect(result).toMatchObject({ ok: false, error: { kind: 'cancelled' } })
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })
})
