import { preloadFlow } from '../button/load-flow.tsx'
import { type PreloadTriggers, usePreconnect } from '../session/nectar-page.ts'

/** For what opens the flow: when the pointer or the focus comes near, its code is loaded, too. */
export function useFlowPreload(): PreloadTriggers {
  const { onPointerEnter: preconnect } = usePreconnect()
  const prepare = () => {
    preloadFlow()
    preconnect()
  }
  return { onPointerEnter: prepare, onFocus: prepare }
}
