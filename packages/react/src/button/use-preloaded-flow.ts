import { useEffect } from 'react'
import { preloadFlow } from './load-flow.ts'

/** Safari has no idle callbacks: there it waits for so long, in milliseconds. */
const SETTLED_MS = 1_000

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
