import { systemTimers, withDeadline } from '../../lib/with-deadline.ts'

/** What is used of a client of the `redis` package, version 5 or newer. */
export interface RedisClient {
  readonly isOpen: boolean
  connect(): Promise<unknown>
  sendCommand(args: string[], options: { abortSignal: AbortSignal }): Promise<unknown>
  duplicate(): RedisSubscriber
  on(event: 'error', listener: (error: unknown) => void): unknown
  destroy(): void
}

interface RedisSubscriber {
  connect(): Promise<unknown>
  subscribe(channel: string, listener: (message: string) => void): Promise<unknown>
  on(event: 'error', listener: (error: unknown) => void): unknown
  on(event: 'ready', listener: () => void): unknown
  destroy(): void
}

export type RedisConnection = ReturnType<typeof createRedisConnection>

/** Commands and news of one Redis. `isOwn`: whether the client is ours to connect and to close. */
export function createRedisConnection({
  create,
  isOwn,
  timeoutMs,
  onError,
}: {
  create: () => RedisClient
  isOwn: boolean
  timeoutMs: number
  onError: (error: unknown) => void
}) {
  let opened: RedisClient | null = null
  let subscriber: RedisSubscriber | null = null
  let isListening = false
  let isClosed = false

  function open(): RedisClient {
    if (isClosed) throw new Error('This store was closed.')
    if (opened) return opened
    opened = create()
    if (isOwn) {
      opened.on('error', onError)
      // Until it succeeds: a Redis that is not there yet is waited for, and every step has its own limit.
      opened.connect().catch(onError)
    }
    return opened
  }

  /** A client without a connection keeps commands waiting; what nobody waits for any more is not sent later either. */
  async function send(args: string[]): Promise<unknown> {
    const abort = new AbortController()
    const work = open().sendCommand(args, { abortSignal: abort.signal })
    return withDeadline(work, {
      startTimer: systemTimers.deadline,
      ms: timeoutMs,
      createError() {
        // Later, so that the deadline is why it fails.
        queueMicrotask(() => abort.abort())
        return new Error(`Redis did not answer within ${timeoutMs} ms.`)
      },
    })
  }

  async function subscribe(channel: string, onMessage: (message: string) => void, onGap: () => void) {
    const made = open().duplicate()
    subscriber = made
    made.on('error', onError)
    await made.connect()
    if (isClosed) return made.destroy()
    await made.subscribe(channel, onMessage)
    // Between a loss of the connection and now there may have been news.
    made.on('ready', onGap)
    onGap()
  }

  return {
    send,
    /** Runs a script that answers a list of texts, which Redis runs alone and wholly. */
    run: async (script: string, keys: string[], args: string[]) =>
      (await send(['EVAL', script, String(keys.length), ...keys, ...args])) as string[],
    /** Listens to a channel, from the first call on. `onGap` is called when messages may have been missed. */
    listen(channel: string, onMessage: (message: string) => void, onGap: () => void): void {
      if (isListening || isClosed) return
      isListening = true
      subscribe(channel, onMessage, onGap).catch((error: unknown) => {
        isListening = false
        onError(error)
      })
    },
    async close(): Promise<void> {
      isClosed = true
      subscriber?.destroy()
      if (isOwn && opened?.isOpen) opened.destroy()
    },
  }
}
