import { createContext, useCallback, useContext, useMemo, useState } from 'react'

/** What stands around a screen. */
export interface Shell {
  presentation: 'dialog' | 'inline'
  /** Names the dialog or region. */
  titleId: string
  close: () => void
  /** Does what needs a frame: at once where there is room, else after saying that there is not. */
  requireWidth: (action: () => void) => void
  /** Shows what stands behind the dialog until that has settled, or the customer wants the dialog back. */
  stepAside: Aside['stepAside']
}

const ShellContext = createContext<Shell>({
  presentation: 'inline',
  titleId: '',
  close: () => {},
  requireWidth: (action) => action(),
  stepAside: async (until) => void (await until),
})

export const ShellProvider = ShellContext.Provider

export function useDialog(): Shell {
  return useContext(ShellContext)
}

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
