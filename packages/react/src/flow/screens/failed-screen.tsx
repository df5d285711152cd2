import type { ConnectPhase, Session } from '@nectar-connect/client'
import type { ErrorCode } from '@nectar-connect/contract/wire'
import { useDialog } from '../../context/dialog-context.ts'
import { useHostName, useSettings } from '../../context/use-settings.ts'
import { ForDevelopers } from '../../development/for-developers.tsx'
import { enLater } from '../../i18n/en-later.ts'
import { formatNames } from '../../i18n/intl.ts'
import type { LaterMessages } from '../../i18n/messages.ts'
import { format, Text } from '../../i18n/text.tsx'
import { SignIn, useRetry } from '../../session/sign-in.tsx'
import { Button } from '../../ui/button.tsx'
import type { IconName } from '../../ui/icon.tsx'
import { MORE_ICONS, STATUS_ICONS } from '../../ui/more-icons.ts'
import { Actions, Mark, Panel } from '../../ui/panel.tsx'
import { Reference } from '../../ui/reference.tsx'
import { TabLink } from './frame-screen.tsx'

/** How a failure is told, and what leads on from it. */
interface Failure {
  cause: keyof LaterMessages['failed']['leads']
  icon: IconName
  wayOn: 'retry' | 'tab' | 'contact' | 'sign-in' | 'reload' | 'close'
}

const HOST: Failure = { cause: 'host', icon: 'globe', wayOn: 'retry' }
const NECTAR: Failure = { cause: 'nectar', icon: 'globe', wayOn: 'retry' }
const UNTRUSTED: Failure = { cause: 'untrusted', icon: MORE_ICONS.blocked, wayOn: 'contact' }
const SET_UP: Failure = { cause: 'setup', icon: 'stop', wayOn: 'contact' }

const FAILURES: Partial<Record<ErrorCode, Failure>> = {
  network: { cause: 'network', icon: MORE_ICONS.offline, wayOn: 'retry' },
  internal_error: HOST,
  host_error: HOST,
  invalid_response: HOST,
  frame_timeout: { cause: 'slow', icon: STATUS_ICONS.waiting, wayOn: 'retry' },
  frame_blocked: { cause: 'untrusted', icon: MORE_ICONS.blocked, wayOn: 'retry' },
  frame_refused: UNTRUSTED,
  invitation_url_untrusted: UNTRUSTED,
  invitation_stale: { cause: 'stale', icon: STATUS_ICONS.waiting, wayOn: 'retry' },
  nectar_unavailable: NECTAR,
  nectar_timeout: NECTAR,
  nectar_invalid_response: NECTAR,
  outcome_unknown: NECTAR,
  rate_limited: { cause: 'busy', icon: STATUS_ICONS.waiting, wayOn: 'retry' },
  unauthenticated: { cause: 'signedOut', icon: MORE_ICONS.door, wayOn: 'sign-in' },
  not_allowed: { cause: 'notAllowed', icon: MORE_ICONS.person, wayOn: 'close' },
  company_missing: { cause: 'companyMissing', icon: 'globe', wayOn: 'contact' },
  client_outdated: { cause: 'outdated', icon: MORE_ICONS.refresh, wayOn: 'reload' },
  not_found: { cause: 'notFound', icon: MORE_ICONS.search, wayOn: 'close' },
}

/** @param hasPage whether Nectar's page is still good in a tab of its own */
function failureOf(code: ErrorCode, hasPage: boolean): Failure {
  if (code === 'frame_blocked' && hasPage) return { cause: 'blocked', icon: MORE_ICONS.blocked, wayOn: 'tab' }
  return FAILURES[code] ?? SET_UP
}

interface FailedScreenProps {
  phase: Extract<ConnectPhase, { status: 'failed' }>
  session: Session
}

/** What happened, what it means for the utility account, one way on, and a reference to quote. */
export function FailedScreen({ phase, session }: FailedScreenProps) {
  const { messages } = useSettings(enLater)
  const host = useHostName()
  const { close } = useDialog()
  const { error, page } = phase
  const { cause, icon, wayOn } = failureOf(error.code, page !== null)
  const { titles, leads, who } = messages.failed
  const { administratorNames } = error
  const names = formatNames(messages, administratorNames, 'conjunction')
  return (
    <Panel
      mark={<Mark icon={icon} />}
      title={format(titles[cause], { host })}
      lead={
        <>
          <span>{format(leads[cause], { host })}</span>{' '}
          {administratorNames.length > 0 && <Text message={who} values={{ names: <b>{names}</b> }} />}
        </>
      }
    >
      <Actions>
        <WayOn wayOn={wayOn} phase={phase} session={session} />
        <Button onClick={close}>{messages.close}</Button>
      </Actions>
      {error.requestId && <Reference reference={error.requestId} />}
      <ForDevelopers error={error} />
    </Panel>
  )
}

/** What leads on from a failure. Where a host gave nothing to lead to, trying again does. */
function WayOn({ wayOn, phase: { page }, session }: FailedScreenProps & Pick<Failure, 'wayOn'>) {
  const { messages, app } = useSettings(enLater)
  const host = useHostName()
  const contact = app.supportUrl ?? (app.supportEmail && `mailto:${app.supportEmail}`)
  const tabLink = (kind: string) =>
    page && <TabLink id={page.invitation.id} session={session} className={`nectar-btn nectar-btn--${kind}`} />
  switch (wayOn) {
    case 'close':
      return null
    case 'reload':
      return (
        <Button kind="primary" icon={MORE_ICONS.refresh} onClick={() => location.reload()}>
          {messages.failed.reload}
        </Button>
      )
    case 'tab':
      return tabLink('primary')
    case 'sign-in':
      return <SignIn onSignedIn={session.retry} fallback={<Retry session={session} />} />
    case 'contact':
      return contact ? (
        <a className="nectar-btn nectar-btn--primary" href={contact}>
          {format(messages.contact, { host })}
        </a>
      ) : (
        <Retry session={session} />
      )
    case 'retry':
      return (
        <>
          <Retry session={session} />
          {tabLink('secondary')}
        </>
      )
    default:
      return wayOn satisfies never
  }
}

/** Waits as long as the server said, and says how long that is. */
function Retry({ session }: { session: Session }) {
  const { isWaiting, words } = useRetry(session.getRetryInMs)
  return (
    <Button kind="primary" icon={MORE_ICONS.refresh} aria-disabled={isWaiting} onClick={session.retry}>
      {words}
    </Button>
  )
}

/** Revoked by somebody, or used with nothing to show. There is no "try again": somebody meant it. */
export function EndedScreen({ cause }: { cause: 'revoked' | 'fulfilled' }) {
  const { messages } = useSettings(enLater)
  const { close } = useDialog()
  const host = useHostName()
  const { revokedTitle, revokedLead, fulfilledTitle, fulfilledLead } = messages.ended
  const isRevoked = cause === 'revoked'
  return (
    <Panel
      mark={<Mark icon={isRevoked ? MORE_ICONS.blocked : MORE_ICONS.check} />}
      title={isRevoked ? revokedTitle : fulfilledTitle}
      lead={format(isRevoked ? revokedLead : fulfilledLead, { host })}
    >
      <Actions>
        <Button kind="primary" onClick={close}>
          {messages.close}
        </Button>
      </Actions>
    </Panel>
  )
}
