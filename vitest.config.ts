import { defineConfig } from 'vitest/config'

/** Pure modules, handlers and files in plain Node; what needs a window is Playwright's, in e2e/. */
export default defineConfig({
  test: {
    name: 'node',
    environment: 'node',
    include: ['{shared,electron,renderer,e2e,bench}/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
    exclude: ['**/node_modules/**', 'out/**', 'dist/**'],
    setupFiles: ['scripts/check/one-seed.mjs'],
    // Style sheets are emptied otherwise; the contrast of the tokens is tested on the real file.
    css: { include: [/tokens\.css/] },
    maxWorkers: 2,
    testTimeout: process.env['ASSAY_LONG'] === '1' ? 15 * 60_000 : 60_000,
    // A parked or forgotten `.only` would hide the rest.
    allowOnly: false,
  },
})
