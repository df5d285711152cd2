import type { ConnectError } from '@nectar-connect/client'
import { useEffect, useSyncExternalStore } from 'react'
import { callHost } from '../context/call-host.ts'
import type * as flowParts from '../flow/flow-parts.ts'
import type { Failure } from './guard.tsx'

export type FlowParts = typeof flowParts

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

export function getFlowLoad(): FlowLoad {
  return current
}

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
  return useSyncExternalStore<FlowLoad>(subscribe, getFlowLoad, () => UNASKED)
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

/** Some browsers never ask again for a module that they could not get, until the page is loaded anew. */
export function isReloadNeeded(): boolean {
  return failures > 1
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

/**
 * Tells the host of a failure of ours. The error's class comes with the flow; where that cannot be loaded, the console
 * has all that is known.
 */
export async function reportFailure(
  failure: Failure,
  onError: ((error: ConnectError) => void) | undefined,
): Promise<void> {
  const parts = await loadFlow().catch(() => null)
  if (parts) await callHost(onError, new parts.ConnectError('internal_error', failure))
}
