import type { ConnectError } from '@nectar-connect/client'
import type { ReactNode } from 'react'
import { useSettings } from '../context/use-settings.ts'
import { enStatus } from '../i18n/en-status.ts'
import { SignInOrRetry } from '../session/sign-in.tsx'
import type { IconName } from '../ui/icon.tsx'
import { MORE_ICONS } from '../ui/more-icons.ts'
import { Actions, Mark } from '../ui/panel.tsx'
import { Reference } from '../ui/reference.tsx'

interface LoadStateProps {
  look: 'rows' | 'card' | 'history'
  state: { status: 'loading' } | { status: 'error'; error: ConnectError; retry: () => void }
  words: {
    loading: string
    errorTitle: string
    /** What it means for the customer. */
    errorLead?: string
  }
}

/** What stands in place of something that is being read, and of what could not be read: with the way on. */
export function LoadState({ look, state, words }: LoadStateProps) {
  const { messages } = useSettings(enStatus)
  if (state.status === 'loading') {
    return (
      <>
        <p className="nectar-sr" role="status">
          {words.loading}
        </p>
        {SKELETONS[look]}
      </>
    )
  }
  const { error, retry } = state
  const isSignedOut = error.code === 'unauthenticated'
  const title = isSignedOut ? messages.failed.titles.signedOut : words.errorTitle
  const reference = error.requestId && look !== 'history' && <Reference reference={error.requestId} />
  if (look === 'rows') {
    return (
      <EmptyState
        role="alert"
        icon={isSignedOut ? MORE_ICONS.door : MORE_ICONS.offline}
        title={title}
        lead={words.errorLead}
      >
        <Actions>
          <SignInOrRetry error={error} onRetry={retry} />
        </Actions>
        {reference}
      </EmptyState>
    )
  }
  return (
    <div className={look === 'card' ? 'nectar-card' : undefined} role="alert">
      <div className="nectar-failure">
        <div>
          <p>{title}</p>
          {words.errorLead && <p className="nectar-fine">{words.errorLead}</p>}
        </div>
        <SignInOrRetry error={error} onRetry={retry} size="sm" />
      </div>
      {reference}
    </div>
  )
}

interface EmptyStateProps {
  /** Default: nobody is told; it was there from the start. */
  role?: 'alert' | 'status'
  icon?: IconName
  title: string
  lead?: string | null | undefined
  /** The ways on. */
  children: ReactNode
}

/** What stands in place of rows that are not there. */
export function EmptyState({ role, icon, title, lead, children }: EmptyStateProps) {
  return (
    <div className="nectar-empty" role={role}>
      {icon && <Mark icon={icon} />}
      <div className="nectar-empty__words">
        <h4>{title}</h4>
        {lead && <p className="nectar-lead">{lead}</p>}
      </div>
      {children}
    </div>
  )
}

function Line({ of }: { of: string }) {
  return <i className="nectar-skeleton" data-nectar-line={of} />
}

const WHO = (
  <>
    <Line of="avatar" />
    <div className="nectar-who">
      <Line of="name" />
      <Line of="detail" />
    </div>
  </>
)

/** Of about the height that it will have. */
const SKELETONS = {
  rows: (
    <ul className="nectar-rows" aria-hidden="true">
      {[0, 1, 2].map((index) => (
        <li key={index} className="nectar-row">
          {WHO}
          <div className="nectar-row__state">
            <Line of="badge" />
            <Line of="sentence" />
          </div>
          <div className="nectar-row__end">
            <Line of="time" />
          </div>
        </li>
      ))}
    </ul>
  ),
  card: (
    <div className="nectar-card" aria-hidden="true">
      <div className="nectar-card__head">{WHO}</div>
      <div className="nectar-card__state">
        <Line of="badge" />
        <Line of="time" />
      </div>
      <Line of="sentence" />
      <div className="nectar-card__foot">
        <Line of="time" />
      </div>
    </div>
  ),
  history: (
    <ol className="nectar-time" aria-hidden="true">
      {[0, 1, 2].map((index) => (
        <li key={index} className="nectar-event">
          <Line of="dot" />
          <div className="nectar-event__what">
            <Line of="name" />
            <Line of="detail" />
          </div>
        </li>
      ))}
    </ol>
  ),
}
