import type { ConnectionView } from '@nectar-connect/contract'
import { Icon, type IconName } from '../icons/icon.tsx'
import { formatWhen } from '../messages/format-time.ts'
import type { Messages } from '../messages/messages.ts'
import { plural } from '../messages/plural.ts'
import { fill } from '../messages/text.tsx'
import { useSettings } from '../provider/nectar-connect-provider.tsx'
import { useHostName } from '../provider/use-host-name.ts'
import { StatusBadge } from '../status/connection-status-badge.tsx'
import { humanize } from '../status/status-state.ts'
import { Button } from '../ui/button.tsx'
import type { ListRow } from './list-model.ts'
import { reconnectAction } from './reconnect-action.ts'

interface ConnectionRowProps {
  row: ListRow
  canReconnect: boolean
  onReconnect: (connectionId: string) => void
}

/** One connection: which utility and sites, how it fares, and what can be done. */
export function ConnectionRow({ row: { connection, state }, canReconnect, onReconnect }: ConnectionRowProps) {
  const { messages } = useSettings()
  const host = useHostName()
  const name = connection.providerName ?? messages.list.unnamed
  const sentence = fill(messages.status[state.words].sentence, { host })
  const action = reconnectAction(messages, connection.status)
  return (
    <li className="nectar-row" data-nectar-connection={connection.id} data-nectar-group={state.group}>
      <span className="nectar-avatar">
        <Icon name={utilityIcon(connection.utilityTypes)} />
      </span>
      <div className="nectar-who">
        <b>{name}</b>
        <span>{describeSites(messages, connection)}</span>
      </div>
      <div className="nectar-row__state">
        <StatusBadge state={state} />
        <p>{sentence}</p>
      </div>
      <div className="nectar-row__end">
        {state.reconnectHelps && canReconnect ? (
          <Button
            size="sm"
            aria-label={fill(messages.list.reconnectName, { action, provider: name })}
            onClick={() => onReconnect(connection.id)}
          >
            {action}
          </Button>
        ) : (
          <Updated connection={connection} />
        )}
      </div>
    </li>
  )
}

function Updated({ connection }: { connection: ConnectionView }) {
  const { messages } = useSettings()
  const iso = connection.statusAt ?? connection.updatedAt ?? connection.createdAt
  if (iso === null) return null
  const when = formatWhen(messages.locale, iso, new Date())
  return <time dateTime={iso}>{fill(messages.list.updated, { when })}</time>
}

/** `Electricity and gas, 2 sites`; with a single site, its name. */
function describeSites(messages: Messages, { utilityTypes, sites, username }: ConnectionView): string {
  const types = utilityTypes.map((type) => messages.utilities[type] ?? humanize(type))
  const [first, ...others] = types
  const kinds =
    first === undefined
      ? null
      : new Intl.ListFormat(messages.locale).format([
          first,
          ...others.map((type) => type.toLocaleLowerCase(messages.locale)),
        ])
  const [only] = sites
  const where =
    sites.length === 1 && only?.name
      ? only.name
      : sites.length > 0
        ? plural(messages.locale, messages.list.sites, sites.length)
        : null
  return [kinds, where, username].filter((part) => typeof part === 'string').join(', ')
}

const UTILITY_ICONS: Record<string, IconName> = {
  ELECTRICITY: 'bolt',
  GAS: 'flame',
  WATER: 'drop',
  DISTRICT: 'heat',
  WASTE: 'bin',
  FUEL: 'flame',
  SOLAR: 'sun',
}

function utilityIcon([first]: readonly string[]): IconName {
  return UTILITY_ICONS[first ?? ''] ?? 'link'
}
