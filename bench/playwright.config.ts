import { dirname } from 'node:path'
import { defineConfig } from '@playwright/test'
import { rememberedRuntime } from '../scripts/set-up/electron-runtime.mjs'

const runtime = rememberedRuntime(dirname(import.meta.dirname))
if (runtime !== null) process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= runtime.folder

/**
 * Benchmarks, one at a time so that they do not disturb each other. `ASSAY_BENCH=smoke` asks each for
 * its short form, which shows that it runs and measures nothing.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.bench.ts',
  outputDir: '../test-results/bench',
  workers: 1,
  retries: 0,
  timeout: process.env['ASSAY_BENCH'] === 'smoke' ? 120_000 : 20 * 60_000,
  reporter: 'list',
})
