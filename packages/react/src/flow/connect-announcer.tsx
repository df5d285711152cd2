import { type ConnectPhase, isOpened } from '@nectar-connect/client'
import { forwardRef } from 'react'
import { useSettings } from '../context/use-settings.ts'
import { useConnections } from '../data/use-connections.ts'
import { useOnline, useUnseen } from '../session/nectar-page.ts'
import { submittedStates } from '../session/submissions.ts'

/** The one polite live region: says what changes without the focus moving. */
export const ConnectAnnouncer = forwardRef<HTMLParagraphElement, { phase: ConnectPhase }>(
  function ConnectAnnouncer({ phase }, ref) {
    const isOnline = useOnline()
    const isUnseen = useUnseen(phase)
    const live = useConnections()
    const { messages } = useSettings()
    return (
      <p ref={ref} className="nectar-sr" role="status">
        {announcement()}
      </p>
    )

    function announcement(): string {
      if (!isOnline && isOpened(phase)) return messages.frame.offline
      switch (phase.status) {
        case 'requesting':
          return messages.frame.opening
        case 'open':
          return isUnseen ? messages.frame.unseen : ''
        case 'expiring':
          return messages.frame.expiringSpoken
        case 'submitted': {
          const states = submittedStates(phase, live.status === 'success' ? live.connections : [], Date.now())
          return states
            .map(({ providerName, state }) => {
              const word = messages.status[state.words].word
              return providerName === null ? word : `${providerName}: ${word}`
            })
            .join('. ')
        }
        case 'expired':
          return phase.cause === 'time' ? messages.expired.title : messages.expired.interruptedTitle
        default:
          return ''
      }
    }
  },
)
