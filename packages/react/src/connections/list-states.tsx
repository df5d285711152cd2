import type { ConnectError } from '@nectar-connect/client'
import type { ReactNode } from 'react'
import { numberFormat } from '../messages/formats.ts'
import { plural } from '../messages/plural.ts'
import { fill } from '../messages/text.tsx'
import { useSettings } from '../provider/nectar-connect-provider.tsx'
import { LoginChoices } from '../sharing/login-choices.tsx'
import { useSharing } from '../sharing/use-sharing.ts'
import { Button } from '../ui/button.tsx'
import { Actions, Mark } from '../ui/panel.tsx'
import { Reference } from '../ui/reference.tsx'
import { filterRows, type ListFilter, type ListRow } from './list-model.ts'
import { SignInOrRetry } from './sign-in-or-retry.tsx'
import { useConnections } from './use-connections.ts'

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

/** Rows of the height that they will keep. */
export function ListLoading({ title }: { title: string }) {
  const { messages } = useSettings()
  return (
    <ListFrame title={title}>
      <p className="nectar-sr" role="status">
        {messages.list.loading}
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
  const canConnect = state.type === 'success' && state.can.connect
  const lead = canConnect ? words.emptyLead : sharing ? words.emptyAsk : null
  return (
    <ListFrame title={title}>
      <div className="nectar-empty">
        <Mark icon="link" />
        <div className="nectar-empty__words">
          <h4>{words.emptyTitle}</h4>
          {lead !== null && <p className="nectar-lead">{lead}</p>}
        </div>
        <LoginChoices
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
  const found = fill(plural(messages.locale, words.elsewhere, elsewhere.length), { name })
  return (
    <div className="nectar-empty" role="status">
      <div className="nectar-empty__words">
        <h4>{fill(words.noMatchTitle, { query: filter.query.trim() })}</h4>
        <p className="nectar-lead">{first ? found : words.noMatchLead}</p>
      </div>
      <Actions>
        {first && (
          <Button onClick={() => onFilter({ ...filter, group: null })}>
            {fill(words.searchAll, { count: numberFormat(messages.locale).format(rows.length) })}
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
  const { messages } = useSettings()
  const isSignedOut = error.code === 'unauthenticated'
  return (
    <ListFrame title={title}>
      <div className="nectar-empty" role="alert">
        <Mark icon={isSignedOut ? 'door' : 'offline'} />
        <div className="nectar-empty__words">
          <h4>{isSignedOut ? messages.failed.signedOut.title : messages.list.errorTitle}</h4>
          <p className="nectar-lead">{messages.list.errorLead}</p>
        </div>
        <Actions>
          <SignInOrRetry error={error} onRetry={onRetry} />
        </Actions>
        {error.reference && <Reference reference={error.reference} />}
      </div>
    </ListFrame>
  )
}
