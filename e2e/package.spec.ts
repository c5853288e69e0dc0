import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { _electron } from '@playwright/test'
import { checkout, expect, test } from './app'
import { readAnnotations } from './project-files'
import { trapsText } from './traps'
import type { Workbench } from './window/workbench'
import { workbench } from './window/workbench'

/** How a fuse that is on stands in the program file: the character 1. */
const fuseIsOn = 0x31

const shipped = path.join(checkout, 'dist', 'linux-unpacked')
const inspectable = path.join(checkout, 'dist', 'linux-unpacked-inspect')

test.describe.configure({ mode: 'serial' })
test.skip(process.platform !== 'linux', 'The unpacked Linux build is made on Linux only')

test.beforeAll(() => {
  test.setTimeout(180_000)
  const made = spawnSync(
    process.execPath,
    [path.join(checkout, 'scripts', 'package.mjs'), '--inspect-copy'],
    { cwd: checkout, encoding: 'utf8' },
  )
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

test('the copy for tests differs from it in the one byte of the inspect fuse', () => {
  const files = fs
    .readdirSync(shipped, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(shipped, path.join(entry.parentPath, entry.name)))
  const differing = files.filter(file => hashOf(shipped, file) !== hashOf(inspectable, file))
  expect(differing).toEqual(['assay'])
  const one = fs.readFileSync(path.join(shipped, 'assay'))
  const other = fs.readFileSync(path.join(inspectable, 'assay'))
  expect(other.length).toBe(one.length)
  let bytes = 0
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) bytes += 1
  expect(bytes).toBe(1)
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
  const electron = await test.step(
    'start',
    () =>
      _electron.launch({
        executablePath: path.join(inspectable, 'assay'),
        args: [`--user-data-dir=${path.join(folder, 'settings')}`, project],
        env: environment,
      }),
    limit,
  )
  const page = await test.step('find the window', () => electron.firstWindow(), limit)
  const window = workbench(page)
  await test.step('tag', () => tagFigure(window), limit)
  await test.step('close', () => electron.close(), limit)
  expect(readAnnotations(project).map(({ quote }) => quote[0]?.exact)).toEqual(['14 dead'])
  expect(command('check', project)).toMatchObject({ ok: true })
})

async function tagFigure(window: Workbench): Promise<void> {
  await window.isReady()
  await window.selectWords('14 dead')
  await window.page.keyboard.press('3')
  await window.isSaved()
}

function hashOf(folder: string, file: string): string {
  return createHash('sha256')
    .update(fs.readFileSync(path.join(folder, file)))
    .digest('hex')
}
