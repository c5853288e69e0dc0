import path from 'node:path'
import { defineConfig } from '@playwright/test'

/** The inner run of `witness.spec.ts`: an ordinary user, Chromium's sandbox, and no network but the canary's. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.witness.ts',
  outputDir: path.join(process.env['ASSAY_WITNESS'] ?? 'test-results', 'results'),
  workers: 1,
  timeout: 100_000,
  expect: { timeout: 10_000 },
  reporter: 'line',
})
