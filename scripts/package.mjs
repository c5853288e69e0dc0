import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { billOfMaterials, licencesText, shippedComponents } from './components/components.mjs'
import { root } from './root.mjs'
import { runCommand, stopCommandsWithUs } from './run/command.mjs'
import { Failure, noSpaceSentence, runAsProgram } from './run/failure.mjs'
import { reportToPerson } from './set-up/report.mjs'
import { setUp } from './set-up/set-up.mjs'

/** Where electron-builder puts the unpacked app on Linux x64. */
const unpacked = join(root, 'dist', 'linux-unpacked')

/**
 * `npm run package`: set-up, then the unpacked app of this system in dist/. `--all` makes every target
 * of electron-builder.yml that this system can make (electron-builder downloads the tools for that).
 */
await runAsProgram(async args => {
  const unknown = args.find(arg => arg !== '--all')
  if (unknown !== undefined) {
    throw new Failure(`${unknown} is not known here: npm run package -- [--all]`)
  }
  stopCommandsWithUs()
  const { runtime } = await setUp(root, { onStep: reportToPerson() })
  await buildPackage(runtime, args.includes('--all') ? [] : ['--dir'])
})

/**
 * @param {import('./set-up/electron-runtime.mjs').Runtime} runtime
 * @param {string[]} words
 */
async function buildPackage({ folder, version }, words) {
  await writeComponents(version)
  await rm(unpacked, { recursive: true, force: true })
  const tool = join(root, 'node_modules', 'electron-builder', 'cli.js')
  const electron = [`-c.electronDist=${folder}`, `-c.electronVersion=${version}`]
  const { code, output } = await runCommand(
    process.execPath,
    [tool, ...words, '--publish=never', ...electron],
    { cwd: root },
  )
  if (code === 0) {
    if (existsSync(unpacked)) console.log(`The app is in ${unpacked}`)
    return
  }
  if (/ENOSPC/.test(output)) throw new Failure(noSpaceSentence(join(root, 'dist')))
  process.stderr.write(output)
  throw new Failure('The app could not be packaged: see the messages above.')
}

/**
 * The list of what ships and the licences of it, which electron-builder puts beside the program.
 * @param {string} electron its version
 */
async function writeComponents(electron) {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const components = shippedComponents(root)
  const folder = join(root, 'dist', 'components')
  await mkdir(folder, { recursive: true })
  const bill = billOfMaterials({ version, electron, components })
  await writeFile(join(folder, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`)
  await writeFile(join(folder, 'LICENCES.txt'), licencesText(components))
}
