import {
  type ConnectionView,
  describeStatus,
  isKnownStatus,
  type StatusDescription,
} from '@nectar-connect/contract/wire'
import type { Messages } from '../i18n/messages.ts'
import { isCheckPending } from './pending-check.ts'
import type { PendingCheck } from './use-environment.ts'

/** What is said about a connection: its status, or what we know beyond it. */
export interface StatusState extends StatusDescription {
  /** The entry in the message catalog. */
  words: keyof Messages['status']
}

/** A status by itself, as a badge shows it. */
export function statusState(status: string, isActive = true): StatusState {
  const description = describeStatus(status, isActive)
  return { ...description, words: wordsFor(description) }
}

/**
 * A connection as it stands: with a new sign-in under way the old status says nothing, and where one lasts longer than
 * usual, support is the one to ask.
 *
 * @param now milliseconds since the epoch
 */
export function connectionState(
  connection: ConnectionView,
  watch: PendingCheck | undefined,
  now: number,
): StatusState {
  const state = statusState(connection.status, connection.isActive)
  if (isCheckPending(connection, watch, now)) {
    return { ...statusState('PENDING'), status: state.status, words: 'checkingAgain' }
  }
  const since = Date.parse(statusSince(connection) ?? '')
  if (state.patienceMs === null || !(now - since > state.patienceMs)) return state
  return { ...state, actor: 'host', words: state.status === 'PENDING' ? 'slow' : state.words }
}

function wordsFor({ status, group }: StatusDescription): StatusState['words'] {
  if (!isKnownStatus(status)) return 'unknown'
  return group === 'inactive' && status !== 'COMPANY_INACTIVE' ? 'inactive' : status
}

/** Since when a connection has had its status, as far as that is known. ISO 8601. */
export function statusSince(connection: ConnectionView): string | null {
  return connection.statusSince ?? lastUpdatedAt(connection)
}

/** When a connection was last heard of. ISO 8601. */
export function lastUpdatedAt({ statusAt, updatedAt, createdAt }: ConnectionView): string | null {
  return statusAt ?? updatedAt ?? createdAt
}
