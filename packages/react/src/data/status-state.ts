import type { StatusSnapshot } from '@nectar-connect/client'
import {
  type ConnectionView,
  describeStatus,
  isKnownStatus,
  normalizeStatus,
  ownValue,
  type StatusDescription,
} from '@nectar-connect/contract/wire'
import { useHostName, useSettings } from '../context/use-settings.ts'
import type { ButtonMessages, Messages } from '../i18n/messages.ts'
import { format, formatNames, listFormat, plural } from '../i18n/text.tsx'
import type { IconName } from '../ui/icon.tsx'
import { compareTimes } from './apply-changes.ts'
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

/** `PROVIDER_MIGRATION` becomes `Provider migration`. */
export function humanize(value: string): string {
  const words = value.replace(/_+/g, ' ').trim().toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The word for a status; one that is not known yet is shown humanized. */
export function statusWord(messages: ButtonMessages, { words, status }: StatusState): string {
  return format(messages.status[words].word, { status: humanize(status) })
}

/** What the button says that mends a connection: no password is asked for where only the codes are missing. */
export function reconnectAction(messages: ButtonMessages, status: string): string {
  return normalizeStatus(status) === 'MFA_TOKEN_EXPIRED'
    ? messages.list.setUpCodes
    : messages.list.signInAgain
}

/** `Electricity and gas, 2 sites`; with a single site, its name. */
export function describeSites(messages: Messages, { utilityTypes, sites, username }: ConnectionView): string {
  const { locale, utilities, list } = messages
  const types = utilityTypes.map(
    (type) => ownValue(utilities, type) ?? humanize(type).toLocaleLowerCase(locale),
  )
  const [first = '', ...rest] = listFormat(locale).format(types)
  const kinds = first.toLocaleUpperCase(locale) + rest.join('')
  const isolated = (name: string) => formatNames(messages, [name], 'conjunction')
  const [only] = sites
  const where =
    sites.length === 1 && only?.name
      ? isolated(only.name)
      : sites.length > 0
        ? plural(locale, list.sites, sites.length)
        : ''
  const login = username ? isolated(username) : ''
  return [kinds, where, login].filter((part) => part !== '').join(list.separator)
}

const UTILITY_ICONS: Record<string, IconName> = {
  ELECTRICITY: 'bolt',
  GAS: 'flame',
  WATER: 'drop',
  DISTRICT: 'heat',
  WASTE: 'bin',
  FUEL: 'flame',
  SOLAR: 'sun',
}

/** What a connection's first kind of utility looks like. */
export function utilityIcon([first]: readonly string[]): IconName {
  return ownValue(UTILITY_ICONS, first ?? '') ?? 'link'
}

/** Since when a connection has had its status, as far as that is known. ISO 8601. */
export function statusSince(connection: ConnectionView): string | null {
  return connection.statusSince ?? lastUpdatedAt(connection)
}

/** When a connection was last heard of. ISO 8601. */
export function lastUpdatedAt({ statusAt, updatedAt, createdAt }: ConnectionView): string | null {
  return statusAt ?? updatedAt ?? createdAt
}

/** The first check of a sign-in takes up to 48 h; after that the status that is there counts. In milliseconds. */
const CHECKED_WITHIN_MS = 48 * 3_600_000

/** Whether somebody signed in again and no newer status has come by `now`, in milliseconds since the epoch. */
export function isCheckPending(
  connection: ConnectionView,
  watch: PendingCheck | undefined,
  now: number,
): watch is PendingCheck {
  if (watch === undefined || now - Date.parse(watch.since) > CHECKED_WITHIN_MS) return false
  return !isNewer(connection, watch.baseline)
}

/** Whether a connection has been heard of since the baseline: another status, or the same one reported later. */
export function isNewer(connection: ConnectionView, baseline: StatusSnapshot | null): boolean {
  if (baseline === null || connection.status !== baseline.status) return true
  if (connection.statusAt === null || baseline.statusAt === null) return false
  return compareTimes(connection.statusAt, baseline.statusAt) > 0
}

/** What a status means, and who acts. */
export function useStatusSentence({ words }: StatusState): string {
  const { messages } = useSettings()
  return format(messages.status[words].sentence, { host: useHostName() })
}
