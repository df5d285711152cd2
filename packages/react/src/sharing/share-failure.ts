import { type ErrorCode, isErrorCode } from '@nectar-connect/contract/wire'
import type { Messages } from '../i18n/messages.ts'

/** How a failure to send is told. */
export function shareFailureOf(code: string | null): keyof Messages['shareFailed'] {
  return code !== null && isErrorCode(code) ? causeOf(code) : 'unknown'
}

function causeOf(code: ErrorCode): keyof Messages['shareFailed'] {
  switch (code) {
    case 'network':
    case 'busy':
    case 'internal_error':
    case 'host_error':
    case 'invalid_response':
    case 'nectar_unavailable':
    case 'nectar_timeout':
    case 'nectar_invalid_response':
    case 'outcome_unknown':
    case 'idempotency_conflict':
      return 'unknown'
    case 'rate_limited':
      return 'rateLimited'
    case 'address_not_allowed':
      return 'address'
    case 'mail_not_sent':
      return 'mail'
    case 'not_allowed':
      return 'notAllowed'
    case 'unauthenticated':
      return 'signedOut'
    case 'client_outdated':
      return 'outdated'
    case 'not_found':
      return 'notFound'
    case 'invitation_closed':
      return 'over'
    default:
      return 'other'
  }
}
