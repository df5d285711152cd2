import type { ConnectError } from '@nectar-connect/client'
import type { ReactNode } from 'react'
import { useSettings } from '../context/use-settings.ts'
import { filterRows, type ListFilter, type ListRow } from '../data/list-model.ts'
import { useConnections, useSharing } from '../data/use-connections.ts'
import { format, numberFormat, plural } from '../i18n/text.tsx'
import { SignInOrRetry } from '../session/sign-in-or-retry.tsx'
import { WhoHasLogin } from '../sharing/who-has-login.tsx'
import { Button } from '../ui/button.tsx'
import { Reference } from '../ui/copy-link.tsx'
import { Actions, Mark } from '../ui/panel.tsx'

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

/** Rows of the height that they will keep, and for those who do not see them, what is going on. */
export function RowsLoading({ label }: { label: string }) {
  return (
    <>
      <p className="nectar-sr" role="status">
        {label}
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

interface ListFrameProps {
  title: string
  children: ReactNode
}

function ListFrame({ title, children }: ListFrameProps) {
  return (
    <>
      <header className="nectar-list__top">
        <h3>{title}</h3>
      </header>
      {children}
    </>
  )
}

export function ListLoading({ title }: { title: string }) {
  const { messages } = useSettings()
  return (
    <ListFrame title={title}>
      <RowsLoading label={messages.list.loading} />
    </ListFrame>
  )
}

interface ListEmptyProps {
  title: string
  onConnect: () => void
  /** Somebody else has the login. */
  onShare: () => void
}

/** What the list is for, and the two ways to fill it: each where it is allowed. */
export function ListEmpty({ title, onConnect, onShare }: ListEmptyProps) {
  const { messages } = useSettings()
  const state = useConnections()
  const sharing = useSharing()
  const words = messages.list
  const canConnect = state.status === 'success' && state.permissions.connect
  const lead = canConnect ? words.emptyLead : sharing ? words.emptyAsk : null
  return (
    <ListFrame title={title}>
      <div className="nectar-empty">
        <Mark icon="link" />
        <div className="nectar-empty__words">
          <h4>{words.emptyTitle}</h4>
          {lead !== null && <p className="nectar-lead">{lead}</p>}
        </div>
        <WhoHasLogin
          question={messages.intro.question}
          mine={{
            icon: 'key',
            label: words.emptyChoice,
            hint: words.emptyChoiceHint,
            onChoose: onConnect,
          }}
          needs="connect"
          twin={messages.share.twin}
          onShare={onShare}
        />
      </div>
    </ListFrame>
  )
}

interface ListNoMatchProps {
  rows: readonly ListRow[]
  filter: ListFilter
  onFilter: (filter: ListFilter) => void
}

/** Says where the match is, if there is one outside the filter, and how to get there. */
export function ListNoMatch({ rows, filter, onFilter }: ListNoMatchProps) {
  const { messages } = useSettings()
  const words = messages.list
  const elsewhere = filterRows(rows, { ...filter, group: null })
  const [first] = elsewhere
  const name = first?.connection.providerName ?? words.unnamed
  const found = format(plural(messages.locale, words.elsewhere, elsewhere.length), { name })
  return (
    <div className="nectar-empty" role="status">
      <div className="nectar-empty__words">
        <h4>{format(words.noMatchTitle, { query: filter.query.trim() })}</h4>
        <p className="nectar-lead">{first ? found : words.noMatchLead}</p>
      </div>
      <Actions>
        {first && (
          <Button onClick={() => onFilter({ ...filter, group: null })}>
            {format(words.searchAll, { count: numberFormat(messages.locale).format(rows.length) })}
          </Button>
        )}
        <Button kind={first ? 'quiet' : 'secondary'} onClick={() => onFilter({ ...filter, query: '' })}>
          {words.clearSearch}
        </Button>
      </Actions>
    </div>
  )
}

interface ListErrorProps {
  title: string
  error: ConnectError
  onRetry: () => void
}

export function ListError({ title, error, onRetry }: ListErrorProps) {
  const { errorTitle, errorLead } = useSettings().messages.list
  return (
    <ListFrame title={title}>
      <RowsError title={errorTitle} lead={errorLead} error={error} onRetry={onRetry} />
    </ListFrame>
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
