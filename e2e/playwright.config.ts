import { registerHooks } from 'node:module'
import { defineConfig } from '@playwright/test'
import { chromiumLaunchOptions, firefoxLaunchOptions } from '../tooling/lib/browsers.ts'
import { isFull } from '../tooling/lib/is-full.ts'

// Packages of the workspace are read from their source, in every process that reads this.
registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier, { ...context, conditions: ['@nectar-connect/source', ...(context.conditions ?? [])] }),
})

const firefox = firefoxLaunchOptions()
/** Starts a Chromium of its own. */
const OLDEST_CHROMIUM = 'oldest-chromium.spec.ts'

/** What only the full run has time for. */
const FULL = /@full/

export default defineConfig({
  testDir: '.',
  // Recipes for Vitest stand beside those for Playwright.
  testMatch: '{tests,recipes}/**/*.spec.ts',
  ...(isFull ? {} : { grepInvert: FULL }),
  globalSetup: './support/build-demo.ts',
  outputDir: 'test-results',
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  workers: 3,
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    viewport: { width: 1360, height: 900 },
    actionTimeout: 20_000,
    // Pictures and snapshots of each step take a fifth of the time: whoever looks into a failure asks for them, with --trace on.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: true },
  },
  projects: [
    {
      name: 'chromium',
      use: { browserName: 'chromium', launchOptions: chromiumLaunchOptions() },
    },
    // What depends on the browser more than anything else does has this tag; the rest is for the full run.
    ...(firefox
      ? [
          {
            name: 'firefox',
            ...(isFull ? {} : { grep: /@firefox/ }),
            // Playwright switches the back-forward cache off, and only Chromium lets it be switched on again.
            testIgnore: [OLDEST_CHROMIUM, 'session/back-forward.spec.ts'],
            use: { browserName: 'firefox' as const, ...toUse(firefox) },
          },
        ]
      : []),
  ],
})

function toUse({ executablePath, channel }: NonNullable<typeof firefox>) {
  return { ...(channel === undefined ? {} : { channel }), launchOptions: { executablePath } }
}
