import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { billOfMaterials, licencesText, shippedComponents } from './components.mjs'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'assay-components-'))
  mkdirSync(join(root, 'out', 'components'), { recursive: true })
})
afterEach(() => {
  rmSync(root, { recursive: true })
})

/** @param {string} folder @param {object} manifest @param {string} [licence] */
function addPackage(folder, manifest, licence) {
  mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(join(root, folder, 'package.json'), JSON.stringify(manifest))
  if (licence !== undefined) writeFileSync(join(root, folder, 'LICENSE'), licence)
}

/** @param {Record<string, string[]>} notes */
function note(notes) {
  for (const bundle of ['main', 'preload', 'renderer'])
    writeFileSync(
      join(root, 'out', 'components', `${bundle}.json`),
      JSON.stringify(notes[bundle] ?? []),
    )
}

test('a package is listed once, with all bundles that take something of it', () => {
  addPackage(
    'node_modules/@a/b',
    { name: '@a/b', version: '1.0.0', license: 'MIT' },
    'Do as you like.',
  )
  addPackage('node_modules/c', { name: 'c', version: '2.0.0', license: '(MIT OR Apache-2.0)' })
  note({ main: ['node_modules/@a/b', 'node_modules/c'], renderer: ['node_modules/@a/b'] })
  const components = shippedComponents(root)
  expect(components.map(({ name, bundles }) => [name, bundles])).toEqual([
    ['@a/b', ['main', 'renderer']],
    ['c', ['main']],
  ])
  const bill = billOfMaterials({ version: '0.1.0', electron: '33.2.1', components })
  expect(bill.components.map(component => component.purl)).toEqual([
    'pkg:npm/electron@33.2.1',
    'pkg:npm/%40a/b@1.0.0',
    'pkg:npm/c@2.0.0',
  ])
  expect(bill.components[2]?.licenses).toEqual([{ expression: '(MIT OR Apache-2.0)' }])
  expect(licencesText(components)).toContain('@a/b 1.0.0 (MIT)\n\nDo as you like.')
})

test('two versions of one package are two components', () => {
  addPackage('node_modules/c', { name: 'c', version: '2.0.0', license: 'MIT' })
  addPackage('node_modules/d/node_modules/c', { name: 'c', version: '1.0.0', license: 'MIT' })
  note({ main: ['node_modules/c', 'node_modules/d/node_modules/c'] })
  expect(shippedComponents(root).map(({ version }) => version)).toEqual(['1.0.0', '2.0.0'])
})

test('an app that was never built has no list, and says what to do', () => {
  expect(() => shippedComponents(root)).toThrow('npm run build')
})
