import type { ConnectPhase } from '@nectar-connect/client'
import { useEffect, useState } from 'react'
import { useFrameHome } from '../context/frame-renderer.tsx'
import { useKnownConnections } from '../data/use-known-connections.ts'

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

export interface PreloadTriggers {
  onPointerEnter: () => void
  onFocus: () => void
}

/** For what leads to Nectar's page: the browser gets ready for its origin when the customer comes near. */
export function usePreconnect(): PreloadTriggers {
  const [isNear, setNear] = useState(false)
  usePreconnectWhen(isNear)
  const comeNear = () => setNear(true)
  return { onPointerEnter: comeNear, onFocus: comeNear }
}

/** The same, where somebody else notices that the customer came near. */
export function usePreconnectWhen(isNear: boolean): void {
  const state = useKnownConnections()
  const { isOnline } = useFrameHome()
  const origin = isNear && isOnline && state.status === 'success' ? state.hostedOrigin : undefined
  useEffect(() => {
    if (origin !== undefined) preconnect(origin)
  }, [origin])
}

function preconnect(origin: string): void {
  const known = document.head.querySelectorAll<HTMLLinkElement>('link[rel="preconnect"]')
  if ([...known].some(({ href }) => href === `${origin}/`)) return
  const link = document.createElement('link')
  link.rel = 'preconnect'
  link.href = origin
  document.head.append(link)
}
