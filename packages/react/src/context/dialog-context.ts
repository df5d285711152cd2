import { createContext, useContext } from 'react'
import type { Aside } from '../session/sign-in.tsx'

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
