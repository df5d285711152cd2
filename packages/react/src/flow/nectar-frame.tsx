import {
  ConnectError,
  isOpened,
  type OpenInvitation,
  type Session,
  warnInDevelopment,
} from '@nectar-connect/client'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useFrameHome } from '../context/frame-renderer.tsx'
import { useSettings } from '../context/use-settings.ts'
import { enFlow } from '../i18n/en-flow.ts'
import { lastHostInputAt, trackHostInput } from '../session/host-input.ts'
import type { FrameBinding } from '../session/use-nectar-connect.ts'

/**
 * How long the host's page may be active because of its own input, in milliseconds. Transient activation lasts 5 s in
 * today's browsers; Firefox, whose processes tell each other of it, has been seen to end it up to half a second later.
 */
const ACTIVATION_MS = 6_000
const INTERVAL_MS = 100

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

function Frame({ session, invitation, url }: { session: Session; invitation: OpenInvitation; url: string }) {
  const { messages } = useSettings(enFlow)
  const { Page } = useFrameHome()
  const ref = useRef<HTMLIFrameElement>(null)
  const { id, origin } = invitation

  useEffect(() => {
    const frame = ref.current
    if (!frame) return undefined
    const end = new AbortController()
    const { signal } = end
    const onMessage = (event: MessageEvent) => {
      if (event.source === frame.contentWindow && event.origin === origin) session.checkInvitationNow(id)
    }
    const onViolation = ({ effectiveDirective, blockedURI, disposition }: SecurityPolicyViolationEvent) => {
      const isFrame = /^(frame|child|default)-src/.test(effectiveDirective)
      const isOurs = blockedURI === origin || blockedURI.startsWith(`${origin}/`)
      // A policy that only reports keeps nothing out.
      if (!isFrame || !isOurs || disposition === 'report') return
      const error = new ConnectError('frame_blocked')
      warnInDevelopment({ kind: 'frame_blocked', hostedOrigin: origin, error })
      session.frameFailed(id, error)
    }
    window.addEventListener('message', onMessage, { signal })
    document.addEventListener('securitypolicyviolation', onViolation, { signal })
    const endTouch = detectFrameInteraction(frame, () => session.frameTouched(id))
    return () => {
      end.abort()
      endTouch()
    }
  }, [session, id, origin])

  return <Page frameRef={ref} url={url} title={messages.frame.name} onLoad={() => session.frameLoaded(id)} />
}

/**
 * Tells when the customer first clicks or types in the frame: it has the focus, and the page is active without any
 * input of its own lately. A page that focuses its own field is not touched by that. Where the browser does not tell of
 * activity, the focus counts: rather asked once too often than swapped.
 *
 * @returns ends the watch
 */
export function detectFrameInteraction(frame: HTMLIFrameElement, onTouch: () => void): () => void {
  trackHostInput()
  const timer = setInterval(look, INTERVAL_MS)
  window.addEventListener('blur', look)

  function look() {
    const root = frame.getRootNode() as Document | ShadowRoot
    const isOwnInput = performance.now() - lastHostInputAt() < ACTIVATION_MS
    if (root.activeElement !== frame || isOwnInput || navigator.userActivation?.isActive === false) return
    stop()
    onTouch()
  }

  function stop() {
    clearInterval(timer)
    window.removeEventListener('blur', look)
  }

  return stop
}
