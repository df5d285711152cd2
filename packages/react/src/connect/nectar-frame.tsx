import { ConnectError, type OpenInvitation, type Session } from '@nectar-connect/client'
import { useEffect, useRef } from 'react'
import { useSettings } from '../provider/nectar-connect-provider.tsx'
import { watchTouch } from './watch-touch.ts'

/** Everything that Nectar's page needs, and no way to navigate the page around it. */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox'

interface NectarFrameProps {
  session: Session
  invitation: OpenInvitation
}

/**
 * Nectar's page. A new invitation mounts a new element: changing `src` would add to the history. What a frame says
 * proves nothing, so its messages only make the session look sooner.
 */
export function NectarFrame({ session, invitation }: NectarFrameProps) {
  return <Frame key={invitation.id} session={session} invitation={invitation} />
}

function Frame({ session, invitation }: NectarFrameProps) {
  const { messages } = useSettings()
  const ref = useRef<HTMLIFrameElement>(null)
  const { id, url, origin } = invitation

  useEffect(() => {
    const frame = ref.current
    if (!frame) return undefined
    const end = new AbortController()
    const { signal } = end
    window.addEventListener(
      'message',
      (event) => {
        if (event.source === frame.contentWindow && event.origin === origin) session.hint(id)
      },
      { signal },
    )
    document.addEventListener(
      'securitypolicyviolation',
      (event) => {
        const isFrame = /^(frame|child|default)-src/.test(event.effectiveDirective)
        if (isFrame && isSameOrigin(event.blockedURI, origin)) {
          session.frameFailed(id, new ConnectError('frame_blocked'))
        }
      },
      { signal },
    )
    const endTouch = watchTouch(frame, () => session.frameTouched(id))
    return () => {
      end.abort()
      endTouch()
    }
  }, [session, id, origin])

  return (
    <iframe
      ref={ref}
      className="nectar-frame__page"
      src={url}
      title={messages.frame.name}
      sandbox={SANDBOX}
      referrerPolicy="no-referrer"
      onLoad={() => session.frameLoaded(id)}
    />
  )
}

function isSameOrigin(uri: string, origin: string): boolean {
  return uri === origin || uri.startsWith(`${origin}/`)
}
