import { useEffect, useSyncExternalStore } from 'react'

/** How the loading of a part stands. Each try begins anew: what failed may be there the next time. */
export type LoadState<Parts> =
  | { state: 'unasked' | 'loading'; parts: null }
  | { state: 'failed'; parts: null; failures: number }
  | { state: 'loaded'; parts: Parts }

/** A part of our code, or of our words, that is loaded when it is wanted. */
export type Load<Parts> = ReturnType<typeof createLoad<Parts>>

/**
 * @param ask asks for it; called again after it has failed
 * @param isDrawnAhead whether a server draws with it, so that the first drawing in a page does, too
 */
export function createLoad<Parts>(ask: () => Promise<Parts>, isDrawnAhead = false) {
  const unasked: LoadState<Parts> = { state: 'unasked', parts: null }
  let current: LoadState<Parts> = unasked
  let loading: Promise<Parts> | null = null
  let failures = 0
  const listeners = new Set<() => void>()

  function set(next: LoadState<Parts>) {
    current = next
    for (const listener of [...listeners]) listener()
  }

  async function run(): Promise<Parts> {
    set({ state: 'loading', parts: null })
    try {
      const parts = await ask()
      set({ state: 'loaded', parts })
      return parts
    } catch (cause) {
      loading = null
      set({ state: 'failed', parts: null, failures: ++failures })
      throw cause
    }
  }

  function subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  /** Loads it, once. Rejects when it cannot be had, such as offline, or after the host's next release. */
  function load(): Promise<Parts> {
    loading ??= run()
    return loading
  }

  /** Loads it ahead of time. That it failed shows when it is wanted. */
  function preload(): void {
    load().catch(() => {})
  }

  return {
    load,
    preload,
    /** Null: not there yet. */
    get: () => current.parts,
    subscribe,
    getState: () => current,
    getServerState: () => (isDrawnAhead ? current : unasked),
  }
}

/** How a part stands; loaded, if it is wanted. */
export function useLoad<Parts>(load: Load<Parts>, isWanted = false): LoadState<Parts> {
  const { preload, subscribe, getState, getServerState } = load
  useEffect(() => {
    if (isWanted) preload()
  }, [preload, isWanted])
  return useSyncExternalStore<LoadState<Parts>>(subscribe, getState, getServerState)
}
