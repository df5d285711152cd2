import type { ConnectError } from '@nectar-connect/client'
import type { ReactNode } from 'react'
import { useSettings } from '../context/use-settings.ts'
import { filterRows, type ListFilter, type ListRow } from '../data/list-model.ts'
import { useConnections } from '../data/use-connections.ts'
import { useSharing } from '../data/use-sharing.ts'
import { numberFormat } from '../i18n/formats.ts'
import { plural } from '../i18n/plural.ts'
import { format } from '../i18n/text.tsx'
import { WhoHasLogin } from '../sharing/who-has-login.tsx'
import { Button } from '../ui/button.tsx'
import { Actions, Mark } from '../ui/panel.tsx'
import { RowsError } from './rows-error.tsx'
import { RowsLoading } from './rows-loading.tsx'

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
