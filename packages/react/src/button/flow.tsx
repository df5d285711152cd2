import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useButtonSettings } from '../context/nectar-connect-provider.tsx'
import { Button } from '../ui/button.tsx'
import { type FlowParts, getFlowLoad, isReloadNeeded, loadFlow, preloadFlow } from './load-flow.ts'

interface LazyFlowProps {
  children: (parts: FlowParts) => ReactNode
  onRetry: () => void
}

interface FlowProps {
  children: (parts: FlowParts) => ReactNode
  /** Until it is there. */
  fallback?: ReactNode
}

/** Draws a part of the flow, which is loaded for it. When it cannot be had, it says so, and offers to try again. */
export function Flow({ children, fallback = null }: FlowProps) {
  const [LazyFlow, setLazyFlow] = useState(createLazyFlow)
  return (
    <Suspense fallback={fallback}>
      <LazyFlow onRetry={() => setLazyFlow(createLazyFlow)}>{children}</LazyFlow>
    </Suspense>
  )
}

function createLazyFlow() {
  return lazy(() => {
    const { parts } = getFlowLoad()
    return parts ? atOnce(drawingOf(parts)) : loadFlow().then(drawingOf, notLoaded)
  })
}

function drawingOf(parts: FlowParts) {
  return { default: ({ children }: LazyFlowProps) => children(parts) }
}

function notLoaded() {
  return { default: ({ onRetry }: LazyFlowProps) => <FlowFailed onRetry={onRetry} /> }
}

/** A promise would let the page be drawn once without it, although it is there. */
function atOnce<T>(value: T): Promise<T> {
  // biome-ignore lint/suspicious/noThenProperty: what React's lazy() asks for
  const thenable = { then: (onValue: (value: T) => void) => onValue(value) }
  return thenable as Promise<T>
}

/** In place of the flow, when its code could not be had. */
export function FlowFailed({ onRetry }: { onRetry: () => void }) {
  const { messages } = useButtonSettings()
  return (
    <p className="nectar-not-loaded" role="alert">
      <span>{messages.button.notLoaded}</span>{' '}
      <Button size="sm" onClick={onRetry}>
        {messages.tryAgain}
      </Button>{' '}
      {isReloadNeeded() && (
        <Button size="sm" onClick={() => location.reload()}>
          {messages.failed.outdated.reload}
        </Button>
      )}
    </p>
  )
}

// On a server nobody waits for anything to come near.
if (typeof window === 'undefined') preloadFlow()
