import { type ConnectionView, getInvitationStage, type InvitationView } from '@nectar-connect/contract/wire'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { TriggerLook } from '../button/connect-button.tsx'
import { useButtonSettings } from '../context/nectar-connect-provider.tsx'
import { connectionState, reconnectAction, type StatusState, statusWord } from '../data/status-state.ts'
import { useConnections, usePendingChecks, useSharing } from '../data/use-connections.ts'
import { useWaitingLinks } from '../data/use-invitations.ts'
import type { ButtonMessages } from '../i18n/messages.ts'
import { usePreconnectWhen } from '../session/nectar-page.ts'
import {
  type ConnectSession,
  isIdle,
  type UseNectarConnectOptions,
  useConnectSession,
} from '../session/use-connect-session.ts'
import { OpenConnectDialog } from './connect-shell.tsx'

interface ButtonEmbedProps {
  options: UseNectarConnectOptions
  /** The host gave the button its words. */
  hasLabel: boolean
  /** The pointer or the focus was on the button. */
  isNear: boolean
  /** How often the button was clicked: also before this was loaded. */
  clicks: number
  onLook: (look: TriggerLook) => void
}

/** What stands behind the button: the session, and the dialog while it is open. */
export function ButtonEmbed(props: ButtonEmbedProps) {
  const { options, hasLabel, isNear, clicks, onLook } = props
  const { connectionId } = options
  const connect = useConnectSession(options, {
    name: `dialog:${connectionId ?? 'new'}`,
    presentation: 'dialog',
  })
  usePreconnectWhen(isNear)
  const look = useTriggerLook(connect, connectionId, hasLabel)
  useLayoutEffect(() => onLook(look), [onLook, look])
  const answered = useRef(0)
  useEffect(() => {
    if (clicks > answered.current) connect.open()
    answered.current = clicks
  }, [clicks, connect])
  if (isIdle(connect.phase) && connect.share.current === null) return null
  return <OpenConnectDialog connect={connect} />
}

/** How the button looks. For a connection that is known, it wears that connection's state. */
function useTriggerLook({ phase }: ConnectSession, connectionId: string | undefined, hasLabel: boolean) {
  const { messages } = useButtonSettings()
  const checks = usePendingChecks()
  const live = useConnections()
  const known = live.status === 'success' ? live : null
  const connection = known?.connections.find(({ id }) => id === connectionId)
  const sharing = useSharing()
  const mayConnect = known?.permissions[connectionId === undefined ? 'connect' : 'reconnect'] ?? true
  // Somebody without the login may still know who has it.
  const isDenied = !mayConnect && sharing === null
  const isOpening = phase.status === 'requesting'
  const state = connection && connectionState(connection, checks.get(connection.id), Date.now())
  const links = useWaitingLinks(state?.reconnectHelps ?? false)
  const link = connection && links.get(connection.id)
  const isShown = connection !== undefined && state !== undefined && !hasLabel
  const tone = isShown ? (link ? 'waiting' : state.group) : null
  const word = isShown ? wordOf(messages, connection, state, link) : ''
  const providerName = connection?.providerName ?? messages.list.unnamed
  return useMemo(
    (): TriggerLook => ({ state: tone && { tone, word, providerName }, isDenied, isOpening }),
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
