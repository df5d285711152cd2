import type * as flowParts from '../flow/flow-parts.ts'

export type FlowParts = typeof flowParts

/** How the loading of the flow stands. Each try begins anew: what failed may be there the next time. */
export type FlowLoad = { state: 'unasked' | 'loading' | 'failed' } | { state: 'loaded'; parts: FlowParts }

let failures = 0

let current: FlowLoad = { state: 'unasked' }

const listeners = new Set<() => void>()

export const flowLoad = {
  get: () => current,
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}

function set(next: FlowLoad) {
  current = next
  for (const listener of [...listeners]) listener()
}

let loading: Promise<FlowParts> | null = null

/** Loads the flow, once. Rejects when it cannot be had, such as offline, or after the host's next release. */
export function loadFlow(): Promise<FlowParts> {
  loading ??= load()
  return loading
}

async function load(): Promise<FlowParts> {
  set({ state: 'loading' })
  try {
    const parts = await import('../flow/flow-parts.ts')
    set({ state: 'loaded', parts })
    return parts
  } catch (cause) {
    loading = null
    failures++
    set({ state: 'failed' })
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
