import { createClient } from 'redis'
import { NectarConnectError } from '../../lib/nectar-connect-error.ts'
import { systemTimers, withDeadline } from '../../lib/with-deadline.ts'
import { createEpoch } from '../change-log.ts'
import type { ConnectStore, StoreLimits } from '../connect-store.ts'
import { createListeners } from '../listeners.ts'
import { COUNT, createRedisChanges, ERASE } from './redis-changes.ts'
import { createRedisInvitations } from './redis-invitations.ts'

interface RedisStoreBase extends StoreLimits {
  /** What all keys begin with. Default `nectar-connect`. */
  prefix?: string
  /** Milliseconds for one step; then it fails. Default 5000. */
  timeoutMs?: number
  /** Told when a connection of this store breaks; it reconnects by itself. Default: nothing. */
  onError?: (error: unknown) => void
}

/** Options of `createRedisStore`: an address, or a client of your own. */
export type RedisStoreOptions =
  /** `redis://…` or `rediss://…`: the store connects on first use, and closes the connection with `close()`. */
  | (RedisStoreBase & { url: string; client?: never })
  /** A client of the `redis` package that the host connects and closes, and whose errors it listens to. */
  | (RedisStoreBase & { client: RedisClient; url?: never })

/**
 * The store in Redis 6.2 or newer, for hosts of several machines. One address: not for a Redis Cluster client.
 *
 * Every step is one Lua script, which Redis runs alone and wholly. How much survives a crash of Redis itself is up to
 * its persistence: with `appendfsync always` all of it, with less the events of the last moments are handled again or
 * found by `reconcile`. Redis must not evict these keys (`maxmemory-policy noeviction`).
 *
 * @example
 * import { createRedisStore } from '@nectar-connect/server/redis'
 *
 * const store = createRedisStore({ url: 'redis://localhost:6379' })
 * export const nectar = createNectarConnect({ apiKey: process.env.NECTAR_API_KEY, authorize, store })
 */
export function createRedisStore(options: RedisStoreOptions): ConnectStore {
  return createStore(Object(options))
}

function createStore(options: RedisStoreOptions): ConnectStore {
  const keys = redisKeys(options.prefix)
  const listeners = createListeners((count) => {
    if (count > 0) connection.listen(keys.news, onMessage, listeners.notifyAll)
  })
  const connection = createRedisConnection({
    create: () => options.client ?? createOwnClient(options.url),
    isOwn: options.client === undefined,
    timeoutMs: options.timeoutMs ?? 5_000,
    onError: options.onError ?? (() => {}),
  })

  /** Runs a script that begins with `BEGIN`: a new epoch and the time come before its arguments. */
  const step: RedisConnection['run'] = (script, keysOfStep, args) => {
    // Without a clock of the host's, Redis tells the time.
    const now = options.now === undefined ? '' : String(options.now())
    return connection.run(script, keysOfStep, [createEpoch(), now, ...args])
  }

  function onMessage(message: string) {
    const [news, ...company] = message.split(' ')
    if (news === 'changes' || news === 'invitations') listeners.notify(company.join(' '), news)
  }

  return {
    ...createRedisChanges(connection, step, keys, options),
    ...createRedisInvitations(connection, keys, options),
    async countWithin(companyId, name, { limit, windowMs }) {
      const args = [name, String(limit), String(windowMs)]
      const [state, left] = await step(COUNT, [keys.meta, keys.counts(companyId)], args)
      return state === 'counted' ? { state } : { state: 'full', retryAfterMs: Number(left) }
    },
    subscribe: listeners.add,
    async eraseCompany(companyId) {
      const { meta, floors, owners, news } = keys
      const own = [keys.feed(companyId), floors, keys.seen(companyId), keys.newest(companyId), owners]
      const others = [keys.entries(companyId), keys.order(companyId), keys.counts(companyId)]
      await step(ERASE, [meta, ...own, ...others], [companyId, news])
    },
    close: connection.close,
  }
}

/** @throws NectarConnectError `not_configured`, which never repeats the address: it may hold a password */
function createOwnClient(url: unknown): RedisClient {
  try {
    if (typeof url === 'string' && url !== '') return createClient({ url })
  } catch {
    // Said below, in words that do not quote it.
  }
  const message =
    '"url" of createRedisStore() is missing, or is no address of a Redis. Pass createRedisStore({ url: process.env.REDIS_URL }), such as redis://localhost:6379, or a "client".'
  throw new NectarConnectError('not_configured', { message })
}

export type RedisKeys = ReturnType<typeof redisKeys>

/** The keys of a store, by what they hold. The braces keep all keys on one node where somebody shards them. */
function redisKeys(prefix = 'nectar-connect') {
  const key = (...parts: string[]) => [`{${prefix}}`, ...parts].join(':')
  return {
    meta: key('meta'),
    handled: key('handled'),
    floors: key('floors'),
    owners: key('owners'),
    /** The number of the newest invitation. */
    number: key('shared', 'number'),
    news: key('news'),
    claim: (eventId: string) => key('claim', eventId),
    lock: (subject: string) => key('lock', subject),
    feed: (companyId: string) => key('feed', companyId),
    seen: (companyId: string) => key('seen', companyId),
    newest: (companyId: string) => key('newest', companyId),
    entries: (companyId: string) => key('shared', 'entries', companyId),
    order: (companyId: string) => key('shared', 'order', companyId),
    counts: (companyId: string) => key('counts', companyId),
  }
}

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
    /** Runs a script that answers a list of texts, which Redis runs alone and wholly. Sent whole only when it is new there. */
    async run(script: string, keys: string[], args: string[]) {
      const rest = [String(keys.length), ...keys, ...args]
      const work = send(['EVALSHA', await nameOf(script), ...rest]).catch((error: unknown) => {
        if (!isUnknownScript(error)) throw error
        return send(['EVAL', script, ...rest])
      })
      return (await work) as string[]
    },
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

const names = new Map<string, Promise<string>>()

/** What Redis names a script by: its SHA-1. */
function nameOf(script: string): Promise<string> {
  const known = names.get(script)
  if (known) return known
  const name = crypto.subtle
    .digest('SHA-1', new TextEncoder().encode(script))
    .then((hash) => Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join(''))
  names.set(script, name)
  return name
}

/** Nothing was run: Redis was started anew, or forgot its scripts. */
function isUnknownScript(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('NOSCRIPT')
}
