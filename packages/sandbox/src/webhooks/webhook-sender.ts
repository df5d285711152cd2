import type { PayloadFormat } from '../options.ts'
import type { ConnectionEvent } from '../state/records.ts'
import type { SandboxState } from '../state/sandbox-state.ts'
import { webhookTime } from '../state/time.ts'
import { createWebhookEndpoint, RETRY_WAITS_MS } from './webhook-endpoint.ts'
import type { DeliveryAttempt, WebhookDelivery } from './webhook-types.ts'

const TIMEOUT_MS = 15_000

/** Beyond this many, the oldest event is forgotten. */
const MOST = 1000

interface Entry extends WebhookDelivery {
  /** The body as it is signed and sent, in every try. */
  text: string
  callOff(): void
}

export type WebhookSender = ReturnType<typeof createWebhookSender>

/** Makes events, sends them, and repeats what was refused. */
export function createWebhookSender({ options, ids, time }: Pick<SandboxState, 'options' | 'ids' | 'time'>) {
  const endpoint = createWebhookEndpoint(time, options.webhook)
  const log = new Map<string, Entry>()
  /** Receivers remember ids: also where a seed makes all others come again, these are new. */
  const newStart = () => crypto.randomUUID().slice(0, 8)
  let start = newStart()
  let isHolding = false
  let canceling = new AbortController()

  /**
   * One try.
   *
   * @param at the moment that it belongs to
   * @returns whether the event may go on: false when it was called off meanwhile
   */
  async function attempt(entry: Entry, at = time.moment()): Promise<boolean> {
    const target = endpoint.open()
    if (target === null) return true
    const { signal } = canceling
    // Svix has a clock of its own: a receiver refuses what was signed in the future, and nobody moves its clock.
    const headers = endpoint.sign(entry.id, entry.text, new Date(options.now()))
    const end = await postWebhook(options.fetch, target.url, headers, entry.text, signal)
    if (signal.aborted) return false
    entry.attempts.push({ at, ...end })
    endpoint.note(end.outcome === 'accepted')
    if (end.outcome === 'accepted') settle(entry, 'delivered')
    return true
  }

  function settle(entry: Entry, state: 'delivered' | 'given-up'): void {
    entry.callOff()
    entry.state = state
    entry.nextAttemptAt = null
  }

  /**
   * A try and, where it fails, its repeats.
   *
   * @param begun when it was due: a leap may have passed that, and the repeats count from it all the same
   */
  async function deliver(entry: Entry, tries = 0, begun = time.moment()): Promise<void> {
    entry.state = 'sending'
    entry.nextAttemptAt = null
    if (!(await attempt(entry, begun)) || entry.state !== 'sending') return
    const wait = RETRY_WAITS_MS[tries]
    const target = endpoint.open()
    if (wait === undefined || target === null) return settle(entry, 'given-up')
    const delay = wait * target.retryScale
    entry.state = 'waiting'
    entry.nextAttemptAt = begun + delay
    // Counted from the try: how long the refusal took must not decide what a leap in time includes.
    entry.callOff = time.schedule(() => void deliver(entry, tries + 1, begun + delay), delay, begun)
  }

  function cancel(): void {
    canceling.abort()
    canceling = new AbortController()
    for (const entry of log.values()) entry.callOff()
  }

  async function resend(id: string): Promise<void> {
    const entry = log.get(id)
    if (entry === undefined) return
    if (entry.state === 'held' || entry.state === 'not-sent') await deliver(entry)
    else await attempt(entry)
  }

  return {
    endpoint,
    /** Makes an event and sends it, unless events are held or nobody is there to get it. @returns its id */
    send(type: string, data: Record<string, unknown>, connectionId: string | null): string {
      const body = webhookBody(endpoint.target()?.format ?? 'catalog', type, data)
      const entry: Entry = {
        id: `msg_${ids.token()}${start}`,
        type,
        connectionId,
        createdAt: time.moment(),
        state: isHolding ? 'held' : 'not-sent',
        nextAttemptAt: null,
        attempts: [],
        body,
        text: JSON.stringify(body),
        callOff() {},
      }
      log.set(entry.id, entry)
      if (log.size > MOST) log.delete(log.keys().next().value ?? '')
      if (!isHolding && endpoint.open() !== null) void deliver(entry)
      return entry.id
    },
    hold() {
      isHolding = true
    },
    /** Sends what is held, one after the other. */
    async release() {
      isHolding = false
      for (const { id, state } of [...log.values()]) if (state === 'held') await resend(id)
    },
    /** Sends one event once more, or for the first time. Settles when it was answered. */
    resend,
    has: (id: string) => log.has(id),
    list: (): WebhookDelivery[] =>
      [...log.values()].map(({ text: _, callOff: __, ...delivery }) => structuredClone(delivery)),
    /** Calls off what is on its way; nothing of it is repeated. */
    cancel,
    /** Forgets all events; the endpoint stays, and is healthy again. */
    reset() {
      start = newStart()
      cancel()
      log.clear()
      isHolding = false
      endpoint.reset()
    },
  }
}

/** Posts one try and says how it ended. Never throws. */
async function postWebhook(
  fetch: typeof globalThis.fetch,
  url: string,
  headers: Record<string, string>,
  body: string,
  canceled: AbortSignal,
): Promise<Pick<DeliveryAttempt, 'outcome' | 'status'>> {
  try {
    const {
      ok,
      status,
      body: answer,
    } = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([canceled, AbortSignal.timeout(TIMEOUT_MS)]),
    })
    await answer?.cancel()
    return { outcome: ok ? 'accepted' : 'refused', status }
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError'
    return { outcome: timedOut ? 'timed-out' : 'unreachable', status: null }
  }
}

type Body = Record<string, unknown>

/** All that any format says about a connection. */
export function connectionData(
  { companies, sites }: SandboxState,
  { connection, old }: ConnectionEvent,
): Body {
  const company = companies.get(connection.companyId)
  return {
    id: connection.id,
    status: connection.status,
    url: connection.datasource.url,
    country: connection.country,
    created: webhookTime(connection.created),
    updated: webhookTime(connection.updated),
    company: {
      id: connection.companyId,
      name: company?.name ?? null,
      externalId: company?.externalId ?? null,
      publicId: company?.publicId ?? null,
    },
    datasource: { name: connection.datasource.name },
    emails: connection.ownerEmail === null ? [] : [connection.ownerEmail],
    sitesRelations: connection.siteIds.map((siteId) => ({
      accountIds: connection.accounts.map(({ accountNumber }) => accountNumber),
      datasourceTypes: connection.utilityTypes,
      site: { id: siteId, name: sites.get(siteId)?.name ?? null },
    })),
    ...(old && { old, protectedChanges: Object.keys(old) }),
  }
}

/** A webhook's body in one of the formats. Only connections lose fields. */
export function webhookBody(format: PayloadFormat, type: string, data: Body): Body {
  if (format === 'catalog' || !type.startsWith('connection.')) return { eventType: type, ...data }
  const { company: _, datasource: __, ...left } = data
  return { eventType: type, ...left }
}
