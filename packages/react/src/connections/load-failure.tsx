import type { ConnectError } from '@nectar-connect/client'
import { useSignIn } from '../connect/use-sign-in.ts'
import { fill } from '../messages/text.tsx'
import { useSettings } from '../provider/nectar-connect-provider.tsx'
import { useHostName } from '../provider/use-host-name.ts'
import { Button } from '../ui/button.tsx'

interface LoadFailureProps {
  title: string
  /** What it means, before the way on. */
  lead?: string
  error: ConnectError
  onRetry: () => void
}

/** What could not be read, and the way on: signing in where somebody was signed out, else trying again. */
export function LoadFailure({ title, lead, error, onRetry }: LoadFailureProps) {
  const { messages, host } = useSettings()
  const name = useHostName()
  const signIn = useSignIn(onRetry)
  const isSignedOut = error.code === 'unauthenticated'
  const words = fill(messages.failed.signedOut.signIn, { host: name })
  return (
    <div className="nectar-failure">
      <div>
        <p>{isSignedOut ? messages.failed.signedOut.title : title}</p>
        {lead && <p className="nectar-fine">{lead}</p>}
      </div>
      {isSignedOut && signIn ? (
        <Button size="sm" icon="door" aria-disabled={signIn.isBusy} onClick={signIn.start}>
          {words}
        </Button>
      ) : isSignedOut && host.signInUrl ? (
        <a className="nectar-btn nectar-btn--secondary" data-nectar-size="sm" href={host.signInUrl}>
          {words}
        </a>
      ) : (
        <Button size="sm" icon="refresh" onClick={onRetry}>
          {messages.tryAgain}
        </Button>
      )}
    </div>
  )
}
