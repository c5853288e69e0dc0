import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { shippedFolders } from '../components/components.mjs'
import { runCommand } from '../run/command.mjs'
import { build } from '../set-up/build.mjs'
import { judgeElectron } from './electron-age.mjs'
import { explained } from './explained.mjs'
import { readFindings } from './findings.mjs'

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/**
 * Ask the registry about what ships. Everything is bundled, so to npm all packages are development
 * dependencies: which of them ship is known from the bundles, and only they decide.
 * @param {string} root
 * @returns {Promise<number>} exit code
 */
export async function audit(root) {
  await build(root)
  const shipped = [...shippedFolders(root), 'node_modules/electron']
  const codes = [await auditPackages(root, shipped), await auditElectron(root)]
  return codes.includes(1) ? 1 : Math.max(...codes)
}

/**
 * @param {string} root
 * @param {readonly string[]} shipped
 */
async function auditPackages(root, shipped) {
  const { output } = await runCommand(npm, ['audit', '--json', '--loglevel=silent'], { cwd: root })
  const read = readFindings(output, shipped, explained)
  if (read === undefined) {
    console.log(
      `npm audit could not ask the registry, so nothing is known today: ${firstOf(output)}`,
    )
    return 2
  }
  const { inApp, explainedInApp, inTools } = read
  for (const { name, severity, titles, url } of inApp)
    console.log(`${severity}: ${name}, which ships: ${titles.join('; ')} ${url}`)
  for (const { name, why } of explainedInApp) console.log(`explained: ${name}: ${why}`)
  console.log(
    `${shipped.length} packages ship; ${inApp.length} with findings that count, ${explainedInApp.length} explained; ${inTools} findings in tools that do not ship`,
  )
  return inApp.length === 0 ? 0 : 1
}

/** @param {string} root */
async function auditElectron(root) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const ours = String(manifest.devDependencies.electron)
  const { code, output } = await runCommand(npm, ['view', 'electron', 'version', '--json'], {
    cwd: root,
  })
  const latest = /"(\d+\.\d+\.\d+)"/.exec(output)?.[1]
  if (code !== 0 || latest === undefined) {
    console.log('The registry could not be asked for the latest Electron.')
    return 2
  }
  const { isSupported, sentence } = judgeElectron(ours, latest)
  console.log(sentence)
  return isSupported ? 0 : 1
}

/** @param {string} output */
const firstOf = output => /"message": "([^"]*)"/.exec(output)?.[1] ?? output.trim().split('\n')[0]
