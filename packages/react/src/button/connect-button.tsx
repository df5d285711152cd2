import { type ConnectionView, getInvitationStage, type InvitationView } from '@nectar-connect/contract/wire'
import { useSyncExternalStore } from 'react'
import { useButtonSettings, useEnvironment } from '../context/nectar-connect-provider.tsx'
import { reconnectAction } from '../data/reconnect-action.ts'
import { connectionState, type StatusState } from '../data/status-state.ts'
import { statusWord } from '../data/status-word.ts'
import { useConnections } from '../data/use-connections.ts'
import { useSharing } from '../data/use-sharing.ts'
import { useWaitingLinks } from '../data/use-waiting-links.ts'
import type { ButtonMessages } from '../i18n/messages.ts'
import { isIdle } from '../session/is-idle.ts'
import type { ConnectSession } from '../session/use-connect-session.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { flowLoad } from './load-flow.ts'
import { useFlowPreload } from './use-flow-preload.ts'

interface ConnectButtonProps {
  connect: ConnectSession
  connectionId: string | undefined
  label: string | undefined
}

/** The button that opens the flow. For a connection that is known, it wears that connection's state. */
export function ConnectButton({ connect, connectionId, label }: ConnectButtonProps) {
  const { messages } = useButtonSettings()
  const live = useConnections()
  const known = live.status === 'success' ? live : null
  const connection = known?.connections.find(({ id }) => id === connectionId)
  const sharing = useSharing()
  const mayConnect =
    known === null || (connectionId === undefined ? known.permissions.connect : known.permissions.reconnect)
  // Somebody without the login may still know who has it.
  const isDenied = !mayConnect && sharing === null
  const isOpening = useIsOpening(connect)
  const open = () => {
    if (!isDenied) connect.open()
  }
  const state = useStateOf(connection)
  const links = useWaitingLinks(state?.reconnectHelps ?? false)
  const preload = useFlowPreload()

  if (connection && state && label === undefined) {
    const link = links.get(connection.id)
    const tone = link ? 'waiting' : state.group
    return (
      <button
        type="button"
        className="nectar-trigger"
        data-nectar-tone={tone}
        aria-haspopup="dialog"
        aria-disabled={isDenied}
        {...preload}
        onClick={open}
      >
        <Icon name={tone} />
        <b>{wordOf(messages, connection, state, link)}</b>
        <small>{connection.providerName ?? messages.list.unnamed}</small>
        <Icon name="chevron" />
      </button>
    )
  }
  return (
    <Button
      kind={isDenied ? 'secondary' : 'primary'}
      icon={isOpening ? 'spinner' : 'link'}
      aria-busy={isOpening}
      aria-haspopup="dialog"
      aria-disabled={isDenied}
      title={isDenied ? messages.failed.notAllowed.lead : undefined}
      {...preload}
      onClick={open}
    >
      {isOpening ? messages.button.opening : (label ?? messages.button.connect)}
    </Button>
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

/** Under way, with nothing on screen yet. */
function useIsOpening({ phase, share }: ConnectSession): boolean {
  const { state } = useSyncExternalStore(flowLoad.subscribe, flowLoad.get, flowLoad.get)
  const isOpen = !isIdle(phase) || share.current !== null
  return phase.status === 'requesting' || (isOpen && state === 'loading')
}

function useStateOf(connection: Parameters<typeof connectionState>[0] | undefined) {
  const { pendingChecks } = useEnvironment()
  const all = useSyncExternalStore(pendingChecks.subscribe, pendingChecks.get, pendingChecks.get)
  return connection && connectionState(connection, all.get(connection.id), Date.now())
}
