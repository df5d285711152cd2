import type { ConnectError } from '@nectar-connect/client'
import { useSettings } from '../context/use-settings.ts'
import { SignInOrRetry } from '../session/sign-in.tsx'
import { Actions, Mark } from '../ui/panel.tsx'
import { Reference } from '../ui/reference.tsx'

interface RowsErrorProps {
  title: string
  /** What it means for the customer. */
  lead: string
  error: ConnectError
  onRetry: () => void
}

/** A list that could not be read, and the way on. */
export function RowsError({ title, lead, error, onRetry }: RowsErrorProps) {
  const { messages } = useSettings()
  const isSignedOut = error.code === 'unauthenticated'
  return (
    <div className="nectar-empty" role="alert">
      <Mark icon={isSignedOut ? 'door' : 'offline'} />
      <div className="nectar-empty__words">
        <h4>{isSignedOut ? messages.failed.signedOut.title : title}</h4>
        <p className="nectar-lead">{lead}</p>
      </div>
      <Actions>
        <SignInOrRetry error={error} onRetry={onRetry} />
      </Actions>
      {error.requestId && <Reference reference={error.requestId} />}
    </div>
  )
}
