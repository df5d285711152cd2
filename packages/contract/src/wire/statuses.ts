import { ownValue } from '../lib/names.ts'

export type StatusGroup = 'healthy' | 'waiting' | 'needs-you' | 'provider' | 'inactive' | 'unknown'

export interface StatusDescription {
  /** What it was, after aliases were resolved. */
  status: string
  group: StatusGroup
  /** Whether bills are being collected. */
  collecting: 'yes' | 'not-yet' | 'paused' | 'off' | 'unknown'
  /** Who has to act so that it goes on. */
  actor: 'nobody' | 'customer' | 'nectar' | 'host' | 'unknown'
  /** Whether a reconnect invitation mends it. */
  reconnectHelps: boolean
  /** How long it usually lasts at most, in milliseconds; after that support is the one to ask. Null: no such limit. */
  patienceMs: number | null
}

type Row = Omit<StatusDescription, 'status'>

const HOUR = 3_600_000

/** Nothing mends it but time, unless a row says otherwise. */
function row(fields: Pick<Row, 'group' | 'collecting' | 'actor'> & Partial<Row>): Row {
  return { reconnectHelps: false, patienceMs: null, ...fields }
}

const waiting = row({ group: 'waiting', collecting: 'paused', actor: 'nectar' })
const needsYou = row({ group: 'needs-you', collecting: 'paused', actor: 'customer', reconnectHelps: true })

/** The documented connection statuses. */
export const STATUS_CATALOG = {
  PENDING: row({ group: 'waiting', collecting: 'not-yet', actor: 'nobody', patienceMs: 48 * HOUR }),
  CONNECTED: row({ group: 'healthy', collecting: 'yes', actor: 'nobody' }),
  UNDER_INVESTIGATION: waiting,
  PASSWORD_INCORRECT: needsYou,
  MFA_TOKEN_EXPIRED: needsYou,
  NEW_PASSWORD_NEEDED: needsYou,
  ADDITIONAL_CREDENTIALS_NEEDED: needsYou,
  NO_ACCOUNTS_FOUND: needsYou,
  WEBSITE_DOWN: row({ group: 'provider', collecting: 'paused', actor: 'nobody', patienceMs: 7 * 24 * HOUR }),
  URL_INACCESSIBLE: row({ group: 'provider', collecting: 'paused', actor: 'host' }),
  OTHER_ERROR: waiting,
  COMPANY_INACTIVE: row({ group: 'inactive', collecting: 'off', actor: 'host' }),
} as const

export type KnownStatus = keyof typeof STATUS_CATALOG

/** Nectar's sandbox page writes one status differently. */
const ALIASES: Record<string, KnownStatus> = { INCORRECT_PASSWORD: 'PASSWORD_INCORRECT' }

const UNKNOWN = row({ group: 'unknown', collecting: 'unknown', actor: 'unknown' })

/** Resolves aliases; everything else stays as it came. */
export function normalizeStatus(status: string): string {
  return ownValue(ALIASES, status) ?? status
}

export function isKnownStatus(status: string): status is KnownStatus {
  return Object.hasOwn(STATUS_CATALOG, status)
}

/** What a status means. @param isActive Nectar's flag on the connection: `false` switches a healthy one off. */
export function describeStatus(status: string, isActive = true): StatusDescription {
  const normalized = normalizeStatus(status)
  const known = isKnownStatus(normalized) ? STATUS_CATALOG[normalized] : UNKNOWN
  if (!isActive && known.group === 'healthy') {
    return { ...STATUS_CATALOG.COMPANY_INACTIVE, status: normalized }
  }
  return { ...known, status: normalized }
}
