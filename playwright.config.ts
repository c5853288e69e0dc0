import { defineConfig } from '@playwright/test'
import { rememberedRuntime } from './scripts/set-up/electron-runtime.mjs'

const isLong = process.env['ASSAY_LONG'] === '1'

// So that `npx playwright test` alone starts the same Electron as `npm test`.
const runtime = rememberedRuntime(import.meta.dirname)
if (runtime !== null) process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= runtime.folder

/**
 * Tests in the real app. By hand there are no retries: a test that sometimes fails is a failure to
 * understand. The gate tries a failed test once more, so that one slow start of a window on a crowded
 * machine does not hide what a whole run has shown; what was tried twice is listed as flaky.
 */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  testIgnore: isLong ? [] : ['long/**'],
  outputDir: 'test-results',
  snapshotPathTemplate: 'e2e/expected/looks/{arg}{ext}',
  updateSnapshots: process.env['ASSAY_UPDATE'] === '1' ? 'all' : 'none',
  workers: 2,
  fullyParallel: true,
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: true,
  timeout: isLong ? 30 * 60_000 : 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
})
