import type { ErrorCode } from '@nectar-connect/contract/wire'
import type { Messages } from '../../i18n/messages.ts'
import type { IconName } from '../../ui/icon.tsx'

/** How a failure is told, and what leads on from it. */
export interface Failure {
  cause: keyof Messages['failed']
  icon: IconName
  wayOn: FailureAction
}

export type FailureAction = 'retry' | 'retry-or-tab' | 'tab' | 'contact' | 'sign-in' | 'reload' | 'close'

/** @param hasPage whether Nectar's page is still good in a tab of its own */
export function failureOf(code: ErrorCode, hasPage: boolean): Failure {
  switch (code) {
    case 'network':
    case 'internal_error':
    case 'host_error':
    case 'invalid_response':
      return { cause: 'network', icon: 'offline', wayOn: 'retry' }
    case 'frame_timeout':
      return { cause: 'slow', icon: 'waiting', wayOn: hasPage ? 'retry-or-tab' : 'retry' }
    case 'frame_blocked':
      return hasPage
        ? { cause: 'blocked', icon: 'blocked', wayOn: 'tab' }
        : { cause: 'untrusted', icon: 'blocked', wayOn: 'retry' }
    case 'frame_refused':
    case 'invitation_url_untrusted':
      return { cause: 'untrusted', icon: 'blocked', wayOn: 'contact' }
    case 'invitation_stale':
      return { cause: 'stale', icon: 'waiting', wayOn: 'retry' }
    case 'nectar_unavailable':
    case 'nectar_timeout':
    case 'nectar_invalid_response':
    case 'outcome_unknown':
      return { cause: 'nectar', icon: 'globe', wayOn: 'retry' }
    case 'rate_limited':
      return { cause: 'busy', icon: 'waiting', wayOn: 'retry' }
    case 'unauthenticated':
      return { cause: 'signedOut', icon: 'door', wayOn: 'sign-in' }
    case 'not_allowed':
      return { cause: 'notAllowed', icon: 'person', wayOn: 'close' }
    case 'company_missing':
      return { cause: 'companyMissing', icon: 'globe', wayOn: 'contact' }
    case 'client_outdated':
      return { cause: 'outdated', icon: 'refresh', wayOn: 'reload' }
    case 'not_found':
      return { cause: 'notFound', icon: 'search', wayOn: 'close' }
    default:
      return { cause: 'setup', icon: 'stop', wayOn: 'contact' }
  }
}
