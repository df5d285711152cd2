import { warnInDevelopment } from '../development/warn-in-development.ts'
import { ConnectError } from '../lib/connect-error.ts'
import { readServerEvents, type ServerEvent } from './read-server-events.ts'
import type { StreamEnvironment } from './stream-environment.ts'

/** A server that has to wake up first takes a while. In milliseconds. */
const HEAD_MS = 30_000
/** A proxy that swallows streams lets the head through, and nothing after it. In milliseconds. */
const FIRST_EVENT_MS = 10_000
/** The server gives a sign of life every 15 s; two that are missing are no accident. In milliseconds. */
const SILENCE_MS = 35_000

/**
 * One attempt to stream: the events from a cursor on, until the stream breaks or goes silent.
 *
 * @throws ConnectError like the client, and `network` for a silence
 */
export async function* listenToServer(
  { client, setTimer }: Pick<StreamEnvironment, 'client' | 'setTimer'>,
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
    const response = await unlessAborted(client.openChanges(cursor, signal), signal)
    cancel()
    cancel = setTimer(() => {
      warnInDevelopment({ kind: 'stream_held_back' })
      attempt.abort()
    }, FIRST_EVENT_MS)
    for await (const event of readServerEvents(response, signal)) {
      expect(SILENCE_MS)
      yield event
    }
    throw new ConnectError('network')
  } finally {
    cancel()
  }
}

/** The host's own `headers` or `fetch` may know nothing of signals. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new ConnectError('network')), { once: true })
    promise.then(resolve, reject)
  })
}
