import { defineConfig } from '@playwright/test'
import { chromiumLaunchOptions } from '../scripts/lib/browsers.mjs'

export default defineConfig({
  testDir: 'tests',
  globalSetup: './support/build-demo.ts',
  outputDir: 'test-results',
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  workers: 2,
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    viewport: { width: 1360, height: 900 },
    launchOptions: chromiumLaunchOptions(),
    actionTimeout: 20_000,
    trace: 'retain-on-failure',
  },
})
