import type { Core } from '../app/core.ts'
import type { Log } from '../lib/log.ts'
import { hostHookError } from '../lib/nectar-connect-error.ts'
import { type Closing, createSerialQueue } from '../lib/shared-work.ts'
import { callHostHook } from '../lib/with-deadline.ts'
import type { InvitationChange, WebhookEvent } from '../settings/options.ts'
import { diffStatus } from '../stores/change-log.ts'
import {
  CLAIM_MS,
  type ClaimToken,
  type ConnectionChange,
  type StatusReading,
} from '../stores/connect-store.ts'

/** A connection has news that is newer than what was read before. */
export interface ConnectionChanged {
  companyId: string
  connectionId: string
  /** Never `poll`: what a poll finds was just read, and stays in the cache. */
  source: Exclude<ConnectionChange['source'], 'poll'>
  /** Whether this process is about to record it. False: it was read from the store. */
  isOwn: boolean
}

/** The outcome of an event. `handlerMs` is null when the host's function was not called. */
export type Recorded =
  | { state: 'committed'; change: ConnectionChange | null; handlerMs: number | null }
  | { state: 'done' | 'busy' | 'lost' }

/** What handling an event comes to: what to record, and how long the host's function took. */
interface Handled {
  observation: StatusReading | null
  handlerMs: number | null
}

interface RecorderDeps extends Core {
  /** Counts what is claimed until it is committed or given back. */
  track: Closing['track']
  /** Called before a change can be read, so that nobody reads older data. */
  onConnectionChanged: (changed: ConnectionChanged) => void
}

export type Recorder = ReturnType<typeof createRecorder>

/**
 * Handles events: claim, the host's function, commit. Rejects when the host's function throws (`host_error`) or
 * the store fails; the claim is given back then.
 */
export function createRecorder({ store, now, timers, options, track, onConnectionChanged }: RecorderDeps) {
  const inTurn = createSerialQueue()

  async function record(
    eventId: string,
    subject: string,
    handle: () => Promise<Handled>,
    log: Log,
  ): Promise<Recorded> {
    const claim = await store.claim(eventId, subject)
    if (claim.state !== 'claimed') return claim
    try {
      const { observation, handlerMs } = await handle()
      if (observation && observation.source !== 'poll') {
        const { companyId, connectionId, source } = observation
        onConnectionChanged({ companyId, connectionId, source, isOwn: true })
      }
      const commit = await store.commit(claim.token, observation)
      return commit.state === 'lost' ? commit : { ...commit, handlerMs }
    } catch (error) {
      await giveBack(claim.token, log)
      throw error
    }
  }

  async function giveBack(token: ClaimToken, log: Log) {
    try {
      await store.release(token)
    } catch (cause) {
      log.warn('A claim could not be given back; it times out by itself.', { eventId: token.eventId, cause })
    }
  }

  /** Runs a function of the host. Not awaited after the claim times out: its outcome no longer counts then. */
  async function callHost<Context>(
    name: 'onConnectionChange' | 'onOtherWebhook' | 'onInvitationChange',
    hook: ((context: Context) => void | Promise<void>) | undefined,
    context: Context,
  ): Promise<number | null> {
    if (!hook) return null
    const startedAt = now()
    try {
      await callHostHook(timers, name, CLAIM_MS, () => hook(context))
    } catch (cause) {
      throw hostHookError(
        `The "${name}" function failed, so that the event was not handled. It comes again.`,
        cause,
      )
    }
    return now() - startedAt
  }

  async function callOnChange(observation: StatusReading): Promise<number | null> {
    const { onConnectionChange } = options
    if (!onConnectionChange || observation.isBaseline) return null
    const { eventId, companyId, connectionId, status, at, source } = observation
    const known = await store.findConnection(connectionId)
    const next = diffStatus(known?.companyId === companyId ? known : null, observation)
    if (!next) return null
    const change = { eventId, companyId, connectionId, from: next.from, to: status, at, source }
    return callHost('onConnectionChange', onConnectionChange, { change, eventId })
  }

  return {
    /** @param observe Called once the event is claimed. Null: there is nothing to record. */
    connection(
      eventId: string,
      connectionId: string,
      observe: () => Promise<StatusReading | null>,
      log: Log,
    ): Promise<Recorded> {
      const handle = async () => {
        const observation = await observe()
        return { observation, handlerMs: observation && (await callOnChange(observation)) }
      }
      // Nectar sends two events of one change at once: the second waits for the first, and changes nothing.
      return inTurn(connectionId, () => track(record(eventId, connectionId, handle, log)))
    },
    other(event: WebhookEvent, log: Log): Promise<Recorded> {
      const handle = async () => ({
        observation: null,
        handlerMs: await callHost('onOtherWebhook', options.onOtherWebhook, event),
      })
      return track(record(event.eventId, event.eventId, handle, log))
    },
    /** @param keep Called once the host knows of it. */
    invitation(
      eventId: string,
      change: InvitationChange,
      keep: () => Promise<unknown>,
      log: Log,
    ): Promise<Recorded> {
      const handle = async () => {
        const context = { change, eventId }
        const handlerMs = await callHost('onInvitationChange', options.onInvitationChange, context)
        await keep()
        return { observation: null, handlerMs }
      }
      return track(record(eventId, `invitation-${change.invitationId}`, handle, log))
    },
  }
}
