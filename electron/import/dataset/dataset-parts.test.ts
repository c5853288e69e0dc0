import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ArticleReader } from '../reader/article-reader'
import { readStream } from '../reader/streams'
import type { StreamEnd } from '../reader/stream-request'
import { datasetParts } from './dataset-parts'

let file: string
beforeAll(() => {
  file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'assay-parts-')), 'set.jsonl')
  const lines = Array.from({ length: 8 }, (_, index) => JSON.stringify({ id: `r${index + 1}` }))
  fs.writeFileSync(file, `${lines.join('\n')}\n`)
})
afterAll(() => {
  fs.rmSync(path.dirname(file), { recursive: true })
})

/** A reader that dies at these lines, and tells its places as one in a process does. */
function mortal(deadly: readonly number[], says = (place: string) => place) {
  let starts = 0
  const stream: ArticleReader['stream'] = async function* (request) {
    starts += 1
    await Promise.resolve()
    let told = ''
    let looked = ''
    const parts = readStream(request, (place, isLarge = false) => {
      looked = place
      if (isLarge) told = place
    })
    const without = request.kind === 'dataset' ? (request.again?.without ?? []) : []
    for (;;) {
      const next = parts.next()
      const at = Number(/^line (\d+)/.exec(looked)?.[1])
      if (deadly.includes(at) && !without.includes(looked))
        return {
          kind: 'unreadable',
          message: `died at ${told}`,
          diedAt: says(told),
        } satisfies StreamEnd
      if (next.done === true) return next.value
      yield next.value
    }
  }
  return { stream, starts: () => starts }
}

async function read(reader: Pick<ArticleReader, 'stream'>) {
  const parts = datasetParts(reader, file, 'jsonl')
  const found: string[] = []
  for (;;) {
    const next = await parts.next()
    if (next.done === true) return { found, end: next.value?.message }
    const { line, items } = next.value.value as {
      line?: { id: string }
      items?: { message: string }[]
    }
    found.push(line?.id ?? items?.[0]?.message ?? 'side')
  }
}

describe('a dataset with articles that kill their reader', () => {
  it('gives every other article, once and in order, and says which did', async () => {
    expect(await read(mortal([3, 6]))).toEqual({
      found: [
        'side',
        ...['r1', 'r2'],
        'died at line 3 of set.jsonl',
        ...['r4', 'r5'],
        'died at line 6 of set.jsonl',
        ...['r7', 'r8'],
      ],
      end: undefined,
    })
  })

  it('ends where nothing is known of where it was', async () => {
    const blind = mortal([3], () => '')
    expect(await read(blind)).toEqual({
      found: ['side', 'r1', 'r2'],
      end: 'died at set.jsonl',
    })
    expect(blind.starts()).toBe(1)
  })
})
