import { describeSetupProblem } from '@nectar-connect/contract/wire'
import type { Log } from '../lib/log.ts'
import type { Timers } from '../lib/with-deadline.ts'
import type { ApiKey } from './api-key.ts'
import { type Failure, fetchOnce } from './fetch-once.ts'
import { createPlaces } from './places.ts'

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
  limitMs?: number | undefined
  log: Log
}

export interface UpstreamDeps {
  apiBase: string
  apiKey: ApiKey
  fetch: typeof fetch
  now: () => number
  /** Called whenever the two clocks are certainly more than a minute apart. */
  onSkew?: () => void
  timeoutMs: number
  timers: Timers
  userAgent: string
}

const TRIES = 3
const FIRST_DELAY_MS = 200
/** Webhooks are refused when the clocks are five minutes apart. In milliseconds. */
const SKEW_MS = 60_000

/** Sends one call, and answers its JSON. @throws NectarConnectError */
export type Upstream = (call: Call) => Promise<unknown>

/** Nectar's time, in milliseconds since the epoch. */
export type NectarClock = () => number

/** Sends calls to Nectar: at most 10 at once; a GET up to three times, a POST only when it had no effect. */
export function createUpstream(deps: UpstreamDeps): { send: Upstream; clock: NectarClock } {
  const places = createPlaces(deps.now)
  let aheadMs = 0

  async function send(call: Call): Promise<unknown> {
    const limitMs = call.limitMs ?? deps.timeoutMs
    const waitsUntil = deps.now() + Math.min(limitMs, deps.timeoutMs)
    const abort = new AbortController()
    const cancel = deps.timers.deadline(limitMs, () => abort.abort(new Error('The time limit was reached.')))
    try {
      return await sendUntilAnswered(call, abort.signal, waitsUntil, deps.now() + limitMs)
    } finally {
      cancel()
    }
  }

  async function sendUntilAnswered(
    call: Call,
    signal: AbortSignal,
    waitsUntil: number,
    endsAt: number,
  ): Promise<unknown> {
    let key = await deps.apiKey.current()
    let isKeyRenewed = false
    for (let tries = 1; ; ) {
      const apiKey = key
      const outcome = await places.hold(call.log.party, waitsUntil, signal, () =>
        fetchOnce(call, apiKey, signal, deps, readClock),
      )
      if (outcome.kind === 'reply') return outcome.json
      if (outcome.error.code === 'nectar_rejected_key') {
        const next = isKeyRenewed ? null : await deps.apiKey.renew(key)
        if (next === null) {
          reportKey(call, deps.apiBase)
          throw outcome.error
        }
        isKeyRenewed = true
        key = next
        continue
      }
      report(call, outcome)
      if (!outcome.isRepeatable || tries >= TRIES) throw outcome.error
      const backoff = FIRST_DELAY_MS * 2 ** (tries - 1) * (0.5 + deps.timers.random() / 2)
      const delay = Math.max(outcome.askedMs ?? 0, backoff)
      if (delay >= endsAt - deps.now()) throw outcome.error
      await deps.timers.sleep(delay, signal)
      if (signal.aborted) throw outcome.error
      tries += 1
    }
  }

  /**
   * Reads Nectar's clock from the `Date` of an answer, which was made after the request was sent, and hides up to a
   * second. Taken as late as it can be: a link that dies early is renewed, one that dies late fails a customer.
   */
  function readClock({ headers }: Response, sentAt: number) {
    const date = Date.parse(headers.get('date') ?? '')
    // A cache's answer carries the date of an earlier one.
    if (!Number.isFinite(date) || headers.has('age')) return
    aheadMs = date + 1000 - sentAt
    if (date - deps.now() > SKEW_MS || aheadMs < -SKEW_MS) deps.onSkew?.()
  }

  return { send, clock: () => deps.now() + aheadMs }
}

/** Pages ask again and again, and each answer is the same. */
function reportKey({ log }: Call, apiBase: string) {
  const { what, fix } = describeSetupProblem('nectar_rejected_key', { apiOrigin: new URL(apiBase).origin })
  log.counted('error', `${what} ${fix}`, { code: 'nectar_rejected_key' })
}

function report(call: Call, { error, status, detail }: Failure) {
  const fields = { route: `${call.method} ${call.route}`, status, code: error.code }
  const cause = error.cause === undefined ? {} : { cause: describeCause(error.cause) }
  call.log.warn('Nectar did not do what it was asked.', { ...fields, ...cause })
  if (detail !== undefined) call.log.debug('What Nectar said about it.', { ...fields, detail })
}

/** The network's code for what happened; its messages may quote the request. */
function describeCause(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return typeof cause
  const { code, name, cause: inner } = cause as { code?: unknown; name?: unknown; cause?: unknown }
  if (typeof code === 'string') return code
  return inner === undefined ? String(name) : describeCause(inner)
}
