import { useSyncExternalStore } from 'react'

/** What the browser thinks of its network. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    subscribeToNetwork,
    () => navigator.onLine,
    () => true,
  )
}

function subscribeToNetwork(listener: () => void): () => void {
  const end = new AbortController()
  for (const type of ['online', 'offline']) window.addEventListener(type, listener, { signal: end.signal })
  return () => end.abort()
}
