import type { ConnectError } from '@nectar-connect/client'
import { useSettings } from '../context/use-settings.ts'
import { SignInOrRetry } from '../session/sign-in.tsx'

interface LoadFailureProps {
  title: string
  /** What it means, before the way on. */
  lead?: string
  error: ConnectError
  onRetry: () => void
}

/** What could not be read, in a line or two, and the way on. */
export function LoadFailure({ title, lead, error, onRetry }: LoadFailureProps) {
  const { messages } = useSettings()
  const isSignedOut = error.code === 'unauthenticated'
  return (
    <div className="nectar-failure">
      <div>
        <p>{isSignedOut ? messages.failed.signedOut.title : title}</p>
        {lead && <p className="nectar-fine">{lead}</p>}
      </div>
      <SignInOrRetry error={error} onRetry={onRetry} size="sm" />
    </div>
  )
}
