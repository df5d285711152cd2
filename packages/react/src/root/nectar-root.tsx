import { hint } from '@nectar-connect/client'
import {
  type ComponentPropsWithoutRef,
  forwardRef,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react'
import type { Appearance } from '../provider/appearance.ts'
import { useFirstSettings } from '../provider/nectar-connect-provider.tsx'

interface NectarRootProps extends ComponentPropsWithoutRef<'div'> {
  appearance?: Appearance | undefined
}

/** The element that carries the tokens. Every visible component stands in one. */
export const NectarRoot = forwardRef<HTMLDivElement, NectarRootProps>(function NectarRoot(
  { appearance: own, ...props },
  forwarded,
) {
  const { appearance: inherited, messages } = useFirstSettings()
  const { theme = 'light', preset = 'calm', variables } = { ...inherited, ...own }
  const ref = useRef<HTMLDivElement>(null)
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(forwarded, () => ref.current, [])
  useVariables(ref, variables)
  useEffect(() => {
    if (ref.current) hint({ kind: 'shown', root: ref.current })
  }, [])
  return (
    <div
      ref={ref}
      lang={messages.locale}
      dir={messages.direction}
      {...props}
      data-nectar-root=""
      data-nectar-theme={theme}
      data-nectar-preset={preset}
    />
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
