import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { childReader } from '../../cli/start-child-reader'
import { streamFrom } from './stream-from'

/** A reader that does what the name of the table says. */
const misbehaving = `
let count = 0
let name = ''
const say = (json, more = {}) => process.send({ kind: 'piece', json, isLast: true, ...more })
process.on('message', ({ kind, request }) => {
  if (kind === 'begin') return process.send({ kind: 'ready' })
  if (request) name = request.file
  count += 1
  if (count <= 2 && name !== 'hangs-at-once') return say(JSON.stringify({ number: count, of: process.pid }))
  process.send({ kind: 'at', place: 'line 3 of it' })
  switch (name) {
    case 'hangs': case 'hangs-at-once': for (;;);
    case 'grows': for (const all = [];;) all.push({ more: new Array(1000).fill(count) })
    case 'crashes': process.abort()
    case 'no-json': return say('{')
    case 'too-deep': return say('['.repeat(5000) + ']'.repeat(5000))
    case 'babbles': return process.send('what?')
    case 'too-long': return say('1'.repeat(2 * 1024 * 1024))
    case 'pieces':
      process.send({ kind: 'piece', json: '{"a":"', isLast: false })
      if (count === 3) return say('b"}', { bytes: new Uint8Array([1, 2]) })
    case 'fails': return process.send({ kind: 'end', failure: { kind: 'refused', message: 'No.' } })
  }
  process.send({ kind: 'end' })
})
`

let folder: string
let program: string
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-streams-'))
  program = path.join(folder, 'misbehaving.mjs')
  fs.writeFileSync(program, misbehaving)
})
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

async function read(file: string, stopped = new AbortController().signal) {
  const parts = streamFrom(
    childReader(megabytes => [`--max-old-space-size=${megabytes}`, program]),
    { megabytes: 40, seconds: 1.2 },
    { kind: 'table', file },
    stopped,
  )
  const values: unknown[] = []
  for (;;) {
    const next = await parts.next()
    if (next.done === true) return { values, failure: next.value?.message }
    values.push(next.value)
  }
}

describe('something read part by part in a process of its own', () => {
  it('comes whole, in pieces and with bytes', async () => {
    const { values, failure } = await read('pieces')
    expect(values[2]).toEqual({ value: { a: 'b' }, bytes: new Uint8Array([1, 2]) })
    expect(failure).toBe('No.')
    expect(await read('good')).toMatchObject({ values: { length: 2 }, failure: undefined })
  })

  it.each([
    { name: 'hangs', said: 'reading line 3 of it took longer than 1.2 seconds, so it was stopped' },
    { name: 'grows', said: 'reading line 3 of it needs more than 40 MB of memory' },
    { name: 'crashes', said: 'line 3 of it is damaged, or made to look like what it is not' },
    { name: 'no-json', said: 'is damaged, or made to look like what it is not' },
    { name: 'too-deep', said: 'is damaged, or made to look like what it is not' },
    { name: 'babbles', said: 'is damaged, or made to look like what it is not' },
    { name: 'too-long', said: 'is damaged, or made to look like what it is not' },
  ])(
    'that $name gives what came before, and says where and why it ended',
    async ({ name, said }) => {
      const { values, failure } = await read(name)
      expect(values).toHaveLength(2)
      expect(failure).toContain(`“${name}” was not imported: `)
      expect(failure).toContain(said)
    },
  )

  it('ends its process when it is left early, and when everything is stopped', async () => {
    const stop = new AbortController()
    const parts = streamFrom(
      childReader(megabytes => [`--max-old-space-size=${megabytes}`, program]),
      { megabytes: 40, seconds: 60 },
      { kind: 'table', file: 'hangs' },
      stop.signal,
    )
    const first = await parts.next()
    const { of: pid } = (first.value as { readonly value: { readonly of: number } }).value
    expect(process.kill(pid, 0)).toBe(true)
    await parts.return(undefined)
    await vi.waitFor(() => {
      expect(() => process.kill(pid, 0)).toThrow('ESRCH')
    })
    setTimeout(() => {
      stop.abort()
    }, 300)
    expect((await read('hangs-at-once', stop.signal)).failure).toContain('was stopped before it')
  })
})
