import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { Timers } from '../lib/with-deadline.ts'
import type { ApiKey } from './api-key.ts'
import { fetchOnce, type Outcome } from './attempt.ts'
import type { Moments, NectarClock } from './nectar-clock.ts'

/** One request to Nectar. */
export interface Call {
  method: 'GET' | 'POST'
  /** What logs say instead of the path. */
  route: string
  /** Under the API's base; every id in it was checked to be a uuid. */
  path: string
  body?: unknown
  /** What a 403 or 404 is about: a connection, site or invitation, or a company and the key itself. */
  subject: 'object' | 'company'
  expects: 'json' | 'anything'
  /** Milliseconds for the whole call; otherwise `timeoutMs`. */
  limitMs?: number
  log: Log
}

export interface Reply extends Moments {
  json: unknown
}

export interface UpstreamDeps {
  apiBase: string
  apiKey: ApiKey
  clock: NectarClock
  fetch: typeof fetch
  now: () => number
  timeoutMs: number
  timers: Timers
  userAgent: string
}

/** Sends one call. @throws NectarConnectError */
export type Upstream = (call: Call) => Promise<Reply>

/** Nectar's documentation asks for no more. */
const MAX_CONCURRENT = 10
const TRIES = 3
const FIRST_DELAY_MS = 200

/**
 * Sends calls to Nectar: at most 10 at once; a GET up to three times, a POST again only when it cannot have had an
 * effect (no connection, 429, or 401 followed by another key).
 */
export function createUpstream(deps: UpstreamDeps): Upstream {
  const places = createSemaphore(MAX_CONCURRENT)
  return async (call) => {
    const limitMs = call.limitMs ?? deps.timeoutMs
    const abort = new AbortController()
    const cancel = deps.timers.deadline(limitMs, () => abort.abort(new Error('The time limit was reached.')))
    const endsAt = deps.now() + limitMs
    try {
      return await untilAnswered(call, abort.signal, endsAt)
    } finally {
      cancel()
    }
  }

  async function untilAnswered(call: Call, signal: AbortSignal, endsAt: number): Promise<Reply> {
    let key = await deps.apiKey.current()
    let isKeyRenewed = false
    for (let tries = 1; ; ) {
      const outcome = await places.run(() => fetchOnce(call, key, signal, deps), signal)
      if (outcome === 'refused') throw new NectarConnectError('nectar_timeout')
      if (outcome.kind === 'reply') return outcome.reply
      report(call, outcome)
      if (outcome.error.code === 'nectar_rejected_key') {
        const next = isKeyRenewed ? null : await deps.apiKey.renew(key)
        if (next === null) throw outcome.error
        isKeyRenewed = true
        key = next
        continue
      }
      if (!outcome.repeatable || tries >= TRIES) throw outcome.error
      const delay = delayBefore(tries, outcome, deps.timers)
      if (delay >= endsAt - deps.now()) throw outcome.error
      await deps.timers.sleep(delay, signal)
      if (signal.aborted) throw outcome.error
      tries += 1
    }
  }
}

function delayBefore(tries: number, outcome: Extract<Outcome, { kind: 'failure' }>, timers: Timers): number {
  const backoff = FIRST_DELAY_MS * 2 ** (tries - 1) * (0.5 + timers.random() / 2)
  return outcome.error.code === 'rate_limited' && outcome.asked !== null
    ? Math.max(outcome.asked, backoff)
    : backoff
}

function report(call: Call, { error, status, detail }: Extract<Outcome, { kind: 'failure' }>) {
  const fields = { route: `${call.method} ${call.route}`, status, code: error.code }
  call.log.warn('Nectar did not do what it was asked.', {
    ...fields,
    ...(error.cause === undefined ? {} : { cause: describeCause(error.cause) }),
  })
  if (detail !== undefined) call.log.debug('What Nectar said about it.', { ...fields, detail })
}

/** The network's code for what happened; its messages may quote the request. */
function describeCause(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return typeof cause
  const { code, name, cause: inner } = cause as { code?: unknown; name?: unknown; cause?: unknown }
  if (typeof code === 'string') return code
  return inner === undefined ? String(name) : describeCause(inner)
}

export interface Semaphore {
  /**
   * Runs the work once a place is free.
   *
   * @returns `refused` when the signal aborted before that; the work has not begun then.
   */
  run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T | 'refused'>
}

/** Lets at most `places` pieces of work run at once, first come, first served. */
export function createSemaphore(places: number): Semaphore {
  let free = places
  const waiting: (() => void)[] = []

  const acquire = (signal: AbortSignal): Promise<boolean> => {
    if (signal.aborted) return Promise.resolve(false)
    if (free > 0) {
      free -= 1
      return Promise.resolve(true)
    }
    return new Promise((resolve) => {
      const admit = () => {
        signal.removeEventListener('abort', leave)
        resolve(true)
      }
      const leave = () => {
        waiting.splice(waiting.indexOf(admit), 1)
        resolve(false)
      }
      waiting.push(admit)
      signal.addEventListener('abort', leave, { once: true })
    })
  }
  const release = () => {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }
  return {
    async run(work, signal) {
      if (!(await acquire(signal))) return 'refused'
      try {
        return await work()
      } finally {
        release()
      }
    },
  }
}
