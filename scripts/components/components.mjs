import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../run/failure.mjs'

/**
 * @typedef {object} Component a package that ships inside a bundle
 * @property {string} name
 * @property {string} version
 * @property {string} licence SPDX expression, as the package says it
 * @property {string} text of its licence files, or '' where it has none
 * @property {string[]} bundles that take something of it
 */

/** The bundles of the build, each with a note of its packages. */
const bundles = ['main', 'preload', 'renderer']

/**
 * Folders of the packages that a bundle takes something of. Throws Failure when the app was not built.
 * @param {string} root
 * @param {string} bundle
 * @returns {string[]}
 */
function foldersIn(root, bundle) {
  const note = join(root, 'out', 'components', `${bundle}.json`)
  if (!existsSync(note))
    throw new Failure('The app is not built, so nobody knows what ships in it: npm run build')
  return JSON.parse(readFileSync(note, 'utf8'))
}

/**
 * Folders of all packages that ship, each once: `node_modules/a`.
 * @param {string} root
 * @returns {string[]}
 */
export function shippedFolders(root) {
  return [...new Set(bundles.flatMap(bundle => foldersIn(root, bundle)))].sort()
}

/**
 * What ships, by name and version. Throws Failure when the app was not built.
 * @param {string} root
 * @returns {Component[]}
 */
export function shippedComponents(root) {
  /** @type {Map<string, Component>} */
  const found = new Map()
  for (const bundle of bundles) {
    for (const folder of foldersIn(root, bundle)) {
      const component = componentIn(join(root, folder))
      const key = `${component.name}@${component.version}`
      const known = found.get(key)
      if (known === undefined) found.set(key, { ...component, bundles: [bundle] })
      else if (!known.bundles.includes(bundle)) known.bundles.push(bundle)
    }
  }
  return [...found.keys()].sort().flatMap(key => found.get(key) ?? [])
}

/**
 * @param {string} folder
 * @returns {Omit<Component, 'bundles'>}
 */
function componentIn(folder) {
  const manifest = /** @type {{ name: string, version: string, license?: unknown }} */ (
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  )
  const files = readdirSync(folder).filter(name => /^(?:licen[cs]e|copying|notice)/i.test(name))
  return {
    name: manifest.name,
    version: manifest.version,
    licence: typeof manifest.license === 'string' ? manifest.license : 'not stated',
    text: files
      .sort()
      .map(name => readFileSync(join(folder, name), 'utf8').trim())
      .join('\n\n'),
  }
}

/**
 * The list of components in CycloneDX 1.5: https://cyclonedx.org/docs/1.5/json/
 * @param {{ version: string, electron: string, components: readonly Component[] }} shipped
 */
export function billOfMaterials({ version, electron, components }) {
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        'bom-ref': `pkg:npm/assay@${version}`,
        type: 'application',
        name: 'assay',
        version,
        licenses: [{ license: { id: 'MIT' } }],
      },
    },
    components: [
      {
        'bom-ref': `pkg:npm/electron@${electron}`,
        type: 'framework',
        name: 'electron',
        version: electron,
        purl: `pkg:npm/electron@${electron}`,
        licenses: [{ license: { id: 'MIT' } }],
      },
      ...components.map(component => {
        const purl = `pkg:npm/${component.name.replace('@', '%40')}@${component.version}`
        return {
          'bom-ref': purl,
          type: 'library',
          name: component.name,
          version: component.version,
          purl,
          licenses: [licenceOf(component)],
          properties: [{ name: 'assay:bundles', value: component.bundles.join(' ') }],
        }
      }),
    ],
  }
}

/**
 * One identifier of SPDX, or an expression of several.
 * @param {Component} component
 */
function licenceOf({ licence }) {
  if (/^[\w.+-]+$/.test(licence)) return { license: { id: licence } }
  return / (?:AND|OR|WITH) /.test(licence)
    ? { expression: licence }
    : { license: { name: licence } }
}

/**
 * The licences of everything in the bundles, with their texts, for people.
 * @param {readonly Component[]} components
 */
export function licencesText(components) {
  const line = '-'.repeat(80)
  return [
    'Assay holds parts of these packages. Electron’s and Chromium’s own licences are in',
    'LICENSE.electron.txt and LICENSES.chromium.html beside this file.',
    ...components.flatMap(({ name, version, licence, text }) => [
      '',
      line,
      `${name} ${version} (${licence})`,
      ...(text === '' ? [] : ['', text]),
    ]),
    '',
  ].join('\n')
}
