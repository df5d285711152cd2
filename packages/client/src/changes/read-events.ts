import { changeStreamEnd, check } from '@nectar-connect/contract/wire'
import { createParser, type EventSourceMessage } from 'eventsource-parser'
import { warnInDevelopment } from '../development/warn-in-development.ts'
import { ConnectError } from '../lib/connect-error.ts'
import { withDeadline } from '../lib/with-deadline.ts'
import type { Platform } from '../platform/platform.ts'
import type { StreamClient } from './change-stream.ts'

export interface ServerEvent {
  name: string
  id: string | null
  /** Undefined if it is not JSON. */
  data: unknown
}

/** A server that has to wake up first takes a while. In milliseconds. */
const HEAD_MS = 30_000
/** A proxy that swallows streams lets the head through, and nothing after it. In milliseconds. */
const FIRST_EVENT_MS = 10_000
/** The server gives a sign of life every 15 s. When two are missing, the stream is dead. In milliseconds. */
const SILENCE_MS = 35_000

/** One attempt to stream from a cursor on. @throws ConnectError like the client, and `network` for a silence */
export async function* readEvents(
  client: Pick<StreamClient, 'openChanges'>,
  { setTimer }: Pick<Platform, 'setTimer'>,
  cursor: string | null,
  attempt: AbortController,
): AsyncGenerator<ServerEvent> {
  const { signal } = attempt
  let cancel = setTimer(() => attempt.abort(), HEAD_MS)
  const expect = (ms: number) => {
    cancel()
    cancel = setTimer(() => attempt.abort(), ms)
  }
  try {
    // The host's own `headers` or `fetch` may ignore signals.
    const opening = client.openChanges(cursor, signal)
    const response = await withDeadline(opening, signal, () => new ConnectError('network'))
    cancel()
    cancel = setTimer(() => {
      warnInDevelopment({ kind: 'stream_held_back' })
      attempt.abort()
    }, FIRST_EVENT_MS)
    for await (const event of parseEvents(response, signal)) {
      expect(SILENCE_MS)
      yield event
    }
    throw new ConnectError('network')
  } finally {
    cancel()
  }
}

/**
 * The events of a `text/event-stream`, as they come. An event that is cut off in the middle is dropped.
 *
 * @throws ConnectError `network` when the stream breaks, `invalid_response` when it is none
 */
export async function* parseEvents(response: Response, signal: AbortSignal): AsyncGenerator<ServerEvent> {
  const type = response.headers.get('content-type') ?? ''
  if (!type.startsWith('text/event-stream') || response.body === null) {
    void response.body?.cancel().catch(() => {})
    throw new ConnectError('invalid_response')
  }
  const waiting: ServerEvent[] = []
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  const cancel = () => void reader.cancel().catch(() => {})
  signal.addEventListener('abort', cancel)
  // A request that was aborted before its head came fires no more events.
  if (signal.aborted) cancel()
  try {
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

/** A stream that reaches its longest life ends alone, at its own time. */
export function isGoodbyeForAll({ data }: ServerEvent): boolean {
  return check.readAs(changeStreamEnd, data)?.reason !== 'time_limit'
}
