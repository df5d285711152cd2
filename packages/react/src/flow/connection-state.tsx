import { type ConnectionView, getInvitationStage, type InvitationView } from '@nectar-connect/contract/wire'
import { useLayoutEffect } from 'react'
import { useSettings } from '../context/use-settings.ts'
import { connectionState, type StatusState } from '../data/status-state.ts'
import { reconnectAction, statusWord } from '../data/status-words.ts'
import { useConnections } from '../data/use-connections.ts'
import { useWaitingLinks } from '../data/use-invitations.ts'
import { usePendingChecks } from '../data/use-known-connections.ts'
import { enLater } from '../i18n/en-later.ts'
import type { LaterMessages } from '../i18n/messages.ts'
import { Icon } from '../ui/icon.tsx'
import { STATUS_ICONS } from '../ui/more-icons.ts'
import type { WornState } from './button-embed.tsx'

interface ConnectionStateProps {
  connectionId: string
  /** Null: it is not known. */
  onState: (state: WornState | null) => void
}

/** Tells how a connection stands, as a button wears it. */
export function ConnectionState({ connectionId, onState }: ConnectionStateProps) {
  const { messages } = useSettings(enLater)
  const checks = usePendingChecks()
  const live = useConnections()
  const connection =
    live.status === 'success' ? live.connections.find(({ id }) => id === connectionId) : undefined
  const state = connection && connectionState(connection, checks.get(connection.id), Date.now())
  const link = useWaitingLinks(state?.reconnectHelps ?? false).get(connectionId)
  const tone = state ? (link ? 'waiting' : state.group) : null
  const word = state ? wordOf(messages, connection, state, link) : ''
  const providerName = connection?.providerName ?? messages.list.unnamed
  useLayoutEffect(() => {
    const content = tone && (
      <>
        <Icon name={STATUS_ICONS[tone]} />
        <b>{word}</b>
        <small>{providerName}</small>
        <Icon name="chevron" />
      </>
    )
    onState(tone && { tone, content })
  }, [onState, tone, word, providerName])
  return null
}

function wordOf(
  messages: LaterMessages,
  { status }: Pick<ConnectionView, 'status'>,
  state: StatusState,
  link: InvitationView | undefined,
): string {
  if (link) return getInvitationStage(link) === 'opened' ? messages.button.linkOpened : messages.button.asked
  return state.reconnectHelps ? reconnectAction(messages, status) : statusWord(messages, state)
}
