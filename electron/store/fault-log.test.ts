import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openFaultLog } from './fault-log'

const setting = { version: '1.2.3', electron: '33.2.1', platform: 'linux x64' }
const fault = { kind: 'TypeError', frames: ['draw@index.js:1:20', '@index.js:2:1'] }
let folder = ''
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-faults-'))
})
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

describe('the log of faults', () => {
  test('says what the program is, when and where something failed', () => {
    const log = openFaultLog(folder, setting, () => '2031-03-14T08:00:00.000Z')
    log.write('window', fault)
    expect(log.report()).toContain('Assay 1.2.3, Electron 33.2.1, linux x64')
    expect(log.report()).toContain(
      '2031-03-14T08:00:00.000Z window: TypeError\n    draw@index.js:1:20\n    @index.js:2:1\n',
    )
  })

  test('keeps the log before when it begins anew, and never grows past two of them', () => {
    const log = openFaultLog(folder, setting, () => 'now')
    const frames = Array.from({ length: 50 }, (_, at) => `${'x'.repeat(100)}@a.js:${at}:1`)
    for (let times = 0; times < 200; times += 1) log.write('main', { kind: 'Error', frames })
    const sizes = fs.readdirSync(folder).map(name => fs.statSync(path.join(folder, name)).size)
    expect(sizes).toHaveLength(2)
    for (const size of sizes) expect(size).toBeLessThan(300 * 1024)
    expect(log.report()).toContain('a.js:49:1')
  })

  test('a folder that takes nothing is no second fault', () => {
    const log = openFaultLog(path.join(folder, 'gone'), setting, () => 'now')
    expect(() => {
      log.write('main', fault)
    }).not.toThrow()
    expect(log.report()).not.toContain('TypeError')
  })
})
