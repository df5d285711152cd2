import { type ComponentProps, type ReactNode, useLayoutEffect, useMemo, useState } from 'react'
import type { TriggerLook } from '../button/connect-button.tsx'
import { useLoad } from '../context/create-load.ts'
import { useSettings } from '../context/use-settings.ts'
import { useKnownConnections, useSharing } from '../data/use-known-connections.ts'
import { later } from '../flow/later.ts'
import { enFlow } from '../i18n/en-flow.ts'
import { Icon } from '../ui/icon.tsx'
import { type DialogEmbed, FlowDialog, useDialogSession } from './dialog-embed.tsx'

interface ButtonEmbedProps extends ComponentProps<typeof DialogEmbed> {
  /** The host gave the button its words. */
  hasLabel: boolean
  onLook: (look: TriggerLook) => void
}

/** The state of a connection, as a button wears it. */
export type WornState = Pick<TriggerLook, 'tone'> & { content: ReactNode }

/** What stands behind the button, and how that looks. */
export function ButtonEmbed({ hasLabel, onLook, ...props }: ButtonEmbedProps) {
  const { connectionId } = props.options
  const wearsState = connectionId !== undefined && !hasLabel
  const connect = useDialogSession(props)
  const [state, setState] = useState<WornState | null>(null)
  const look = useLook(connect.phase.status === 'requesting', connectionId, wearsState ? state : null)
  useLayoutEffect(() => onLook(look), [onLook, look])
  const { parts } = useLoad(later, wearsState)
  return (
    <>
      {wearsState && parts && <parts.ConnectionState connectionId={connectionId} onState={setState} />}
      <FlowDialog connect={connect} />
    </>
  )
}

function useLook(isOpening: boolean, connectionId: string | undefined, state: WornState | null) {
  const { messages } = useSettings(enFlow)
  const live = useKnownConnections()
  const sharing = useSharing()
  const { opening } = messages.button
  const { notAllowed } = messages.failed.leads
  const mayConnect =
    live.status !== 'success' || live.permissions[connectionId === undefined ? 'connect' : 'reconnect']
  // Somebody without the login may still know who has it.
  const isDenied = !mayConnect && sharing === null
  return useMemo((): TriggerLook => {
    if (state) return { ...state, isDenied, isBusy: false }
    const content = isOpening && (
      <>
        <Icon name="spinner" />
        <span>{opening}</span>
      </>
    )
    return {
      content: content || null,
      tone: null,
      isDenied,
      isBusy: isOpening,
      title: isDenied ? notAllowed : undefined,
    }
  }, [state, isDenied, isOpening, opening, notAllowed])
}
