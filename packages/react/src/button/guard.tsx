import { createRequestId } from '@nectar-connect/contract/wire'
import { Component, type ReactNode } from 'react'
import { useButtonSettings } from '../context/nectar-connect-provider.tsx'
import { keptEvents } from '../context/nectar-root.tsx'
import { enButton } from '../i18n/en-button.ts'
import type { ButtonMessages } from '../i18n/messages.ts'

interface GuardProps {
  onFault?: (failure: Failure) => void
  children: ReactNode
}

/** What failed, and what to call it by. */
export interface Failure {
  cause: unknown
  requestId: string
}

/** Stands around each public component: a fault in ours is shown in its place, and the host's page goes on. */
export class Guard extends Component<GuardProps, { failure: Failure | null }> {
  override state = { failure: null as Failure | null }

  static getDerivedStateFromError(cause: unknown) {
    return { failure: { cause, requestId: createRequestId() } }
  }

  override componentDidCatch() {
    const { failure } = this.state
    if (failure === null) return
    console.error(`Nectar Connect: a component failed (${failure.requestId}).`, failure.cause)
    this.props.onFault?.(failure)
  }

  override render() {
    const { failure } = this.state
    if (failure === null) return this.props.children
    return <Fault requestId={failure.requestId} onRetry={() => this.setState({ failure: null })} />
  }
}

/** As plain as can be: nothing that may have failed is used again. */
function Fault({ requestId, onRetry }: { requestId: string; onRetry: () => void }) {
  const { messages } = useButtonSettings()
  // The host's words may be what failed.
  const { button, tryAgain }: Partial<ButtonMessages> = messages
  const words = typeof button?.fault === 'string' && typeof tryAgain === 'string' ? messages : enButton
  return (
    <div
      {...keptEvents}
      data-nectar-root=""
      data-nectar-theme="light"
      lang={words.locale}
      dir={words.direction}
    >
      <p className="nectar-not-loaded" role="alert">
        <span>{words.button.fault}</span> <code dir="ltr">{requestId}</code>{' '}
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
