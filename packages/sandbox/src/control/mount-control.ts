import type { Hono } from 'hono'
import { SandboxError } from '../errors.ts'
import type { Scheduler } from '../options.ts'
import { CALLS } from './calls.ts'
import type { SandboxControl } from './sandbox-control.ts'

/**
 * The control over HTTP, one path per call, and `events`, which says when something has changed. What changes something
 * needs `content-type: application/json`: a page of another origin cannot send that without a preflight, which is not
 * answered.
 */
export function mountControl(control: SandboxControl, changes: ChangeStream, app: Hono): void {
  const functions = control as Record<string, (input?: unknown) => Promise<unknown>>
  for (const [name, { method }] of Object.entries(CALLS)) {
    app.on(method, `/_sandbox/${name}`, async ({ req }) => {
      try {
        const input = method === 'POST' ? readInput(req.header('content-type'), await req.text()) : undefined
        return Response.json((await functions[name]?.(input)) ?? (method === 'GET' ? null : {}))
      } catch (error) {
        if (!SandboxError.isInstance(error)) throw error
        return Response.json({ detail: error.message }, { status: error.code === 'not_found' ? 404 : 400 })
      }
    })
  }
  app.get('/_sandbox/events', () => changes.open())
  app.all('/_sandbox/*', () => Response.json({ detail: 'Not Found' }, { status: 404 }))
}

function readInput(type: string | undefined, text: string): unknown {
  if (!/^application\/json\b/i.test(type ?? '')) {
    throw new SandboxError('invalid', 'Send a JSON body with content-type: application/json.')
  }
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch (cause) {
    throw new SandboxError('invalid', 'The body is not valid JSON.', { cause })
  }
}

/** However much changes at once, it is said once in this many milliseconds. */
const PAUSE_MS = 100

type ChangeStream = ReturnType<typeof createChangeStream>

/**
 * Says that something has changed, as server-sent events.
 *
 * @param schedule the platform's, not the sandbox's clock
 */
export function createChangeStream(schedule: Scheduler) {
  const streams = new Set<ReadableStreamDefaultController<Uint8Array>>()
  const message = new TextEncoder().encode('data: changed\n\n')
  let isDue = false

  return {
    notify(): void {
      if (isDue || streams.size === 0) return
      isDue = true
      schedule(() => {
        isDue = false
        for (const stream of streams) stream.enqueue(message)
      }, PAUSE_MS)
    },
    /** A stream that says `changed` at its start, and whenever something has. */
    open(): Response {
      let opened: ReadableStreamDefaultController<Uint8Array> | null = null
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          opened = controller
          streams.add(controller)
          controller.enqueue(message)
        },
        cancel() {
          if (opened) streams.delete(opened)
        },
      })
      const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }
      return new Response(body, { headers })
    },
    close(): void {
      for (const stream of streams) stream.close()
      streams.clear()
    },
  }
}
