import type { EventSourceMessage } from 'eventsource-parser'
import { ConnectError } from '../lib/connect-error.ts'

export interface ServerEvent {
  name: string
  id: string | null
  /** Undefined where it is not JSON. */
  data: unknown
}

/**
 * The events of a `text/event-stream`, as they come. One that was cut off in the middle never happened.
 *
 * @throws ConnectError `network` when the stream breaks, `invalid_response` when it is none
 */
export async function* readServerEvents(
  response: Response,
  signal: AbortSignal,
): AsyncGenerator<ServerEvent> {
  const type = response.headers.get('content-type') ?? ''
  if (!type.startsWith('text/event-stream') || response.body === null) {
    void response.body?.cancel().catch(() => {})
    throw new ConnectError('invalid_response')
  }
  const waiting: ServerEvent[] = []
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  const cancel = () => void reader.cancel().catch(() => {})
  signal.addEventListener('abort', cancel)
  // One that was let go before its head came fires no event any more.
  if (signal.aborted) cancel()
  try {
    // A page where nobody waits for changes needs none of it.
    const { createParser } = await import('eventsource-parser')
    const parser = createParser({ onEvent: (message) => void waiting.push(toEvent(message)) })
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      parser.feed(value)
      yield* waiting.splice(0)
    }
  } catch (cause) {
    throw new ConnectError('network', { cause })
  } finally {
    signal.removeEventListener('abort', cancel)
    cancel()
  }
}

function toEvent({ event, id, data }: EventSourceMessage): ServerEvent {
  return { name: event ?? 'message', id: id ?? null, data: parse(data) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
