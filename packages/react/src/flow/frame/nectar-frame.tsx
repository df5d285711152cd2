import {
  ConnectError,
  isOpened,
  type OpenInvitation,
  type Session,
  warnInDevelopment,
} from '@nectar-connect/client'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useFrameHome } from '../../context/frame-renderer.tsx'
import { useSettings } from '../../context/use-settings.ts'
import type { FrameBinding } from '../../session/use-nectar-connect.ts'
import { detectFrameInteraction } from './detect-frame-interaction.ts'

interface NectarFrameProps {
  connect: { readonly frame: FrameBinding }
}

/**
 * Nectar's page, for as long as the session shows one in a frame; else nothing. Give it a size: Nectar's page wants to
 * be 720 px wide.
 *
 * A new invitation mounts a new element: changing `src` would add to the history. What a frame says proves nothing, so
 * its messages only make the session look sooner.
 *
 * @example
 * function LinkUtility() {
 *   const connect = useNectarConnect()
 *   return connect.phase.status === 'open' ? <NectarFrame connect={connect} /> : null
 * }
 */
export function NectarFrame({ connect: { frame } }: NectarFrameProps) {
  return <SessionFrame session={frame.session} />
}

/** The same for our own screens. */
export function SessionFrame({ session }: { session: Session }) {
  const phase = useSyncExternalStore(session.phase.subscribe, session.phase.get, session.phase.get)
  if (!isOpened(phase) || phase.display === 'tab') return null
  const { invitation } = phase
  const url = session.getPageUrl(invitation.id)
  if (url === null) return null
  return <Frame key={invitation.id} session={session} invitation={invitation} url={url} />
}

interface FrameProps {
  session: Session
  invitation: OpenInvitation
  url: string
}

function Frame({ session, invitation, url }: FrameProps) {
  const { messages } = useSettings()
  const { Page } = useFrameHome()
  const ref = useRef<HTMLIFrameElement>(null)
  const { id, origin } = invitation

  useEffect(() => {
    const frame = ref.current
    if (!frame) return undefined
    const end = new AbortController()
    const { signal } = end
    window.addEventListener(
      'message',
      (event) => {
        if (event.source === frame.contentWindow && event.origin === origin) session.checkInvitationNow(id)
      },
      { signal },
    )
    document.addEventListener(
      'securitypolicyviolation',
      (event) => {
        const isFrame = /^(frame|child|default)-src/.test(event.effectiveDirective)
        // A policy that only reports keeps nothing out.
        const isEnforced = event.disposition !== 'report'
        if (isFrame && isEnforced && isSameOrigin(event.blockedURI, origin)) {
          const error = new ConnectError('frame_blocked')
          warnInDevelopment({ kind: 'frame_blocked', hostedOrigin: origin, error })
          session.frameFailed(id, error)
        }
      },
      { signal },
    )
    const endTouch = detectFrameInteraction(frame, () => session.frameTouched(id))
    return () => {
      end.abort()
      endTouch()
    }
  }, [session, id, origin])

  return <Page frameRef={ref} url={url} title={messages.frame.name} onLoad={() => session.frameLoaded(id)} />
}

function isSameOrigin(uri: string, origin: string): boolean {
  return uri === origin || uri.startsWith(`${origin}/`)
}
