import { forwardRef } from 'react'
import { useSettings } from '../context/use-settings.ts'
import type { OpenShare } from '../session/use-share-flow.ts'
import { useSharePhase } from './share-screen.tsx'

/** The polite live region while a colleague is asked: a new screen speaks for itself. */
export const ShareAnnouncer = forwardRef<HTMLParagraphElement, { open: OpenShare }>(function ShareAnnouncer(
  { open },
  ref,
) {
  const { messages } = useSettings()
  const phase = useSharePhase(open)
  return (
    <p ref={ref} className="nectar-sr" role="status">
      {announcement()}
    </p>
  )

  function announcement(): string {
    if (phase.status === 'sending') return messages.share.sending
    if (phase.status === 'copying') return messages.share.copying
    return phase.status === 'linked' && phase.copy === 'copied' ? messages.copied : ''
  }
})
