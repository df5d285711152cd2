import { Hono } from 'hono'
import { mountApi } from '../api/mount-api.ts'
import { mountConsole } from '../console/mount-console.ts'
import type { SandboxControl } from '../control/calls.ts'
import { createChangeStream } from '../control/change-stream.ts'
import { createLocalControl } from '../control/create-local-control.ts'
import type { ControlParts } from '../control/define-call.ts'
import { mountControl } from '../control/mount-control.ts'
import { createWorld } from '../core/world.ts'
import { ConnectionBroken } from '../faults/connection-broken.ts'
import { createFlows } from '../hosted/flows.ts'
import { mountHosted } from '../hosted/mount-hosted.ts'
import { type ResolvedOptions, resolveOptions, type SandboxOptions } from '../lib/options.ts'

/** What `createSandbox` makes. */
export interface Sandbox {
  /**
   * Answers everything: API, hosted page and control. The console is with `startSandbox`.
   *
   * @throws TypeError when a fault breaks the connection, as `fetch` does
   */
  fetch(request: Request): Promise<Response>
  /** The control, in this process. */
  control: SandboxControl
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
  return buildSandbox(options).sandbox
}

/** The same with its parts, for whoever stands around it in this package. */
export function buildSandbox(options: SandboxOptions = {}): { sandbox: Sandbox; parts: ControlParts } {
  const given = resolveOptions(options)
  const changes = createChangeStream(given.schedule)
  const world = createWorld({ ...given, ...noting(given, changes.notify) })
  const flows = createFlows(world)
  const parts: ControlParts = { world, flows, firstSeed: [] }
  const control = createLocalControl(parts, changes.notify)
  const app = new Hono()
  app.use(async (context, next) => {
    await next()
    if (isApiOrHosted(context.req.path)) changes.notify()
    context.res.headers.set('date', new Date(world.clock.now()).toUTCString())
  })
  mountApi(world, app)
  mountControl(control, changes, app)
  mountConsole(world, app)
  mountHosted(world, flows, app)
  app.onError((error) => {
    if (error instanceof ConnectionBroken) throw error
    return Response.json({ detail: 'Internal Server Error' }, { status: 500 })
  })
  const sandbox: Sandbox = {
    async fetch(request) {
      try {
        return await app.fetch(request)
      } catch (error) {
        // Who went away is told so, in the words of `fetch`.
        throw error instanceof ConnectionBroken && request.signal.aborted ? request.signal.reason : error
      }
    },
    control,
    close() {
      world.time.cancelAll()
      world.webhooks.cancel()
      world.faults.clear()
      world.held.breakAll()
      changes.close()
    },
  }
  return { sandbox, parts }
}

/** Notes what changes something beside calls: what falls due, and what a webhook's receiver answers. */
function noting({ schedule, fetch }: ResolvedOptions, onChange: () => void) {
  return {
    schedule: (run: () => void, delayMs: number) =>
      schedule(() => {
        run()
        onChange()
      }, delayMs),
    fetch: (async (input, init) => {
      try {
        return await fetch(input, init)
      } finally {
        onChange()
      }
    }) satisfies typeof globalThis.fetch,
  }
}

function isApiOrHosted(path: string): boolean {
  return /^\/(v[\d.]+|p)\//.test(path)
}
