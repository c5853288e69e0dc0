import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

/** @type {string} */
let folder
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-window-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('the window', () => {
  it.each(/** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))(
    'is asked to close by %s, and may finish',
    async signal => {
      program(
        `process.on('SIGTERM', () => setTimeout(() => { console.log('saved'); process.exit(0) }, 200))`,
      )
      const ended = await open((child, text) => {
        if (text.includes('ready')) child.kill(signal)
      })
      expect(ended).toMatchObject({ code: 0, output: expect.stringMatching(/ready.*\nsaved/) })
    },
  )

  it('is ended when it does not close and is told so again a while later', async () => {
    program(`process.on('SIGTERM', () => console.log('not yet'))`)
    const ended = await open((child, text) => {
      const wait = text.includes('not yet') ? 1200 : 0
      setTimeout(() => child.kill('SIGINT'), wait)
    })
    expect(ended.code).not.toBe(0)
  })

  it('may still finish when one Ctrl-C arrives several times', async () => {
    program(
      `process.once('SIGTERM', () => setTimeout(() => { console.log('saved'); process.exit(0) }, 200))`,
    )
    const ended = await open((child, text) => {
      if (!text.includes('ready')) return
      child.kill('SIGINT')
      setTimeout(() => child.kill('SIGTERM'), 50)
    })
    expect(ended).toMatchObject({ code: 0, output: expect.stringMatching(/ready.*\nsaved/) })
  })

  it('gets its arguments as they are, and its exit code counts', async () => {
    program(`process.on('SIGTERM', () => process.exit(7))`)
    const ended = await open(child => child.kill('SIGTERM'), ['.', 'a b', '$HOME "quoted"'])
    expect(ended.code).toBe(7)
    expect(ended.output).toContain(JSON.stringify(['.', 'a b', '$HOME "quoted"']))
  })
})

/**
 * Something that stands in for Electron: says that it is ready, then waits.
 * @param {string} work
 */
function program(work) {
  const file = join(folder, 'electron')
  writeFileSync(
    file,
    `#!${process.execPath}
     ${work}
     setInterval(() => {}, 1000)
     console.log('ready', JSON.stringify(process.argv.slice(2)))`,
  )
  chmodSync(file, 0o755)
}

/**
 * Open it in a process of its own, and act on everything it prints.
 * @param {(child: import('node:child_process').ChildProcess, text: string) => void} act
 * @param {string[]} args
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function open(act, args = []) {
  const module = new URL('open-window.mjs', import.meta.url).href
  const call = [join(folder, 'electron'), args].map(value => JSON.stringify(value)).join(', ')
  const code = `import { openWindow } from ${JSON.stringify(module)}
    process.exitCode = await openWindow(${call}, process.env)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return new Promise(resolve => {
    let output = ''
    child.stdout.setEncoding('utf8').on('data', text => {
      output += text
      act(child, text)
    })
    child.on('close', code => resolve({ code, output }))
  })
}
