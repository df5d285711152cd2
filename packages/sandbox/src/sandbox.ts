import { Hono } from 'hono'
import { mountApi } from './api/mount-api.ts'
import { mountConsole } from './console/mount-console.ts'
import type { ControlParts } from './control/define-call.ts'
import { createChangeStream, mountControl } from './control/mount-control.ts'
import { createLocalControl, type SandboxControl } from './control/sandbox-control.ts'
import { mountHostedFaults } from './faults/apply-faults.ts'
import { ConnectionBroken, createFaults } from './faults/faults.ts'
import { createFlows } from './hosted/flows.ts'
import { mountHosted } from './hosted/mount-hosted.ts'
import { type ResolvedOptions, resolveOptions, type SandboxOptions } from './options.ts'
import { createSandboxState } from './state/sandbox-state.ts'
import { connectionData, createWebhookSender } from './webhooks/webhook-sender.ts'

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
  const state = createSandboxState(withNotice(given, changes.notify))
  const faults = createFaults(given.seed, given.schedule)
  const webhooks = createWebhookSender(state)
  const flows = createFlows(state)
  const parts: ControlParts = { state, flows, faults, webhooks, firstSeed: [] }
  const control = createLocalControl(parts, changes.notify)
  state.subscribe((event) => {
    webhooks.send(`connection.${event.kind}.v2`, connectionData(state, event), event.connection.id)
  })
  const app = new Hono()
  app.use(async (context, next) => {
    await next()
    if (/^\/(v[\d.]+|p)\//.test(context.req.path)) changes.notify()
    context.res.headers.set('date', new Date(state.time.now()).toUTCString())
  })
  mountApi(state, faults, app)
  mountControl(control, changes, app)
  mountConsole(state, app)
  mountHostedFaults(faults, app)
  mountHosted(state, flows, app)
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
      state.time.cancelAll()
      webhooks.cancel()
      faults.reset()
      changes.close()
    },
  }
  return { sandbox, parts }
}

/** Calls back for what changes something beside requests: what falls due, and what a webhook's receiver answers. */
function withNotice(options: ResolvedOptions, onChange: () => void): ResolvedOptions {
  return {
    ...options,
    schedule: (run, delayMs) =>
      options.schedule(() => {
        run()
        onChange()
      }, delayMs),
    async fetch(input, init) {
      try {
        return await options.fetch(input, init)
      } finally {
        onChange()
      }
    },
  }
}
