import type { ConnectError } from '@nectar-connect/client'
import type { ErrorCode } from '@nectar-connect/contract/wire'
import { useHostName, useSettings } from '../context/use-settings.ts'
import { useSharing } from '../data/use-known-connections.ts'
import { enLater } from '../i18n/en-later.ts'
import { formatNames } from '../i18n/intl.ts'
import type { LaterMessages } from '../i18n/messages.ts'
import { format, Text } from '../i18n/text.tsx'
import { SignInOrRetry } from '../session/sign-in.tsx'
import { Button } from '../ui/button.tsx'
import { MORE_ICONS } from '../ui/more-icons.ts'
import { Reference } from '../ui/reference.tsx'

/** How a failure is told; whatever is not here has to be set up by the host. */
const FAILURES: Partial<Record<ErrorCode, keyof LaterMessages['shareFailed']['leads']>> = {
  network: 'unknown',
  busy: 'unknown',
  internal_error: 'unknown',
  host_error: 'unknown',
  invalid_response: 'unknown',
  nectar_unavailable: 'unknown',
  nectar_timeout: 'unknown',
  nectar_invalid_response: 'unknown',
  outcome_unknown: 'unknown',
  idempotency_conflict: 'unknown',
  rate_limited: 'rateLimited',
  address_not_allowed: 'address',
  mail_not_sent: 'mail',
  not_allowed: 'notAllowed',
  unauthenticated: 'signedOut',
  client_outdated: 'outdated',
  not_found: 'notFound',
  invitation_closed: 'over',
}

/** How a failure to send, to remind or to revoke is told. */
export function shareFailureOf({ failed, shareFailed }: LaterMessages, { code }: ConnectError) {
  const cause = FAILURES[code] ?? 'other'
  const titles = { ...failed.titles, ...shareFailed.titles }
  return { cause, title: titles[cause], lead: shareFailed.leads[cause] }
}

interface ShareProblemProps {
  error: ConnectError
  /** Once somebody is signed in again. */
  onRetry: () => void
}

/** Why nothing went out, what that means, and a reference to quote. Gray: it is ours. */
export function ShareProblem({ error, onRetry }: ShareProblemProps) {
  const { messages } = useSettings(enLater)
  const host = useHostName()
  const sharing = useSharing()
  const { cause, title, lead } = shareFailureOf(messages, error)
  const domains =
    cause === 'address' && sharing?.allowedDomains
      ? formatNames(messages, sharing.allowedDomains, 'disjunction')
      : null
  return (
    <div className="nectar-problem" data-nectar-tone="inactive" role="alert">
      <p>
        <b>{format(title, { host })}</b>
      </p>
      <p className="nectar-fine">
        <span>{format(lead, { host })}</span>
        {domains !== null && (
          <>
            {' '}
            <span>{format(messages.share.badDomain, { domains })}</span>
          </>
        )}
        {error.administratorNames.length > 0 && (
          <>
            {' '}
            <Text
              message={messages.failed.who}
              values={{ names: <b>{formatNames(messages, error.administratorNames, 'disjunction')}</b> }}
            />
          </>
        )}
      </p>
      {cause === 'signedOut' && <SignInOrRetry error={error} onRetry={onRetry} size="sm" />}
      {cause === 'outdated' && (
        <Button size="sm" icon={MORE_ICONS.refresh} onClick={() => location.reload()}>
          {messages.failed.reload}
        </Button>
      )}
      {error.requestId && <Reference reference={error.requestId} />}
    </div>
  )
}
