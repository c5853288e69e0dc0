import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { runCommand } from '../run/command.mjs'
import { Failure, noSpaceSentence } from '../run/failure.mjs'

const sources = ['shared', 'electron', 'renderer']
const settings = [
  'electron.vite.config.ts',
  'scripts/components/note-packages.mjs',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
]
const results = [
  'out/main/main.js',
  'out/main/cli.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
]

/**
 * Build the app into `out/`, unless what is there was made from these very sources and nobody has
 * changed it since (`npm run dev` writes there too).
 * @param {string} root
 * @returns {Promise<{ did: boolean, detail: string }>}
 */
export async function build(root) {
  const stampFile = join(root, '.cache', 'build.json')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampOf(root)) {
    return { did: false, detail: 'up to date' }
  }
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { code, output } = await runCommand(process.execPath, [tool, 'build'], { cwd: root })
  if (code !== 0) {
    if (/ENOSPC/.test(output)) throw new Failure(noSpaceSentence(join(root, 'out')))
    process.stderr.write(plain(output))
    throw new Failure('The app could not be built: see the messages above.')
  }
  await mkdir(dirname(stampFile), { recursive: true })
  await writeFile(stampFile, stampOf(root))
  return { did: true, detail: 'built' }
}

/**
 * What the build tool says without its colours, which it keeps also where they cannot be shown, and
 * without where its own code was, which says nothing about ours.
 * @param {string} output
 */
const plain = output => stripVTControlCharacters(output).replace(/^ +at .*\n?/gm, '')

/**
 * Says in one text what the build was made from and what it made.
 * @param {string} root
 * @returns {string}
 */
function stampOf(root) {
  const missing = results.filter(file => !existsSync(join(root, file)))
  return JSON.stringify({ inputs: hashOfInputs(root), missing, made: looksOf(join(root, 'out')) })
}

/** @param {string} root */
function hashOfInputs(root) {
  const hash = createHash('sha256')
  const files = [...sources.flatMap(folder => filesIn(root, folder)), ...settings]
  for (const file of files.filter(name => !isTest(name))) {
    const content = readFileSync(join(root, file))
    hash.update(`${file}\n${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

/** @param {string} name */
const isTest = name => /\.test\.tsx?$/.test(name)

/**
 * Size and time tell a changed output; its content need not be read.
 * @param {string} out
 */
function looksOf(out) {
  return filesIn(out, '').map(name => {
    const { size, mtimeMs } = statSync(join(out, name))
    return `${name} ${size} ${mtimeMs}`
  })
}

/**
 * The files below `folder`, as paths from `base`, in an order that is always the same.
 * @param {string} base
 * @param {string} folder
 * @returns {string[]}
 */
function filesIn(base, folder) {
  if (!existsSync(join(base, folder))) return []
  return readdirSync(join(base, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(base.length + 1))
    .sort()
}
