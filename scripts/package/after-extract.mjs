import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * electron-builder's hook for a freshly copied Electron: leave out the app that Electron brings for
 * running a folder, and the file that names its version. electron-builder does so itself only when it
 * has downloaded that Electron.
 * @param {{ appOutDir: string }} context
 */
export default async function afterExtract({ appOutDir }) {
  for (const name of await readdir(appOutDir)) {
    const resources = name.endsWith('.app') ? join(name, 'Contents', 'Resources') : 'resources'
    await rm(join(appOutDir, resources, 'default_app.asar'), { force: true })
  }
  await rm(join(appOutDir, 'version'), { force: true })
}
