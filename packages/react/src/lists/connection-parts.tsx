import { type ConnectionView, ownValue } from '@nectar-connect/contract/wire'
import type { ReactNode } from 'react'
import { useSettings } from '../context/use-settings.ts'
import { humanize, reconnectAction } from '../data/status-words.ts'
import { enLists } from '../i18n/en-lists.ts'
import { formatWhen } from '../i18n/format-time.ts'
import { formatNames, listFormat, plural } from '../i18n/intl.ts'
import type { MessagesLike } from '../i18n/messages.ts'
import { format } from '../i18n/text.tsx'
import type { PreloadTriggers } from '../session/nectar-page.ts'
import { Button } from '../ui/button.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { initialsOf, tintOf } from '../ui/initials.ts'
import { MORE_ICONS } from '../ui/more-icons.ts'

interface ConnectionNameProps {
  connection: ConnectionView
  /** Of the element with the name. */
  id?: string
  /** The name. */
  children: ReactNode
}

/** Which utility, and which of its sites. */
export function ConnectionName({ connection, id, children }: ConnectionNameProps) {
  const { messages } = useSettings(enLists)
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
  const { locale } = useSettings(enLists).messages
  if (iso === null) return null
  return <time dateTime={iso}>{format(message, { when: formatWhen(locale, iso, new Date(now)) })}</time>
}

interface MendButtonsProps {
  connection: ConnectionView
  /** Null where the signed-in user may not. */
  onReconnect: (() => void) | null
  /** Null where nobody else can be asked. */
  onAsk: (() => void) | null
  hasIcons?: boolean
  /** For what opens the flow, as the customer comes near. */
  triggers: PreloadTriggers
}

/** For a connection that a new sign-in mends: to sign in, and to ask somebody else. */
export function MendButtons({
  connection,
  onReconnect,
  onAsk,
  hasIcons = false,
  triggers,
}: MendButtonsProps) {
  const { messages } = useSettings(enLists)
  const { list, share } = messages
  const provider = connection.providerName ?? list.unnamed
  const action = reconnectAction(messages, connection.status)
  const ask = onReconnect ? share.askElse : share.ask
  return (
    <>
      {onReconnect && (
        <Button
          size="sm"
          icon={hasIcons ? (action === list.setUpCodes ? MORE_ICONS.codes : 'key') : undefined}
          aria-label={format(list.actionName, { action, provider })}
          aria-haspopup="dialog"
          {...triggers}
          onClick={onReconnect}
        >
          {action}
        </Button>
      )}
      {onAsk && (
        <Button
          size="sm"
          icon={hasIcons ? 'send' : undefined}
          aria-label={format(list.actionName, { action: ask, provider })}
          aria-haspopup="dialog"
          {...triggers}
          onClick={onAsk}
        >
          {ask}
        </Button>
      )}
    </>
  )
}

/** `Electricity and gas, 2 sites`; with a single site, its name. */
function describeSites(
  messages: MessagesLike<typeof enLists>,
  { utilityTypes, sites, username }: ConnectionView,
): string {
  const { locale, utilities, list } = messages
  const types = utilityTypes.map(
    (type) => ownValue(utilities, type) ?? humanize(type).toLocaleLowerCase(locale),
  )
  const [first = '', ...rest] = listFormat(locale).format(types)
  const kinds = first.toLocaleUpperCase(locale) + rest.join('')
  const isolated = (name: string) => formatNames(messages, [name], 'conjunction')
  const [only] = sites
  const where =
    sites.length === 1 && only?.name
      ? isolated(only.name)
      : sites.length > 0
        ? plural(locale, list.sites, sites.length)
        : ''
  const login = username ? isolated(username) : ''
  return [kinds, where, login].filter((part) => part !== '').join(list.separator)
}

const UTILITY_ICONS: Record<string, IconName> = {
  ELECTRICITY: MORE_ICONS.bolt,
  GAS: MORE_ICONS.flame,
  WATER: MORE_ICONS.drop,
  DISTRICT: MORE_ICONS.heat,
  WASTE: MORE_ICONS.bin,
  FUEL: MORE_ICONS.flame,
  SOLAR: MORE_ICONS.sun,
}

/** What a connection's first kind of utility looks like. */
function utilityIcon([first]: readonly string[]): IconName {
  return ownValue(UTILITY_ICONS, first ?? '') ?? 'link'
}
