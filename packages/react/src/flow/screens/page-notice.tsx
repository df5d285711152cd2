import type { ConnectError, OpenedPhase, Session } from '@nectar-connect/client'
import type { ReactNode } from 'react'
import { useDialog } from '../../context/dialog-context.ts'
import { useHostName, useSettings } from '../../context/use-settings.ts'
import { enLater } from '../../i18n/en-later.ts'
import { formatLeft } from '../../i18n/format-time.ts'
import type { Messages } from '../../i18n/messages.ts'
import { format, Text } from '../../i18n/text.tsx'
import { useSignIn } from '../../session/sign-in.tsx'
import { useOnline } from '../../session/use-online.ts'
import { useRemainingTime } from '../../session/use-remaining-time.ts'
import { Button } from '../../ui/button.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { MORE_ICONS, STATUS_ICONS } from '../../ui/more-icons.ts'
import { Actions, Mark } from '../../ui/panel.tsx'

interface PageNoticeProps {
  phase: OpenedPhase
  session: Session
}

/** One slim bar above Nectar's page, for what the customer has to know: with one action at most, or none. */
export function PageNotice({ phase, session }: PageNoticeProps) {
  const { messages } = useSettings(enLater)
  if (!useOnline()) {
    return (
      <Notice icon={MORE_ICONS.offline}>
        <b>{messages.frame.offline}</b> <span>{messages.frame.offlineLead}</span>
      </Notice>
    )
  }
  if (phase.status === 'expiring') return <Expiring phase={phase} session={session} />
  return (
    phase.connectivityError && <Trouble phase={phase} error={phase.connectivityError} session={session} />
  )
}

interface NoticeProps {
  icon: IconName
  tone?: 'needs-you' | 'inactive'
  children: ReactNode
  action?: ReactNode
}

function Notice({ icon, tone = 'inactive', children, action }: NoticeProps) {
  return (
    <div className="nectar-notice" data-nectar-tone={tone}>
      <Icon name={icon} />
      <p>{children}</p>
      {action}
    </div>
  )
}

/** Announced once on entry; the seconds are not read out. The line under it empties. */
function Expiring({ phase, session }: PageNoticeProps) {
  const { messages } = useSettings(enLater)
  const left = useRemainingTime(session.getRemainingMs)
  const words = messages.frame
  const time = format(words.timeLeft, { time: formatLeft(messages.locale, left) })
  return (
    <Notice
      icon={STATUS_ICONS.waiting}
      tone="needs-you"
      action={
        <Button size="sm" onClick={session.requestNewPage}>
          {words.fresh}
        </Button>
      }
    >
      <Text message={words.expiring} values={{ left: <b>{time}</b> }} />
      <i
        className="nectar-notice__line"
        style={{ inlineSize: `${(100 * left) / phase.invitation.warningMs}%` }}
      />
    </Notice>
  )
}

function troubleOf({ code }: ConnectError): keyof Messages['trouble'] {
  if (code === 'unauthenticated') return 'signedOut'
  if (code === 'client_outdated') return 'outdated'
  const isOfHost = ['network', 'internal_error', 'host_error', 'invalid_response'].includes(code)
  return isOfHost ? 'network' : 'other'
}

/** Nectar's page goes on without us; what is missing meanwhile is only the news from it. */
function Trouble({ phase, error, session }: PageNoticeProps & { error: ConnectError }) {
  const { messages } = useSettings(enLater)
  const host = useHostName()
  const signIn = useSignIn(session.checkInvitationNow)
  const trouble = troubleOf(error)
  const isSignedOut = trouble === 'signedOut'
  const again = { onClick: session.requestNewPage, children: messages.frame.fresh }
  const toSignIn = signIn && {
    ...signIn.button,
    children: format(messages.failed.signIn, { host }),
  }
  const action = (isSignedOut && toSignIn) || (phase.status === 'checking' && again)
  return (
    <Notice
      icon={isSignedOut ? MORE_ICONS.door : MORE_ICONS.offline}
      action={action && <Button size="sm" {...action} />}
    >
      {format(messages.trouble[trouble], { host })}
    </Notice>
  )
}

/** Over a page that ran out of time, or was left. */
export function ExpiredVeil({ cause, onRenew }: { cause: 'time' | 'interrupted'; onRenew: () => void }) {
  const { messages } = useSettings(enLater)
  const { close } = useDialog()
  const words = messages.expired
  return (
    <div className="nectar-frame__veil">
      <div className="nectar-panel">
        <div className="nectar-panel__top">
          <Mark icon={STATUS_ICONS.waiting} tone="waiting" />
          <h3 className="nectar-title">{cause === 'time' ? words.title : words.interruptedTitle}</h3>
          <p className="nectar-lead">{words.lead}</p>
        </div>
        <Actions>
          <Button kind="primary" onClick={onRenew}>
            {words.again}
          </Button>
          <Button onClick={close}>{messages.close}</Button>
        </Actions>
      </div>
    </div>
  )
}
