import type { Scheduler } from '../options.ts'

/** However much changes at once, it is said once in this many milliseconds. */
const PAUSE_MS = 100

export type ChangeStream = ReturnType<typeof createChangeStream>

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
