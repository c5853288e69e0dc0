import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeTogether } from './write-together'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-together-'))
})
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

const files = Array.from({ length: 50 }, (_, number) => ({
  name: `${number}.txt`,
  bytes: `${'text '.repeat(number * 100)}ü`,
}))

describe('files that are written together', () => {
  it('are all there with what they should hold, and nothing else is', async () => {
    await writeTogether(
      files.map(({ name, bytes }) => ({ target: path.join(folder, name), bytes })),
    )
    expect(fs.readdirSync(folder)).toHaveLength(files.length)
    for (const { name, bytes } of files)
      expect(fs.readFileSync(path.join(folder, name), 'utf8')).toBe(bytes)
  })

  it('leave nothing half written when one of them cannot be', async () => {
    const targets = files.map(({ name, bytes }) => ({ target: path.join(folder, name), bytes }))
    const nowhere = { target: path.join(folder, 'gone', 'a.txt'), bytes: 'a' }
    await expect(writeTogether([...targets, nowhere])).rejects.toMatchObject({ code: 'ENOENT' })
    expect(fs.readdirSync(folder)).toEqual([])
  })
})
