import { type RefObject, useEffect, useImperativeHandle, useLayoutEffect } from 'react'
import type { TriggerLook } from '../button/trigger.tsx'
import { isIdle } from '../session/is-idle.ts'
import { type UseNectarConnectOptions, useConnectSession } from '../session/use-connect-session.ts'
import { usePreconnectWhen } from '../session/use-preconnect.ts'
import { OpenConnectDialog } from './open-connect-dialog.tsx'
import { useTriggerLook } from './use-trigger-look.ts'

/** What the button can have done. */
export interface EmbedControls {
  open(): void
}

interface ButtonEmbedProps {
  options: UseNectarConnectOptions
  /** The host gave the button its words. */
  hasLabel: boolean
  controls: RefObject<EmbedControls | null>
  /** The pointer or the focus was on the button. */
  isNear: boolean
  /** The button was clicked before this was loaded. */
  isClicked: boolean
  /** That click is made up for. */
  onOpened: () => void
  onLook: (look: TriggerLook) => void
}

/** What stands behind the button: the session, and the dialog while it is open. */
export function ButtonEmbed(props: ButtonEmbedProps) {
  const { options, hasLabel, controls, isNear, isClicked, onOpened, onLook } = props
  const { connectionId } = options
  const connect = useConnectSession(options, {
    name: `dialog:${connectionId ?? 'new'}`,
    presentation: 'dialog',
  })
  usePreconnectWhen(isNear)
  const look = useTriggerLook(connect, { connectionId, hasLabel })
  useLayoutEffect(() => onLook(look), [onLook, look])
  useImperativeHandle(controls, () => ({ open: () => connect.open() }))
  useEffect(() => {
    if (!isClicked) return
    onOpened()
    connect.open()
  }, [isClicked, onOpened, connect])
  if (isIdle(connect.phase) && connect.share.current === null) return null
  return <OpenConnectDialog connect={connect} />
}
