// #region fixtures
import { createSandboxClient, type SandboxControl } from '@nectar-connect/sandbox'
import { startSandbox } from '@nectar-connect/sandbox/node'
import { test as base } from '@playwright/test'
import { spawnDemo as startApp } from '../support/start-demo.ts'

interface Fixtures {
  sandboxOrigin: string
  /** Steers the sandbox, typed. */
  sandbox: SandboxControl
  /** Where your app is. */
  appOrigin: string
}

/** Each test has a Nectar of its own on a free port, and your app on it. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from its first parameter
  sandboxOrigin: async ({}, use) => {
    const { origin, close } = await startSandbox({ port: 0, checkDelayMs: 60_000 })
    await use(origin)
    await close()
  },
  sandbox: async ({ sandboxOrigin }, use) => use(createSandboxClient({ origin: sandboxOrigin })),
  appOrigin: async ({ sandboxOrigin }, use) => {
    // Yours: give `createNectarConnect` this origin as `nectar.sandbox`, then tell the
    // sandbox where your webhooks are: setWebhook({ url: `${app.origin}/api/nectar/webhooks`, secret }).
    const app = await startApp({ SANDBOX_ORIGIN: sandboxOrigin })
    await use(app.origin)
    await app.close()
  },
})
// #endregion
