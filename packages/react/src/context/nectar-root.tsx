import {
  type ComponentPropsWithoutRef,
  createContext,
  type DOMAttributes,
  type SyntheticEvent,
  useContext,
  useLayoutEffect,
  useRef,
  version,
} from 'react'
import { type Appearance, inEachScheme, type TokenName } from './appearance.ts'
import { useButtonSettings } from './nectar-connect-provider.tsx'

interface NectarRootProps extends ComponentPropsWithoutRef<'div'> {
  appearance?: Appearance | undefined
}

/** The element that carries the tokens, and lets no event out. Every visible component stands in one. */
export function NectarRoot({ appearance: own, ...props }: NectarRootProps) {
  const { appearance: inherited, messages } = useButtonSettings()
  const around = { ...inherited, ...useContext(RootAppearance) }
  const appearance: Appearance = {
    theme: own?.theme ?? around.theme,
    preset: own?.preset ?? around.preset,
    variables: own?.variables ?? around.variables,
  }
  const { theme = 'light', preset = 'soft', variables } = appearance
  const ref = useRef<HTMLDivElement>(null)
  useVariables(ref, variables)
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
}

function useVariables(ref: { current: HTMLElement | null }, given: Appearance['variables']) {
  useLayoutEffect(() => {
    const root = ref.current
    if (!root) return undefined
    const variables = given ?? {}
    checkRoot(root, variables)
    const { style } = root
    for (const name in variables) {
      const value = variables[name as TokenName]
      if (value) style.setProperty(`--nectar-${name}`, inEachScheme(value))
    }
    // Only browsers answer: where there is none, such as in tests of the host's, nothing is drawn.
    if (window.CSS?.supports('color', RELATIVE_COLOR) === false) {
      import('./derive-in-script.ts').then(
        (script) => script.deriveInScript(root),
        () => {}, // The colors of the style sheet stay.
      )
    }
    return () => {
      for (const name in variables) style.removeProperty(`--nectar-${name}`)
    }
  }, [ref, given])
}

/** As in styles/derived.css. */
const RELATIVE_COLOR = 'color(from red srgb calc(r + 0.1) g b)'

/** The looks of the component that something stands in, for what belongs to it and stands elsewhere: its dialog. */
export const RootAppearance = createContext<Appearance>({})

/** Bundlers put a text in its place; some pages have no bundler. */
declare const process: { env: { NODE_ENV?: string } }

/** Tells whoever builds the host what is wrong with a root's styles or tokens. In a production bundle it does nothing. */
export function checkRoot(root: HTMLElement, variables?: Appearance['variables']): void {
  try {
    if (process.env.NODE_ENV !== 'production') {
      void import('../development/warn-about-root.ts').then(({ warnAboutRoot }) =>
        warnAboutRoot(root, variables),
      )
    }
  } catch {
    // No bundler and no Node: nothing says that this is a developer's page.
  }
}

/** All that React hands on from a component to those around it, also out of a portal. Of each pair: what begins, what ends. */
const EVENTS =
  `Click DoubleClick AuxClick ContextMenu MouseDown MouseUp MouseMove MouseOver MouseOut PointerDown PointerUp PointerMove PointerOver PointerOut PointerCancel GotPointerCapture LostPointerCapture TouchStart TouchMove TouchEnd TouchCancel Wheel DragStart Drag DragEnd DragEnter DragOver DragLeave Drop KeyDown KeyPress KeyUp Focus Blur Copy Cut Paste CompositionStart CompositionUpdate CompositionEnd BeforeInput Input Change Select Submit Reset Invalid Load Error Close Cancel Toggle AnimationStart AnimationIteration AnimationEnd TransitionEnd${
    // React 18 knows no handler of these, and warns of them.
    Number.parseInt(version, 10) < 19 ? '' : ' TransitionStart TransitionRun TransitionCancel'
  }`.split(' ')

/**
 * For the outermost element of a component: no handler of the host's components hears of what happens inside, such as a
 * row that opens when it is pressed. Only React is told: listeners on the document, which close a menu of the host's,
 * hear of what happens in the page. A modal of the host's that the component stands in hears of the keys by which people
 * leave it and go through it.
 */
export const keptEvents: DOMAttributes<Element> = Object.fromEntries(
  EVENTS.map((name) => [`on${name}`, keep]),
)

function keep(event: SyntheticEvent): void {
  if (!isForModalAround(event)) event.isPropagationStopped = () => true
}

/** Modals of MUI and Ant Design listen for these by React. In our dialog they are for our dialog. */
function isForModalAround({ type, target, nativeEvent }: SyntheticEvent): boolean {
  if (type !== 'keydown' || (target as Element).closest('.nectar-layer')) return false
  return ['Escape', 'Tab'].includes((nativeEvent as KeyboardEvent).key)
}
