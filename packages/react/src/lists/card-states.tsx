import type { ConnectError } from '@nectar-connect/client'
import { useSettings } from '../context/use-settings.ts'
import { Reference } from '../ui/reference.tsx'
import { LoadFailure } from './load-failure.tsx'

/** A card of about the height that it will have. */
export function CardLoading() {
  const { messages } = useSettings()
  return (
    <div className="nectar-card">
      <p className="nectar-sr" role="status">
        {messages.card.loading}
      </p>
      <div className="nectar-card__head" aria-hidden="true">
        <i className="nectar-skeleton" data-nectar-line="avatar" />
        <div className="nectar-who">
          <i className="nectar-skeleton" data-nectar-line="name" />
          <i className="nectar-skeleton" data-nectar-line="detail" />
        </div>
      </div>
      <div className="nectar-card__state" aria-hidden="true">
        <i className="nectar-skeleton" data-nectar-line="badge" />
        <i className="nectar-skeleton" data-nectar-line="time" />
      </div>
      <i className="nectar-skeleton" data-nectar-line="sentence" aria-hidden="true" />
      <div className="nectar-card__foot" aria-hidden="true">
        <i className="nectar-skeleton" data-nectar-line="time" />
      </div>
    </div>
  )
}

export function CardError({ error, onRetry }: { error: ConnectError; onRetry: () => void }) {
  const { messages } = useSettings()
  return (
    <div className="nectar-card" role="alert">
      <LoadFailure
        title={messages.card.errorTitle}
        lead={messages.list.errorLead}
        error={error}
        onRetry={onRetry}
      />
      {error.requestId && <Reference reference={error.requestId} />}
    </div>
  )
}

export function CardMissing() {
  const { messages } = useSettings()
  const { title, lead } = messages.failed.notFound
  return (
    <div className="nectar-card" data-nectar-state="missing">
      <div>
        <p>{title}</p>
        <p className="nectar-fine">{lead}</p>
      </div>
    </div>
  )
}
