import type { ConnectionView } from '@nectar-connect/contract/wire'
import type { ReactNode } from 'react'
import { useSettings } from '../context/use-settings.ts'
import { describeSites, reconnectAction, utilityIcon } from '../data/status-state.ts'
import { formatWhen } from '../i18n/format-time.ts'
import { format } from '../i18n/text.tsx'
import type { PreloadTriggers } from '../session/nectar-page.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { initialsOf, tintOf } from '../ui/initials.ts'

interface ConnectionNameProps {
  connection: ConnectionView
  /** Of the element with the name. */
  id?: string
  /** The name. */
  children: ReactNode
}

/** Which utility, and which of its sites. */
export function ConnectionName({ connection, id, children }: ConnectionNameProps) {
  const { messages } = useSettings()
  const { providerName, utilityTypes } = connection
  const initials = initialsOf(providerName ?? '')
  const icon = utilityIcon(utilityTypes)
  return (
    <>
      <span
        className="nectar-avatar"
        aria-hidden="true"
        translate="no"
        data-nectar-tint={initials === '' ? undefined : tintOf(providerName ?? '')}
      >
        {initials || <Icon name={icon} />}
      </span>
      <div className="nectar-who">
        <b id={id}>
          <bdi>{children}</bdi>
        </b>
        <span>
          {initials !== '' && utilityTypes.length > 0 && <Icon name={icon} size={14} />}
          <span>{describeSites(messages, connection)}</span>
        </span>
      </div>
    </>
  )
}

interface TimeSentenceProps {
  /** With a place for `{when}`. */
  message: string
  /** ISO 8601. Null: not known, and nothing is said. */
  iso: string | null
  /** Milliseconds since the epoch. */
  now: number
}

export function TimeSentence({ message, iso, now }: TimeSentenceProps) {
  const { locale } = useSettings().messages
  if (iso === null) return null
  return <time dateTime={iso}>{format(message, { when: formatWhen(locale, iso, new Date(now)) })}</time>
}

interface MendButtonsProps {
  connection: ConnectionView
  /** Null where the signed-in user may not. */
  onReconnect: (() => void) | null
  /** Null where nobody else can be asked. */
  onAsk: (() => void) | null
  /** With icons, and with what loads the flow as the pointer comes near. */
  preload?: PreloadTriggers
}

/** For a connection that a new sign-in mends: to sign in, and to ask somebody else. */
export function MendButtons({ connection, onReconnect, onAsk, preload }: MendButtonsProps) {
  const { messages } = useSettings()
  const { list, share } = messages
  const provider = connection.providerName ?? list.unnamed
  const action = reconnectAction(messages, connection.status)
  const ask = onReconnect ? share.askElse : share.ask
  return (
    <>
      {onReconnect && (
        <Button
          size="sm"
          icon={preload && (action === list.setUpCodes ? 'codes' : 'key')}
          aria-label={format(list.actionName, { action, provider })}
          aria-haspopup="dialog"
          {...preload}
          onClick={onReconnect}
        >
          {action}
        </Button>
      )}
      {onAsk && (
        <Button
          size="sm"
          icon={preload && 'send'}
          aria-label={format(list.actionName, { action: ask, provider })}
          aria-haspopup="dialog"
          onClick={onAsk}
        >
          {ask}
        </Button>
      )}
    </>
  )
}
