import {
  type ComponentPropsWithoutRef,
  forwardRef,
  useContext,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react'
import type { Appearance } from './appearance.ts'
import { checkRoot } from './check-root.ts'
import { keptEvents } from './kept-events.ts'
import { useButtonSettings } from './nectar-connect-provider.tsx'
import { RootAppearance } from './root-appearance.ts'

interface NectarRootProps extends ComponentPropsWithoutRef<'div'> {
  appearance?: Appearance | undefined
}

/** The element that carries the tokens, and lets no event out. Every visible component stands in one. */
export const NectarRoot = forwardRef<HTMLDivElement, NectarRootProps>(function NectarRoot(
  { appearance: own, ...props },
  forwarded,
) {
  const { appearance: inherited, messages } = useButtonSettings()
  const around = { ...inherited, ...useContext(RootAppearance) }
  const appearance: Appearance = {
    theme: own?.theme ?? around.theme,
    preset: own?.preset ?? around.preset,
    variables: own?.variables ?? around.variables,
  }
  const { theme = 'light', preset = 'soft', variables } = appearance
  const ref = useRef<HTMLDivElement>(null)
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(forwarded, () => ref.current, [])
  useVariables(ref, variables)
  useEffect(() => {
    if (ref.current) checkRoot(ref.current)
  }, [])
  return (
    <RootAppearance.Provider value={appearance}>
      <div
        ref={ref}
        lang={messages.locale}
        dir={messages.direction}
        {...props}
        {...keptEvents}
        data-nectar-root=""
        data-nectar-theme={theme}
        data-nectar-preset={preset}
      />
    </RootAppearance.Provider>
  )
})

function useVariables(ref: { current: HTMLElement | null }, variables: Appearance['variables']) {
  useLayoutEffect(() => {
    const style = ref.current?.style
    if (!style || !variables) return undefined
    for (const [name, value] of Object.entries(variables)) style.setProperty(`--nectar-${name}`, value)
    return () => {
      for (const name of Object.keys(variables)) style.removeProperty(`--nectar-${name}`)
    }
  }, [ref, variables])
}
