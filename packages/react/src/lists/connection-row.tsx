import type { ConnectionView, InvitationView } from '@nectar-connect/contract/wire'
import { memo, type ReactNode } from 'react'
import { askHost } from '../context/call-host.ts'
import { useHostName } from '../context/use-host-name.ts'
import { useSettings } from '../context/use-settings.ts'
import { lastUpdatedAt } from '../data/connection-times.ts'
import { describeSites, utilityIcon } from '../data/describe-connection.ts'
import type { ListRow } from '../data/list-model.ts'
import { reconnectAction } from '../data/reconnect-action.ts'
import { formatWhen } from '../i18n/format-time.ts'
import { format } from '../i18n/text.tsx'
import { pendingInvitationSentence } from '../sharing/invitation-words.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { StatusBadge } from './connection-status-badge.tsx'

export type RenderName = ((connection: ConnectionView, name: string) => ReactNode) | undefined

interface ConnectionRowProps {
  /** Milliseconds since the epoch. */
  now: number
  row: ListRow
  canReconnect: boolean
  onReconnect: (connectionId: string) => void
  /** Null where nobody else can be asked. */
  onAsk: ((connectionId: string) => void) | null
  /** What a colleague was sent to mend it, and still waits for them. */
  link: InvitationView | undefined
  renderName: RenderName
}

/** One connection: which utility and sites, how it fares, and what can be done. */
export const ConnectionRow = memo(function ConnectionRow({
  row: { connection, state },
  now,
  canReconnect,
  onReconnect,
  onAsk,
  link,
  renderName,
}: ConnectionRowProps) {
  const { messages } = useSettings()
  const host = useHostName()
  const name = connection.providerName ?? messages.list.unnamed
  const sentence = format(messages.status[state.words].sentence, { host })
  const action = reconnectAction(messages, connection.status)
  const ask = canReconnect ? messages.share.askElse : messages.share.ask
  return (
    // Takes the focus only when the button that had it is gone.
    <li
      className="nectar-row"
      tabIndex={-1}
      data-nectar-connection={connection.id}
      data-nectar-group={state.group}
    >
      <span className="nectar-avatar">
        <Icon name={utilityIcon(connection.utilityTypes)} />
      </span>
      <div className="nectar-who">
        <b>
          <bdi>
            {renderName
              ? askHost<[ConnectionView, string], ReactNode>(renderName, name, connection, name)
              : name}
          </bdi>
        </b>
        <span>{describeSites(messages, connection)}</span>
      </div>
      <div className="nectar-row__state">
        <StatusBadge state={state} />
        <p>
          {link && state.reconnectHelps ? pendingInvitationSentence(messages, link, new Date(now)) : sentence}
        </p>
      </div>
      <div className="nectar-row__end">
        {state.reconnectHelps && canReconnect && (
          <Button
            size="sm"
            aria-label={format(messages.list.actionName, { action, provider: name })}
            onClick={() => onReconnect(connection.id)}
          >
            {action}
          </Button>
        )}
        {state.reconnectHelps && onAsk && (
          <Button
            size="sm"
            aria-label={format(messages.list.actionName, { action: ask, provider: name })}
            aria-haspopup="dialog"
            onClick={() => onAsk(connection.id)}
          >
            {ask}
          </Button>
        )}
        {!(state.reconnectHelps && (canReconnect || onAsk)) && <Updated connection={connection} now={now} />}
      </div>
    </li>
  )
})

function Updated({ connection, now }: { connection: ConnectionView; now: number }) {
  const { messages } = useSettings()
  const iso = lastUpdatedAt(connection)
  if (iso === null) return null
  const when = formatWhen(messages.locale, iso, new Date(now))
  return <time dateTime={iso}>{format(messages.list.updated, { when })}</time>
}
