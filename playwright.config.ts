import { defineConfig } from '@playwright/test'
import { rememberedRuntime } from './scripts/set-up/electron-runtime.mjs'

const isLong = process.env['ASSAY_LONG'] === '1'

// So that `npx playwright test` alone starts the same Electron as `npm test`.
const runtime = rememberedRuntime(import.meta.dirname)
if (runtime !== null) process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= runtime.folder

/** Tests in the real app. No retries: a test that sometimes fails is a failure to understand. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  testIgnore: isLong ? [] : ['long/**'],
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: isLong ? 30 * 60_000 : 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
})
