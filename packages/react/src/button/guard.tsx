import { createRequestId } from '@nectar-connect/contract/wire'
import { Component, type ReactNode } from 'react'
import { Fault } from '../ui/plain.tsx'

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
