import { ConnectError } from '@nectar-connect/client'
import { createRequestId } from '@nectar-connect/contract/wire'
import { Component, type ReactNode } from 'react'
import { enButton } from '../i18n/en-button.ts'
import type { ButtonMessages } from '../i18n/messages.ts'
import type { NectarConnectCallbacks } from '../session/use-connect-session.ts'
import { keptEvents } from './kept-events.ts'
import { useButtonSettings } from './nectar-connect-provider.tsx'
import { tellHost } from './tell-host.ts'

interface GuardProps extends Pick<NectarConnectCallbacks, 'onError'> {
  children: ReactNode
}

interface GuardState {
  error: ConnectError | null
}

/**
 * Stands around every component that a host uses. A fault in ours is shown in its place, with a reference and a way to
 * try again; the host's page goes on.
 */
export class Guard extends Component<GuardProps, GuardState> {
  override state: GuardState = { error: null }

  static getDerivedStateFromError(cause: unknown): GuardState {
    return { error: new ConnectError('internal_error', { cause, requestId: createRequestId() }) }
  }

  override componentDidCatch() {
    const { error } = this.state
    if (error === null) return
    console.error(`Nectar Connect: a component failed (${error.requestId}).`, error.cause)
    void tellHost(this.props.onError, error)
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    return <Fault error={error} onRetry={() => this.setState({ error: null })} />
  }
}

/** As plain as can be: nothing that may have failed is used again. */
function Fault({ error, onRetry }: { error: ConnectError; onRetry: () => void }) {
  const { messages } = useButtonSettings()
  // The host's words may be what failed.
  const words = isWhole(messages) ? messages : enButton
  return (
    <div
      {...keptEvents}
      data-nectar-root=""
      data-nectar-theme="light"
      lang={words.locale}
      dir={words.direction}
    >
      <p className="nectar-not-loaded" role="alert">
        <span>{words.button.fault}</span> <code dir="ltr">{error.requestId}</code>{' '}
        <button
          type="button"
          className="nectar-btn"
          data-nectar-kind="secondary"
          data-nectar-size="sm"
          onClick={onRetry}
        >
          {words.tryAgain}
        </button>
      </p>
    </div>
  )
}

function isWhole({ button, tryAgain }: Partial<ButtonMessages>): boolean {
  return typeof button?.fault === 'string' && typeof tryAgain === 'string'
}
