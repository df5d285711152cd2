import { useCallback, useMemo, useState } from 'react'

export interface Aside {
  /** Brings the dialog back; null: it is not out of the way. */
  comeBack: (() => void) | null
  /** Takes it out of the way until that has settled, or somebody wants it back. @returns fulfills when it is back */
  stepAside: (until: Promise<unknown>) => Promise<void>
}

/** Lets something of the host's be seen: a modal dialog of ours covers it, and takes its focus. */
export function useAside(): Aside {
  const [comeBack, setComeBack] = useState<Aside['comeBack']>(null)
  const stepAside = useCallback(async (until: Promise<unknown>) => {
    await Promise.race([until, new Promise<void>((resolve) => setComeBack(() => resolve))])
    setComeBack(null)
  }, [])
  return useMemo(() => ({ comeBack, stepAside }), [comeBack, stepAside])
}
