import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { notePackages } from './scripts/components/note-packages.mjs'

const at = (path: string): string => resolve(import.meta.dirname, path)

/**
 * Three bundles, each self-contained: everything a bundle needs is inside it, so the packaged app
 * carries no node_modules. The targets are the older of the two runtimes we run on (Electron 33).
 */
export default defineConfig({
  main: {
    plugins: [notePackages(import.meta.dirname, 'main')],
    build: {
      outDir: at('out/main'),
      target: 'node20',
      externalizeDeps: false,
      rollupOptions: {
        input: {
          main: at('electron/main.ts'),
          cli: at('electron/cli.ts'),
          'snapshot-worker': at('electron/store/snapshot-worker.ts'),
          'backup-worker': at('electron/backup/backup-worker.ts'),
          'upkeep-worker': at('electron/upkeep/upkeep-worker.ts'),
          reader: at('electron/import/reader/reader.ts'),
          'memory-watch': at('electron/import/reader/memory-watch.ts'),
          'search-worker': at('electron/search/search-worker.ts'),
        },
        external: ['electron'],
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    plugins: [notePackages(import.meta.dirname, 'preload')],
    build: {
      outDir: at('out/preload'),
      target: 'node20',
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: at('electron/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), notePackages(import.meta.dirname, 'renderer')],
    build: {
      outDir: at('out/renderer'),
      target: 'chrome130',
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: false,
      rollupOptions: { input: { index: at('renderer/index.html') } },
    },
  },
})
