import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A package's folder inside a path: the last `node_modules/name` or `node_modules/@scope/name` of it. */
const packageFolder = /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/

/**
 * A plugin of the build that notes from which packages a bundle takes code or style: not what is
 * installed, but what ships. The note is `out/components/<bundle>.json`, a list of folders.
 * @param {string} root
 * @param {string} bundle
 * @returns {import('vite').Plugin}
 */
export function notePackages(root, bundle) {
  return {
    name: `note-packages-of-${bundle}`,
    apply: 'build',
    generateBundle() {
      const folders = new Set()
      for (const id of this.getModuleIds()) {
        const folder = packageFolder.exec(id.replace(/^\0+/, ''))?.[0]
        if (folder !== undefined) folders.add(folder.slice(root.length + 1).replaceAll('\\', '/'))
      }
      const notes = join(root, 'out', 'components')
      mkdirSync(notes, { recursive: true })
      writeFileSync(join(notes, `${bundle}.json`), JSON.stringify([...folders].sort(), null, 2))
    },
  }
}
