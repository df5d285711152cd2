import type { ConnectError } from '@nectar-connect/client'
import { SignInOrRetry } from '../connections/sign-in-or-retry.tsx'
import { useSettings } from '../provider/nectar-connect-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Actions, Mark } from '../ui/panel.tsx'
import { Reference } from '../ui/reference.tsx'

/** Rows of the height that they will keep. */
export function InvitationsLoading() {
  const { messages } = useSettings()
  return (
    <>
      <p className="nectar-sr" role="status">
        {messages.invitations.loading}
      </p>
      <ul className="nectar-rows" aria-hidden="true">
        {[0, 1, 2].map((index) => (
          <li key={index} className="nectar-row">
            <i className="nectar-skeleton" data-nectar-line="avatar" />
            <div className="nectar-who">
              <i className="nectar-skeleton" data-nectar-line="name" />
              <i className="nectar-skeleton" data-nectar-line="detail" />
            </div>
            <div className="nectar-row__state">
              <i className="nectar-skeleton" data-nectar-line="badge" />
              <i className="nectar-skeleton" data-nectar-line="sentence" />
            </div>
            <div className="nectar-row__end">
              <i className="nectar-skeleton" data-nectar-line="time" />
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

/** @param onAsk null where the signed-in user may not. */
export function InvitationsEmpty({ onAsk }: { onAsk: (() => void) | null }) {
  const { messages } = useSettings()
  const words = messages.invitations
  return (
    <div className="nectar-empty">
      <Mark icon="send" />
      <div className="nectar-empty__words">
        <h4>{words.emptyTitle}</h4>
        <p className="nectar-lead">{words.emptyLead}</p>
      </div>
      {onAsk && (
        <Button kind="primary" icon="send" aria-haspopup="dialog" onClick={onAsk}>
          {messages.share.ask}
        </Button>
      )}
    </div>
  )
}

export function InvitationsNoMatch({ onShowAll }: { onShowAll: () => void }) {
  const { messages } = useSettings()
  return (
    <div className="nectar-empty" role="status">
      <h4>{messages.invitations.noMatchTitle}</h4>
      <Button onClick={onShowAll}>{messages.invitations.showAll}</Button>
    </div>
  )
}

export function InvitationsError({ error, onRetry }: { error: ConnectError; onRetry: () => void }) {
  const { messages } = useSettings()
  const isSignedOut = error.code === 'unauthenticated'
  return (
    <div className="nectar-empty" role="alert">
      <Mark icon={isSignedOut ? 'door' : 'offline'} />
      <div className="nectar-empty__words">
        <h4>{isSignedOut ? messages.failed.signedOut.title : messages.invitations.errorTitle}</h4>
        <p className="nectar-lead">{messages.invitations.errorLead}</p>
      </div>
      <Actions>
        <SignInOrRetry error={error} onRetry={onRetry} />
      </Actions>
      {error.reference && <Reference reference={error.reference} />}
    </div>
  )
}
