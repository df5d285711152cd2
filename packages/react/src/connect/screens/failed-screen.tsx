import type { ConnectError } from '@nectar-connect/client'
import type { ErrorCode } from '@nectar-connect/contract'
import type { ReactNode } from 'react'
import type { IconName } from '../../icons/icon.tsx'
import type { Messages } from '../../messages/messages.ts'
import { fill, Text } from '../../messages/text.tsx'
import type { Host } from '../../provider/host.ts'
import { useSettings } from '../../provider/nectar-connect-provider.tsx'
import { useHostName } from '../../provider/use-host-name.ts'
import { Button } from '../../ui/button.tsx'
import { Actions, Mark, Panel } from '../../ui/panel.tsx'
import { Reference } from '../../ui/reference.tsx'
import { useShell } from '../shell-context.ts'

type Cause = keyof Messages['failed']
type WayOn = 'retry' | 'contact' | 'sign-in' | 'reload' | 'close'

const CAUSES: Record<Cause, { icon: IconName; wayOn: WayOn }> = {
  network: { icon: 'offline', wayOn: 'retry' },
  nectar: { icon: 'globe', wayOn: 'retry' },
  busy: { icon: 'waiting', wayOn: 'retry' },
  signedOut: { icon: 'door', wayOn: 'sign-in' },
  notAllowed: { icon: 'person', wayOn: 'close' },
  companyMissing: { icon: 'globe', wayOn: 'contact' },
  outdated: { icon: 'refresh', wayOn: 'reload' },
  blocked: { icon: 'blocked', wayOn: 'contact' },
  notFound: { icon: 'search', wayOn: 'close' },
  setup: { icon: 'stop', wayOn: 'contact' },
}

function causeOf(code: ErrorCode): Cause {
  switch (code) {
    case 'network':
    case 'internal_error':
    case 'host_error':
    case 'invalid_response':
    case 'frame_timeout':
      return 'network'
    case 'nectar_unavailable':
    case 'nectar_timeout':
    case 'nectar_invalid_response':
    case 'outcome_unknown':
      return 'nectar'
    case 'rate_limited':
      return 'busy'
    case 'unauthenticated':
      return 'signedOut'
    case 'not_allowed':
      return 'notAllowed'
    case 'company_missing':
      return 'companyMissing'
    case 'client_outdated':
      return 'outdated'
    case 'frame_blocked':
    case 'frame_refused':
    case 'invitation_url_untrusted':
      return 'blocked'
    case 'not_found':
      return 'notFound'
    default:
      return 'setup'
  }
}

/** What happened, what it means for the utility account, one way on, and a reference to quote. */
export function FailedScreen({ error, onRetry }: { error: ConnectError; onRetry: () => void }) {
  const { messages, host } = useSettings()
  const name = useHostName()
  const { close } = useShell()
  const cause = causeOf(error.code)
  const words = messages.failed[cause]
  return (
    <Panel
      mark={<Mark icon={CAUSES[cause].icon} />}
      title={fill(words.title, { host: name })}
      lead={
        <>
          {fill(words.lead, { host: name })} <WhoCan administrators={error.administrators} />
        </>
      }
    >
      <Actions>
        <WayOnButton wayOn={CAUSES[cause].wayOn} host={host} name={name} onRetry={onRetry} />
        <Button onClick={close}>{messages.close}</Button>
      </Actions>
      {error.reference && <Reference reference={error.reference} />}
    </Panel>
  )
}

function WhoCan({ administrators }: { administrators: readonly string[] }): ReactNode {
  const { messages } = useSettings()
  if (administrators.length === 0) return null
  const names = new Intl.ListFormat(messages.locale).format(administrators)
  return <Text message={messages.failed.notAllowed.who} values={{ names: <b>{names}</b> }} />
}

interface WayOnButtonProps {
  wayOn: WayOn
  host: Host
  name: string
  onRetry: () => void
}

function WayOnButton({ wayOn, host, name, onRetry }: WayOnButtonProps) {
  const { messages } = useSettings()
  const contact = host.supportUrl ?? (host.supportEmail && `mailto:${host.supportEmail}`)
  if (wayOn === 'close') return null
  if (wayOn === 'reload') {
    return (
      <Button kind="primary" icon="refresh" onClick={() => location.reload()}>
        {messages.failed.outdated.reload}
      </Button>
    )
  }
  if (wayOn === 'sign-in' && host.signInUrl) {
    return (
      <PrimaryLink href={host.signInUrl}>
        {fill(messages.failed.signedOut.signIn, { host: name })}
      </PrimaryLink>
    )
  }
  if (wayOn === 'contact' && contact) {
    return <PrimaryLink href={contact}>{fill(messages.contact, { host: name })}</PrimaryLink>
  }
  return (
    <Button kind="primary" icon="refresh" onClick={onRetry}>
      {messages.tryAgain}
    </Button>
  )
}

function PrimaryLink({ href, children }: { href: string; children: string }) {
  return (
    <a className="nectar-btn" data-nectar-kind="primary" data-nectar-size="md" href={href}>
      {children}
    </a>
  )
}
