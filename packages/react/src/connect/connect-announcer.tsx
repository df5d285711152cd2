import type { Phase } from '@nectar-connect/client'
import { useConnections } from '../connections/use-connections.ts'
import { useSettings } from '../provider/nectar-connect-provider.tsx'
import { submittedStates } from './submitted-state.ts'

/** The one polite live region: says what changes without the focus moving. */
export function ConnectAnnouncer({ phase }: { phase: Phase }) {
  const live = useConnections()
  const { messages } = useSettings()
  return (
    <p className="nectar-sr" role="status">
      {announcement()}
    </p>
  )

  function announcement(): string {
    switch (phase.name) {
      case 'requesting':
        return messages.frame.opening
      case 'expiring':
        return messages.frame.expiringSpoken
      case 'submitted': {
        const states = submittedStates(phase, live.type === 'success' ? live.connections : [], Date.now())
        return states
          .map(({ providerName, state }) => {
            const word = messages.status[state.words].word
            return providerName === null ? word : `${providerName}: ${word}`
          })
          .join('. ')
      }
      default:
        return ''
    }
  }
}
