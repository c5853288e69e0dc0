import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { moveInPlace } from './export-folder'

let folder: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-move-'))
})
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

describe('moveInPlace', () => {
  it('puts the earlier export back when the system refuses the move', async () => {
    // A folder cannot be moved into itself, which is a refusal that even root meets.
    const target = path.join(folder, 'out')
    fs.mkdirSync(target)
    fs.writeFileSync(path.join(target, 'old.txt'), 'old')
    const moved = moveInPlace({ target, partial: folder, madeAbove: undefined })
    await expect(moved).rejects.toMatchObject({ code: 'EINVAL' })
    expect(fs.readdirSync(folder)).toEqual(['out'])
    expect(fs.readFileSync(path.join(target, 'old.txt'), 'utf8')).toBe('old')
  })
})
