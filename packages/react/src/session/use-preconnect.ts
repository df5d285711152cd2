import { useEffect, useState } from 'react'
import { useFrameHome } from '../context/frame-renderer.tsx'
import { useConnections } from '../data/use-connections.ts'

export interface PreloadTriggers {
  onPointerEnter: () => void
  onFocus: () => void
}

/**
 * For what leads to Nectar's page: when the pointer or the focus comes near, the browser gets ready for its origin, as
 * soon as that is known. Nothing is asked of it yet, and no invitation is created.
 */
export function usePreconnect(): PreloadTriggers {
  const [isNear, setNear] = useState(false)
  usePreconnectWhen(isNear)
  const comeNear = () => setNear(true)
  return { onPointerEnter: comeNear, onFocus: comeNear }
}

/** The same, where somebody else notices that the customer came near. */
export function usePreconnectWhen(isNear: boolean): void {
  const state = useConnections()
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
