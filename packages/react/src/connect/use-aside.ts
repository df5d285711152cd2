import { useCallback, useMemo, useRef, useState } from 'react'

export interface Aside {
  /** Whether the dialog is out of the way. */
  isAside: boolean
  /** Takes it out of the way until that has settled, or somebody wants it back. @returns fulfils when it is back */
  stepAside: (until: Promise<unknown>) => Promise<void>
  comeBack: () => void
}

/** Lets something of the host's be seen: a modal dialog of ours covers it, and takes its focus. */
export function useAside(): Aside {
  const [isAside, setAside] = useState(false)
  const wish = useRef(() => {})
  const comeBack = useCallback(() => wish.current(), [])
  const stepAside = useCallback(async (until: Promise<unknown>) => {
    const isWanted = new Promise<void>((resolve) => {
      wish.current = resolve
    })
    setAside(true)
    await Promise.race([until, isWanted])
    setAside(false)
  }, [])
  return useMemo(() => ({ isAside, stepAside, comeBack }), [isAside, stepAside, comeBack])
}
