import type { ConnectError } from '@nectar-connect/client'
import { lazy, type ReactNode, Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { callHost } from '../context/call-host.ts'
import { useButtonSettings } from '../context/nectar-connect-provider.tsx'
import type * as flowParts from '../flow/flow-parts.ts'
import { Button } from '../ui/button.tsx'
import type { Failure } from './guard.tsx'

type FlowParts = typeof flowParts

/** How the loading of the flow stands. Each try begins anew: what failed may be there the next time. */
type FlowLoad =
  | { state: 'unasked' | 'loading' | 'failed'; parts: null }
  | { state: 'loaded'; parts: FlowParts }

const UNASKED: FlowLoad = { state: 'unasked', parts: null }

/** Safari has no idle callbacks: there it waits for so long, in milliseconds. */
const SETTLED_MS = 1_000

let current: FlowLoad = UNASKED
let loading: Promise<FlowParts> | null = null
let failures = 0
const listeners = new Set<() => void>()

function set(next: FlowLoad) {
  current = next
  for (const listener of [...listeners]) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** How the loading of the flow stands. On a server, and in the first moment after it, nothing is loaded. */
export function useFlowLoad(): FlowLoad {
  return useSyncExternalStore<FlowLoad>(
    subscribe,
    () => current,
    () => UNASKED,
  )
}

/** Loads the flow, once. Rejects when it cannot be had, such as offline, or after the host's next release. */
export function loadFlow(): Promise<FlowParts> {
  loading ??= load()
  return loading
}

async function load(): Promise<FlowParts> {
  set({ state: 'loading', parts: null })
  try {
    const parts = await import('../flow/flow-parts.ts')
    set({ state: 'loaded', parts })
    return parts
  } catch (cause) {
    loading = null
    failures++
    set({ state: 'failed', parts: null })
    throw cause
  }
}

/** Loads it ahead of time. That it failed shows when it is wanted. */
export function preloadFlow(): void {
  loadFlow().catch(() => {})
}

/** Loads the flow once the page has nothing else to do, so that it opens without a wait. */
export function usePreloadedFlow(): void {
  useEffect(() => {
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(preloadFlow, SETTLED_MS)
      return () => clearTimeout(timer)
    }
    const idle = requestIdleCallback(preloadFlow)
    return () => cancelIdleCallback(idle)
  }, [])
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

type LazyFlowProps = Pick<FlowProps, 'children'> & { onRetry: () => void }

function createLazyFlow() {
  const drawingOf = (parts: FlowParts) => ({ default: ({ children }: LazyFlowProps) => children(parts) })
  const notLoaded = () => ({ default: ({ onRetry }: LazyFlowProps) => <FlowFailed onRetry={onRetry} /> })
  return lazy(() =>
    current.parts ? atOnce(drawingOf(current.parts)) : loadFlow().then(drawingOf, notLoaded),
  )
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
      {/* Some browsers never ask again for a module that they could not get, until the page is loaded anew. */}
      {failures > 1 && (
        <Button size="sm" onClick={() => location.reload()}>
          {messages.failed.reload}
        </Button>
      )}
    </p>
  )
}

/** Tells the host of a failure of ours. Without the flow, which has the error's class, only the console has it. */
export async function reportFailure(
  failure: Failure,
  onError: ((error: ConnectError) => void) | undefined,
): Promise<void> {
  const parts = await loadFlow().catch(() => null)
  if (parts) await callHost(onError, new parts.ConnectError('internal_error', failure))
}

// On a server nobody waits for anything to come near.
if (typeof window === 'undefined') preloadFlow()
