import type { HostedPageState, Session } from '@nectar-connect/client'
import { useHostName, useSettings } from '../../context/use-settings.ts'
import { formatLeft } from '../../i18n/format-time.ts'
import { format } from '../../i18n/text.tsx'
import { useRemainingTime } from '../../session/use-remaining-time.ts'
import { useSignIn } from '../../session/use-sign-in.ts'
import { Button } from '../../ui/button.tsx'
import type { FailureAction } from './failure.ts'
import { TabLink } from './tab-link.tsx'

interface WayOnProps {
  wayOn: FailureAction
  page: HostedPageState | null
  session: Session
}

/** What leads on from a failure. Where a host gave nothing to lead to, trying again does. */
export function FailureActions({ wayOn, page, session }: WayOnProps) {
  const { messages, app } = useSettings()
  const name = useHostName()
  const signIn = useSignIn(session.retry)
  const contact = app.supportUrl ?? (app.supportEmail && `mailto:${app.supportEmail}`)
  const signInWords = format(messages.failed.signedOut.signIn, { host: name })
  switch (wayOn) {
    case 'close':
      return null
    case 'reload':
      return (
        <Button kind="primary" icon="refresh" onClick={() => location.reload()}>
          {messages.failed.outdated.reload}
        </Button>
      )
    case 'tab':
      return page && <PageLink page={page} session={session} kind="primary" />
    case 'retry-or-tab':
      return (
        <>
          <Retry session={session} />
          {page && <PageLink page={page} session={session} kind="secondary" />}
        </>
      )
    case 'sign-in':
      if (signIn) {
        return (
          <Button kind="primary" icon={signIn.isBusy ? 'spinner' : 'door'} {...signIn.button}>
            {signInWords}
          </Button>
        )
      }
      return app.signInUrl ? (
        <PrimaryLink href={app.signInUrl}>{signInWords}</PrimaryLink>
      ) : (
        <Retry session={session} />
      )
    case 'contact':
      return contact ? (
        <PrimaryLink href={contact}>{format(messages.contact, { host: name })}</PrimaryLink>
      ) : (
        <Retry session={session} />
      )
    case 'retry':
      return <Retry session={session} />
    default:
      return wayOn satisfies never
  }
}

/** Waits as long as the server said, and says how long that is. */
function Retry({ session }: { session: Session }) {
  const { messages } = useSettings()
  const left = useRemainingTime(session.getRetryInMs)
  const isWaiting = left > 0
  return (
    <Button kind="primary" icon="refresh" aria-disabled={isWaiting} onClick={session.retry}>
      {isWaiting
        ? format(messages.tryAgainIn, { time: formatLeft(messages.locale, left) })
        : messages.tryAgain}
    </Button>
  )
}

interface PageLinkProps {
  page: HostedPageState
  session: Session
  kind: 'primary' | 'secondary'
}

function PageLink({ page: { invitation }, session, kind }: PageLinkProps) {
  return <TabLink invitation={invitation} session={session} className={`nectar-btn nectar-btn--${kind}`} />
}

function PrimaryLink({ href, children }: { href: string; children: string }) {
  return (
    <a className="nectar-btn nectar-btn--primary" href={href}>
      {children}
    </a>
  )
}
