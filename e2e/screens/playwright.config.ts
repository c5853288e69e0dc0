import { defineConfig } from '@playwright/test'

/**
 * Pictures of the window for docs/screens: no tests, outside the gate, one window at a time.
 * `npm run screens` starts it and says which Electron draws.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.screens.ts',
  outputDir: '../../test-results/screens',
  workers: 1,
  retries: 1,
  timeout: 120_000,
  use: { actionTimeout: 20_000 },
  expect: { timeout: 15_000 },
  reporter: 'list',
})
