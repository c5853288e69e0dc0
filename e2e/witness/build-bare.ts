import fs from 'node:fs'
import path from 'node:path'
import { build } from 'vite'

/** Build the program without layers into `folder`, so that Electron can be started on it. */
export async function buildBare(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      rolldownOptions: {
        input: path.join(import.meta.dirname, 'bare-window.ts'),
        external: ['electron'],
        output: { format: 'es', entryFileNames: 'main.mjs' },
      },
    },
  })
  const manifest = { name: 'bare', productName: 'Bare', version: '1.0.0', main: 'main.mjs' }
  fs.writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ ...manifest, type: 'module' }),
  )
}
