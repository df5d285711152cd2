import type { ConnectError } from '@nectar-connect/client'
import type { ReactNode } from 'react'
import { useSignIn } from '../connect/use-sign-in.ts'
import { fill } from '../messages/text.tsx'
import { useSettings } from '../provider/nectar-connect-provider.tsx'
import { useHostName } from '../provider/use-host-name.ts'
import { Button } from '../ui/button.tsx'
import { Choices } from '../ui/choices.tsx'
import { Actions, Mark } from '../ui/panel.tsx'
import { Reference } from '../ui/reference.tsx'

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

/** @param onConnect null where the signed-in user may not. */
export function ListEmpty({ title, onConnect }: { title: string; onConnect: (() => void) | null }) {
  const { messages } = useSettings()
  const words = messages.list
  return (
    <ListFrame title={title}>
      <div className="nectar-empty">
        <Mark icon="link" />
        <div className="nectar-empty__words">
          <h4>{words.emptyTitle}</h4>
          <p className="nectar-lead">{onConnect ? words.emptyLead : messages.failed.notAllowed.lead}</p>
        </div>
        {onConnect && (
          <Choices
            question={messages.intro.question}
            choices={[
              {
                icon: 'key',
                label: words.emptyChoice,
                hint: words.emptyChoiceHint,
                onChoose: onConnect,
              },
            ]}
          />
        )}
      </div>
    </ListFrame>
  )
}

export function ListNoMatch({
  query,
  total,
  onClear,
}: {
  query: string
  total: number
  onClear: () => void
}) {
  const { messages } = useSettings()
  const words = messages.list
  return (
    <div className="nectar-empty" role="status">
      <div className="nectar-empty__words">
        <h4>{fill(words.noMatchTitle, { query: query.trim() })}</h4>
        <p className="nectar-lead">{words.noMatchLead}</p>
      </div>
      <Actions>
        <Button onClick={onClear}>{fill(words.searchAll, { count: total })}</Button>
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
  const { messages, host } = useSettings()
  const name = useHostName()
  const isSignedOut = error.code === 'unauthenticated'
  const signIn = useSignIn(onRetry)
  const words = messages.list
  return (
    <ListFrame title={title}>
      <div className="nectar-empty" role="alert">
        <Mark icon={isSignedOut ? 'door' : 'offline'} />
        <div className="nectar-empty__words">
          <h4>{isSignedOut ? messages.failed.signedOut.title : words.errorTitle}</h4>
          <p className="nectar-lead">{words.errorLead}</p>
        </div>
        <Actions>
          {isSignedOut && signIn ? (
            <Button kind="primary" icon="door" aria-disabled={signIn.isBusy} onClick={signIn.start}>
              {fill(messages.failed.signedOut.signIn, { host: name })}
            </Button>
          ) : isSignedOut && host.signInUrl ? (
            <a className="nectar-btn nectar-btn--primary" href={host.signInUrl}>
              {fill(messages.failed.signedOut.signIn, { host: name })}
            </a>
          ) : (
            <Button icon="refresh" onClick={onRetry}>
              {messages.tryAgain}
            </Button>
          )}
        </Actions>
        {error.reference && <Reference reference={error.reference} />}
      </div>
    </ListFrame>
  )
}
