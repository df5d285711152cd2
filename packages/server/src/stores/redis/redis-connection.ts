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

/** Commands and news of one Redis. */
export interface RedisConnection {
  send(args: string[]): Promise<unknown>
  /** Runs a script that answers a list of texts. */
  run(script: string, keys: string[], args: string[]): Promise<string[]>
  /** Listens to a channel, from the first call on. `onGap` is called when messages may have been missed. */
  listen(channel: string, onMessage: (message: string) => void, onGap: () => void): void
  close(): Promise<void>
}

export function createRedisConnection(deps: {
  create: () => RedisClient
  /** Whether it is ours to connect and to close. */
  isOwn: boolean
  timeoutMs: number
  onError: (error: unknown) => void
}): RedisConnection {
  let opened: Promise<RedisClient> | null = null
  let subscriber: RedisSubscriber | null = null
  let isListening = false
  let isClosed = false

  const open = (): Promise<RedisClient> => {
    if (isClosed) return Promise.reject(new Error('This store was closed.'))
    opened ??= connect()
    return opened
  }
  const connect = async (): Promise<RedisClient> => {
    const client = deps.create()
    if (!deps.isOwn) return client
    client.on('error', deps.onError)
    // Until it succeeds: a Redis that is not there yet is waited for, and every step has its own limit.
    client.connect().catch(deps.onError)
    return client
  }

  /** A client without a connection keeps commands waiting; what nobody waits for any more is not sent later either. */
  const send = async (args: string[]): Promise<unknown> => {
    const client = await open()
    const abort = new AbortController()
    return withDeadline(client.sendCommand(args, { abortSignal: abort.signal }), {
      startTimer: (onReached) =>
        systemTimers.deadline(deps.timeoutMs, () => {
          // In this order, so that the deadline is why it fails.
          onReached()
          abort.abort()
        }),
      createError: () => new Error(`Redis did not answer within ${deps.timeoutMs} ms.`),
    })
  }

  const subscribe = async (channel: string, onMessage: (message: string) => void, onGap: () => void) => {
    const client = await open()
    const made = client.duplicate()
    subscriber = made
    made.on('error', deps.onError)
    await made.connect()
    if (isClosed) return made.destroy()
    await made.subscribe(channel, onMessage)
    // Between a loss of the connection and now there may have been news.
    made.on('ready', onGap)
    onGap()
  }

  return {
    send,
    async run(script, keys, args) {
      const rest = [String(keys.length), ...keys, ...args]
      return (await send(['EVAL', script, ...rest])) as string[]
    },
    listen(channel, onMessage, onGap) {
      if (isListening || isClosed) return
      isListening = true
      subscribe(channel, onMessage, onGap).catch((error: unknown) => {
        isListening = false
        deps.onError(error)
      })
    },
    async close() {
      isClosed = true
      subscriber?.destroy()
      const client = await opened
      if (deps.isOwn && client?.isOpen) client.destroy()
    },
  }
}
