import { createContext, useContext } from 'react'

/** What stands around a screen. */
export interface Shell {
  presentation: 'dialog' | 'inline'
  /** Names the dialog or region. */
  titleId: string
  close: () => void
  /** Does what needs a frame: at once where there is room, else after saying that there is not. */
  whenWide: (action: () => void) => void
  /** Shows what stands behind the dialog until that has settled. */
  stepAside: (until: Promise<unknown>) => void
}

const ShellContext = createContext<Shell>({
  presentation: 'inline',
  titleId: '',
  close: () => {},
  whenWide: (action) => action(),
  stepAside: () => {},
})

export const ShellProvider = ShellContext.Provider

export function useShell(): Shell {
  return useContext(ShellContext)
}
