import type { ConnectPhase } from '@nectar-connect/client'
import { useEffect, useState } from 'react'

/** From when on a page that nobody has seen is thought to be missing, in milliseconds. */
export const UNSEEN_MS = 8_000

/**
 * Whether a page has been in the frame for some seconds without a sign that anybody sees it: a blocker, the network or
 * an error page may stand in its place, and browsers do not tell which.
 */
export function useUnseen(phase: ConnectPhase | null): boolean {
  const isWaiting = phase?.status === 'open' && phase.display !== 'tab' && !phase.viewed
  const waiting = isWaiting ? phase.invitation.id : null
  const [unseen, setUnseen] = useState<string | null>(null)
  useEffect(() => {
    if (waiting === null) return undefined
    const timer = setTimeout(() => setUnseen(waiting), UNSEEN_MS)
    return () => clearTimeout(timer)
  }, [waiting])
  return waiting !== null && unseen === waiting
}
