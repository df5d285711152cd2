import { useFrameHome } from '../context/frame-renderer.ts'
import { useConnections } from '../data/use-connections.ts'

export interface PreloadTriggers {
  onPointerEnter: () => void
  onFocus: () => void
}

/**
 * For what leads to Nectar's page: when the pointer or the focus comes near, the browser gets ready for its origin.
 * Nothing is asked of it yet, and no invitation is created.
 */
export function usePreconnect(): PreloadTriggers {
  const state = useConnections()
  const { isOnline } = useFrameHome()
  const origin = isOnline && state.status === 'success' ? state.hostedOrigin : undefined
  const prepare = () => {
    if (origin !== undefined) preconnect(origin)
  }
  return { onPointerEnter: prepare, onFocus: prepare }
}

function preconnect(origin: string): void {
  const known = document.head.querySelectorAll<HTMLLinkElement>('link[rel="preconnect"]')
  if ([...known].some(({ href }) => href === `${origin}/`)) return
  const link = document.createElement('link')
  link.rel = 'preconnect'
  link.href = origin
  document.head.append(link)
}
