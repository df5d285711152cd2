import { lazy, type ReactNode, Suspense, useState } from 'react'
import { EmbedFailed } from './embed-failed.tsx'
import { type FlowParts, flowLoad, loadFlow, preloadFlow } from './load-flow.ts'

interface Drawing {
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
    const known = flowLoad.get()
    return known.state === 'loaded' ? atOnce(drawingOf(known.parts)) : loadFlow().then(drawingOf, notLoaded)
  })
}

function drawingOf(parts: FlowParts) {
  return { default: ({ children }: Drawing) => children(parts) }
}

function notLoaded() {
  return { default: ({ onRetry }: Drawing) => <EmbedFailed onRetry={onRetry} /> }
}

/** A promise would let the page be drawn once without it, although it is there. */
function atOnce<T>(value: T): Promise<T> {
  // biome-ignore lint/suspicious/noThenProperty: what React's lazy() asks for
  const thenable = { then: (onValue: (value: T) => void) => onValue(value) }
  return thenable as Promise<T>
}

// On a server nobody waits for anything to come near.
if (typeof window === 'undefined') preloadFlow()
