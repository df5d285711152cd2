import type { Closing } from '../lib/closing.ts'
import type { Log } from '../lib/log.ts'
import { hostHookError } from '../lib/nectar-connect-error.ts'
import { createSerialQueue } from '../lib/shared-work.ts'
import { callHostHook as callInTime, type Timers } from '../lib/with-deadline.ts'
import type { InvitationChange, NectarConnectOptions, WebhookEvent } from '../settings/options.ts'
import { diffStatus } from '../stores/change-log.ts'
import {
  CLAIM_MS,
  type ClaimToken,
  type Commit,
  type ConnectionChange,
  type ConnectStore,
  type StatusReading,
} from '../stores/connect-store.ts'

/** Something that happens, for whoever subscribed to it. */
export interface EventOf<T> {
  /** Calls every subscriber at once, in the order in which they came. */
  emit(value: T): void
  subscribe(listener: (value: T) => void): void
}

/** An event lives as long as its subscribers, so that nobody unsubscribes. */
export function createEvent<T>(): EventOf<T> {
  const listeners: ((value: T) => void)[] = []
  return {
    emit(value) {
      for (const listener of listeners) listener(value)
    },
    subscribe(listener) {
      listeners.push(listener)
    },
  }
}

/** A connection has news that is newer than what was read before. */
export interface ConnectionChanged {
  companyId: string
  connectionId: string
  /** Never `poll`: what a poll finds was just read, and stays in the cache. */
  source: Exclude<ConnectionChange['source'], 'poll'>
  /** Whether this process is about to record it. False: it was read from the store. */
  isOwn: boolean
}

export type ConnectionChangedEvent = EventOf<ConnectionChanged>

/** The outcome of an event. `handlerMs` is null when the host's function was not called. */
export type Recorded =
  | {
      state: 'committed'
      change: Extract<Commit, { state: 'committed' }>['change']
      handlerMs: number | null
    }
  | { state: 'done' | 'busy' | 'lost' }

/**
 * Handles events: claim, the host's function, commit. Rejects when the host's function throws (`host_error`) or
 * the store fails; the claim is given back then.
 */
export interface Recorder {
  /** @param observe Called once the event is claimed. Null: there is nothing to record. */
  connection(
    eventId: string,
    connectionId: string,
    observe: () => Promise<StatusReading | null>,
    log: Log,
  ): Promise<Recorded>
  other(event: WebhookEvent, log: Log): Promise<Recorded>
  /** @param keep Called once the host knows of it. */
  invitation(
    eventId: string,
    change: InvitationChange,
    keep: () => Promise<unknown>,
    log: Log,
  ): Promise<Recorded>
}

interface RecorderDeps {
  store: Pick<ConnectStore, 'claim' | 'commit' | 'release' | 'findConnection'>
  now: () => number
  timers: Timers
  hooks: Pick<NectarConnectOptions, 'onConnectionChange' | 'onOtherWebhook' | 'onInvitationChange'>
  /** Counts what is claimed until it is committed or given back. */
  track: Closing['track']
  /** Called before a change can be read, so that nobody reads older data. */
  connectionChanged: Pick<ConnectionChangedEvent, 'emit'>
}

export function createRecorder(deps: RecorderDeps): Recorder {
  const { store, hooks } = deps
  const inTurn = createSerialQueue()

  function record(
    eventId: string,
    subject: string,
    handle: () => Promise<{ observation: StatusReading | null; handlerMs: number | null }>,
    log: Log,
  ): Promise<Recorded> {
    return deps.track(bringThrough(eventId, subject, handle, log))
  }

  async function bringThrough(
    eventId: string,
    subject: string,
    handle: () => Promise<{ observation: StatusReading | null; handlerMs: number | null }>,
    log: Log,
  ): Promise<Recorded> {
    const claim = await store.claim(eventId, subject)
    if (claim.state !== 'claimed') return claim
    try {
      const { observation, handlerMs } = await handle()
      if (observation) announce(observation)
      const commit = await store.commit(claim.token, observation)
      return commit.state === 'lost' ? commit : { ...commit, handlerMs }
    } catch (error) {
      await giveBack(claim.token, log)
      throw error
    }
  }

  function announce({ companyId, connectionId, source }: StatusReading) {
    if (source !== 'poll') deps.connectionChanged.emit({ companyId, connectionId, source, isOwn: true })
  }

  async function giveBack(token: ClaimToken, log: Log) {
    try {
      await store.release(token)
    } catch (cause) {
      log.warn('A claim could not be given back; it times out by itself.', { eventId: token.eventId, cause })
    }
  }

  /** Runs a function of the host. Not awaited after the claim times out: its outcome no longer counts then. */
  async function callHostHook(name: string, call: () => void | Promise<void>): Promise<number> {
    const startedAt = deps.now()
    try {
      await callInTime(deps.timers, name, CLAIM_MS, call)
    } catch (cause) {
      throw hostHookError(
        `The "${name}" function failed, so that the event was not handled. It comes again.`,
        cause,
      )
    }
    return deps.now() - startedAt
  }

  async function callOnChange(observation: StatusReading): Promise<number | null> {
    const { onConnectionChange } = hooks
    if (!onConnectionChange || observation.isBaseline) return null
    const { eventId, companyId, connectionId, status, at, source } = observation
    const known = await store.findConnection(connectionId)
    const next = diffStatus(known?.companyId === companyId ? known : null, observation)
    if (!next) return null
    const change = { eventId, companyId, connectionId, from: next.from, to: status, at, source }
    return callHostHook('onConnectionChange', () => onConnectionChange({ change, eventId }))
  }

  return {
    connection: (eventId, connectionId, observe, log) =>
      // Nectar sends two events of one change at once: the second waits for the first, and changes nothing.
      inTurn(connectionId, () =>
        record(
          eventId,
          connectionId,
          async () => {
            const observation = await observe()
            return { observation, handlerMs: observation && (await callOnChange(observation)) }
          },
          log,
        ),
      ),
    other: (event, log) =>
      record(
        event.eventId,
        event.eventId,
        async () => {
          const { onOtherWebhook } = hooks
          const call = onOtherWebhook && (() => onOtherWebhook(event))
          return { observation: null, handlerMs: call ? await callHostHook('onOtherWebhook', call) : null }
        },
        log,
      ),
    invitation: (eventId, change, keep, log) =>
      record(
        eventId,
        `invitation-${change.invitationId}`,
        async () => {
          const { onInvitationChange } = hooks
          const call = onInvitationChange && (() => onInvitationChange({ change, eventId }))
          const handlerMs = call ? await callHostHook('onInvitationChange', call) : null
          await keep()
          return { observation: null, handlerMs }
        },
        log,
      ),
  }
}
