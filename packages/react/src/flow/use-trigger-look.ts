import { type ConnectionView, getInvitationStage, type InvitationView } from '@nectar-connect/contract/wire'
import { useMemo, useSyncExternalStore } from 'react'
import type { TriggerLook } from '../button/trigger.tsx'
import { useButtonSettings } from '../context/nectar-connect-provider.tsx'
import { connectionState, reconnectAction, type StatusState, statusWord } from '../data/status-state.ts'
import { useConnections, useSharing } from '../data/use-connections.ts'
import { useEnvironment } from '../data/use-environment.ts'
import { useWaitingLinks } from '../data/use-invitations.ts'
import type { ButtonMessages } from '../i18n/messages.ts'
import type { ConnectSession } from '../session/use-connect-session.ts'

interface TriggerOptions {
  /** Undefined: it is for a new connection. */
  connectionId: string | undefined
  /** The host gave the button its words. */
  hasLabel: boolean
}

/** How the button looks. For a connection that is known, it wears that connection's state. */
export function useTriggerLook(
  { phase }: ConnectSession,
  { connectionId, hasLabel }: TriggerOptions,
): TriggerLook {
  const { messages } = useButtonSettings()
  const live = useConnections()
  const known = live.status === 'success' ? live : null
  const connection = known?.connections.find(({ id }) => id === connectionId)
  const sharing = useSharing()
  const mayConnect =
    known === null || (connectionId === undefined ? known.permissions.connect : known.permissions.reconnect)
  // Somebody without the login may still know who has it.
  const isDenied = !mayConnect && sharing === null
  const isOpening = phase.status === 'requesting'
  const state = useStateOf(connection)
  const links = useWaitingLinks(state?.reconnectHelps ?? false)
  const link = connection && links.get(connection.id)
  const isShown = connection !== undefined && state !== undefined && !hasLabel
  const tone = isShown ? (link ? 'waiting' : state.group) : null
  const word = isShown ? wordOf(messages, connection, state, link) : ''
  const providerName = connection?.providerName ?? messages.list.unnamed
  return useMemo(
    () => ({ state: tone && { tone, word, providerName }, isDenied, isOpening }),
    [tone, word, providerName, isDenied, isOpening],
  )
}

function wordOf(
  messages: ButtonMessages,
  { status }: ConnectionView,
  state: StatusState,
  link: InvitationView | undefined,
): string {
  if (link) return getInvitationStage(link) === 'opened' ? messages.button.linkOpened : messages.button.asked
  return state.reconnectHelps ? reconnectAction(messages, status) : statusWord(messages, state)
}

function useStateOf(connection: ConnectionView | undefined) {
  const { pendingChecks } = useEnvironment()
  const all = useSyncExternalStore(pendingChecks.subscribe, pendingChecks.get, pendingChecks.get)
  return connection && connectionState(connection, all.get(connection.id), Date.now())
}
