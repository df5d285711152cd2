import { Hono } from 'hono'
import { mountApi } from '../api/mount-api.ts'
import { mountConsole } from '../console/mount-console.ts'
import { createControl } from '../control/create-control.ts'
import { mountControl } from '../control/mount-control.ts'
import type { SandboxControl } from '../control/types.ts'
import { createWorld } from '../core/world.ts'
import { ConnectionBroken } from '../faults/connection-broken.ts'
import { createFlows } from '../hosted/flows.ts'
import { mountHosted } from '../hosted/mount-hosted.ts'
import { resolveOptions, type SandboxOptions } from '../lib/options.ts'
import { readSaved } from '../save/read-saved.ts'
import { restoreWorld } from '../save/restore-world.ts'
import { saveWorld } from '../save/save-world.ts'
import type { SavedSandbox } from '../save/saved-sandbox.ts'

/** What `createSandbox` makes. */
export interface Sandbox {
  /**
   * Answers everything: API, hosted page, control and console.
   *
   * @throws TypeError when a fault breaks the connection, as `fetch` does
   */
  fetch(request: Request): Promise<Response>
  /** The control, in this process. */
  control: SandboxControl
  /**
   * Everything that it holds, as JSON: objects, mails, open hosted pages, checks and webhooks under way, the endpoint
   * with its secrets, and how the clock goes. Faults and requests that they hold are not in it.
   */
  save(): SavedSandbox
  /**
   * Throws away what it holds, and goes on from what `save` answered. Time that flowed then has flowed on since: what
   * fell due meanwhile happens now.
   *
   * @throws SandboxError `bad_state`; then nothing has changed
   */
  restore(saved: unknown): void
  /** Calls off checks and webhooks that are still to come, and breaks off requests that a fault holds. */
  close(): void
}

/**
 * An emulator of Nectar: REST API, hosted page and signed webhooks. Everything is kept in memory.
 *
 * @throws SandboxError `invalid` for an option that does not fit
 * @example
 * const sandbox = createSandbox({ checkDelayMs: 0 })
 * const response = await sandbox.fetch(
 *   new Request('http://localhost:4400/v2.2/ping', { headers: { 'X-API-Key': 'nectar-sandbox-key' } }),
 * )
 * console.log(response.status) // 200
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const world = createWorld(resolveOptions(options))
  const flows = createFlows(world)
  const control = createControl(world, flows)
  const app = new Hono()
  app.use(async (context, next) => {
    await next()
    context.res.headers.set('date', new Date(world.clock.now()).toUTCString())
  })
  mountApi(world, app)
  mountControl(control, app)
  mountConsole(world, control, app)
  mountHosted(world, flows, app)
  app.onError((error) => {
    if (error instanceof ConnectionBroken) throw error
    return Response.json({ detail: 'Internal Server Error' }, { status: 500 })
  })
  return {
    async fetch(request) {
      try {
        return await app.fetch(request)
      } catch (error) {
        // Who went away is told so, in the words of `fetch`.
        throw error instanceof ConnectionBroken && request.signal.aborted ? request.signal.reason : error
      }
    },
    control,
    save: () => saveWorld(world, flows),
    restore(saved) {
      const read = readSaved(saved)
      control.reset()
      restoreWorld(world, flows, read)
    },
    close() {
      world.time.cancelAll()
      world.webhooks.cancel()
      world.faults.clear()
      world.held.breakAll()
    },
  }
}
