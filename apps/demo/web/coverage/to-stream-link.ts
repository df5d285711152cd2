import type { ConnectionView } from '@nectar-connect/react'
import type { LinkedState, StreamLink } from './coverage.ts'

/** What Nectar's statuses mean for bills; the ones that are not here are being looked at by somebody at Nectar. */
const STATES = new Map<string, LinkedState>([
  ['CONNECTED', 'collecting'],
  ['PASSWORD_INCORRECT', 'needs-you'],
  ['INCORRECT_PASSWORD', 'needs-you'],
  ['MFA_TOKEN_EXPIRED', 'needs-you'],
  ['NEW_PASSWORD_NEEDED', 'needs-you'],
  ['ADDITIONAL_CREDENTIALS_NEEDED', 'needs-you'],
  ['NO_ACCOUNTS_FOUND', 'needs-you'],
  ['WEBSITE_DOWN', 'provider'],
  ['URL_INACCESSIBLE', 'provider'],
  ['COMPANY_INACTIVE', 'off'],
])

/** What a connection means for the bills of its sites. */
export function toStreamLink(
  connection: Pick<ConnectionView, 'status' | 'isActive' | 'sites' | 'utilityTypes'>,
): StreamLink {
  const state = STATES.get(connection.status) ?? 'waiting'
  return {
    state: state === 'collecting' && !connection.isActive ? 'off' : state,
    siteIds: connection.sites.map((site) => site.id),
    types: connection.utilityTypes,
  }
}
