import { registerHooks } from 'node:module'
import { defineConfig } from '@playwright/test'
import { chromiumLaunchOptions, firefoxLaunchOptions } from '../tooling/lib/browsers.ts'

// Packages of the workspace are read from their source, in every process that reads this.
registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier, { ...context, conditions: ['@nectar-connect/source', ...(context.conditions ?? [])] }),
})

const firefox = firefoxLaunchOptions()
const isFull = process.env.NECTAR_FULL !== undefined
/** Starts a Chromium of its own, which is there in the full run. */
const OLDEST_CHROMIUM = 'oldest-chromium.spec.ts'

export default defineConfig({
  testDir: '.',
  // Recipes for Vitest stand beside those for Playwright.
  testMatch: '{tests,recipes}/**/*.spec.ts',
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
      ...(isFull ? {} : { testIgnore: OLDEST_CHROMIUM }),
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
