import { createBackend } from './backend.ts'
import { createFakePlatform, settlePromises } from './fake-platform.ts'

/** A browser and a backend that the test moves by hand. */
export function createWorld() {
  const browser = createFakePlatform()
  const backend = createBackend(browser.setServerTimer, browser.elapsed)
  return Object.assign(browser, {
    backend,
    /** Time goes by on Nectar's clock only. */
    pass(ms: number) {
      backend.lead += ms
    },
    /** What a session needs, in this load of the page. */
    load() {
      const load = browser.loads()
      return { client: backend.connect(() => load !== browser.loads()), platform: browser.platform() }
    },
  })
}

export type World = ReturnType<typeof createWorld>

export const settle = settlePromises
