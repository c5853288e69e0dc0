import type { ChildProcess } from 'node:child_process'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import type { Page } from '@playwright/test'
import { chromium } from '@playwright/test'
import { checkout, expect, test } from './app'
import { readAnnotations } from './project-files'
import { trapsText } from './traps'
import type { Workbench } from './window/workbench'
import { workbench } from './window/workbench'

/** How a fuse that is on stands in the program file: the character 1. */
const fuseIsOn = 0x31

const shipped = path.join(checkout, 'dist', 'linux-unpacked')

test.describe.configure({ mode: 'serial' })
test.skip(process.platform !== 'linux', 'The unpacked Linux build is made on Linux only')

test.beforeAll(() => {
  test.setTimeout(180_000)
  const made = spawnSync(process.execPath, [path.join(checkout, 'scripts', 'package.mjs')], {
    cwd: checkout,
    encoding: 'utf8',
  })
  if (made.status !== 0) throw new Error(`npm run package failed: ${made.stdout}${made.stderr}`)
})

test('the shipped program has its fuses set, and holds the bundles and nothing else', async () => {
  const wire = await getCurrentFuseWire(path.join(shipped, 'assay'))
  const isOn = (fuse: FuseV1Options): boolean => Number(wire[fuse]) === fuseIsOn
  expect({
    runAsNode: isOn(FuseV1Options.RunAsNode),
    nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    nodeCliInspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
    onlyLoadAppFromAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
    asarIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    fileProtocolPrivileges: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: false,
    nodeOptions: false,
    nodeCliInspect: false,
    onlyLoadAppFromAsar: true,
    asarIntegrity: true,
    fileProtocolPrivileges: false,
  })
  const held = listPackage(path.join(shipped, 'resources', 'app.asar'), { isPack: false })
  const strange = held.filter(
    name => name !== '/out' && name !== '/package.json' && !name.startsWith('/out/'),
  )
  expect(strange).toEqual([])
  expect(held.filter(name => /\.map$|\.test\.|node_modules/.test(name))).toEqual([])
  expect(fs.existsSync(path.join(shipped, 'resources', 'default_app.asar'))).toBe(false)
})

test('what ships is listed beside the program, each part under a licence that allows it', () => {
  const bill = JSON.parse(fs.readFileSync(path.join(shipped, 'sbom.cdx.json'), 'utf8')) as {
    readonly bomFormat: string
    readonly components: readonly {
      readonly name: string
      readonly purl: string
      readonly licenses: readonly [{ license?: { id?: string }; expression?: string }]
    }[]
  }
  expect(bill.bomFormat).toBe('CycloneDX')
  const names = bill.components.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining(['electron', 'react', '@tiptap/core', 'zod', 'parse5', 'fflate']),
  )
  expect(
    names.filter(name => /vitest|playwright|eslint|typescript|electron-builder/.test(name)),
  ).toEqual([])
  const licences = bill.components.map(
    ({ name, licenses: [{ license, expression }] }) =>
      `${name}: ${license?.id ?? expression ?? ''}`,
  )
  const allowed =
    /: \(?(?:MIT|ISC|BSD-[23]-Clause|Apache-2\.0|0BSD|OFL-1\.1|Unlicense|BlueOak-1\.0\.0|MIT-0|CC0-1\.0)\b/
  expect(licences.filter(licence => !allowed.test(licence))).toEqual([])
  const words = fs.readFileSync(path.join(shipped, 'LICENCES.txt'), 'utf8')
  for (const name of names.filter(one => one !== 'electron')) expect(words).toContain(`${name} `)
})

test('the packaged program runs commands without a display, and tags and saves in its window', async ({
  folder,
}) => {
  const project = path.join(folder, 'project')
  const article = path.join(folder, 'ferry.txt')
  fs.writeFileSync(article, trapsText)
  const environment = { ...process.env, XDG_CONFIG_HOME: path.join(folder, 'config') }
  const command = (...args: string[]): unknown => {
    const blind: NodeJS.ProcessEnv = { ...environment }
    delete blind['DISPLAY']
    delete blind['WAYLAND_DISPLAY']
    const run = spawnSync(path.join(shipped, 'assay'), [...args, '--json', '--no-sandbox'], {
      encoding: 'utf8',
      env: blind,
    })
    expect(run.status, run.stderr).toBe(0)
    return JSON.parse(run.stdout)
  }
  command('new', project, '--name', 'Packed')
  expect(command('import', project, article)).toMatchObject({ failed: [] })

  // Each step has its own limit, so that a step that hangs is named.
  const limit = { timeout: 20_000 }
  const program = startProgram(
    [`--user-data-dir=${path.join(folder, 'settings')}`, project],
    environment,
  )
  try {
    const page = await test.step('find the window', () => windowOf(program), limit)
    await test.step('tag', () => tagFigure(workbench(page)), limit)
    await test.step('close', () => closeWindow(page, program), limit)
  } finally {
    program.kill('SIGKILL')
  }
  expect(readAnnotations(project).map(({ quote }) => quote[0]?.exact)).toEqual(['14 dead'])
  expect(command('check', project)).toMatchObject({ ok: true })
})

async function tagFigure(window: Workbench): Promise<void> {
  await window.isReady()
  await window.selectWords('14 dead')
  await window.page.keyboard.press('3')
  await window.isSaved()
}

/** The shipped program with Chromium’s own port, which no fuse closes. */
function startProgram(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const words = ['--no-sandbox', '--remote-debugging-port=0', ...args]
  return spawn(path.join(shipped, 'assay'), words, { env, stdio: ['ignore', 'ignore', 'pipe'] })
}

/**
 * The page of its one window, taken once its document is there. Playwright’s own launch looks at the window while it
 * still goes there, for it cannot hold a packaged program back; it then waits without end for what it missed.
 */
async function windowOf(program: ChildProcess): Promise<Page> {
  let said = ''
  program.stderr?.on('data', (words: Buffer) => {
    said += words.toString()
  })
  const address = (): string | undefined =>
    /^DevTools listening on ws:\/\/([^/]+)\//m.exec(said)?.[1]
  await expect.poll(address, { timeout: 20_000 }).toBeDefined()
  const port = `http://${address() ?? ''}`
  const titles = async (): Promise<readonly string[]> => {
    const targets = (await (await fetch(`${port}/json/list`)).json()) as { title: string }[]
    return targets.map(({ title }) => title)
  }
  await expect.poll(titles, { timeout: 20_000 }).toContainEqual(expect.stringContaining('Assay'))
  const browser = await chromium.connectOverCDP(port)
  const [page] = browser.contexts()[0]?.pages() ?? []
  if (page === undefined) throw new Error('The program has no window')
  return page
}

/** As a user closes it; the program ends with its last window. */
async function closeWindow(page: Page, program: ChildProcess): Promise<void> {
  const ended = once(program, 'exit')
  await page.evaluate(() => {
    window.close()
  })
  expect(await ended).toEqual([0, null])
}
