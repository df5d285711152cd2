import { findNearestName } from '@nectar-connect/contract/wire'
import type { NectarConnectProps } from '../button/nectar-connect.tsx'
import type { NectarConnectProviderProps } from '../context/nectar-connect-provider.tsx'

type Names<Props> = Readonly<Record<keyof Props, true>>

const NECTAR_CONNECT: Names<NectarConnectProps> = {
  appearance: true,
  className: true,
  connectionId: true,
  input: true,
  label: true,
  onExit: true,
  onConnected: true,
  onError: true,
  onEvent: true,
  onExpired: true,
  onShared: true,
  onSubmitted: true,
  prefill: true,
  preload: true,
  presentation: true,
  warningMs: true,
}
const NECTAR_CONNECT_PROVIDER: Names<NectarConnectProviderProps> = {
  app: true,
  appearance: true,
  basePath: true,
  children: true,
  credentials: true,
  fetch: true,
  headers: true,
  messages: true,
  onSignedOut: true,
  queryClient: true,
}
const KNOWN = { NectarConnect: NECTAR_CONNECT, NectarConnectProvider: NECTAR_CONNECT_PROVIDER }

const warned = new Set<string>()

/** Bundlers put a text in its place, and leave out what a production bundle never runs; some pages have no bundler. */
declare const process: { env: { NODE_ENV?: string } }

let check: typeof warnOfUnknownProps = () => {}
try {
  if (process.env.NODE_ENV !== 'production') check = warnOfUnknownProps
} catch {
  // No bundler and no Node: nothing says that this is a developer's page.
}

/** Tells whoever builds the host which props are misspelt. In a production bundle it does nothing. */
export function checkProps(component: keyof typeof KNOWN, props: object): void {
  check(component, props)
}

/** Names the props that do not exist, each once with the one that was probably meant. TypeScript does so by itself. */
function warnOfUnknownProps(component: keyof typeof KNOWN, props: object): void {
  for (const name of Object.keys(props)) {
    // TypeScript takes any name with a hyphen, such as data-testid.
    if (Object.hasOwn(KNOWN[component], name) || name.includes('-')) continue
    const nearest = findNearestName(name, Object.keys(KNOWN[component]))
    const fix = nearest === null ? 'Remove it.' : `Did you mean "${nearest}"?`
    const text = `[nectar-connect] <${component}> has no prop "${name}". ${fix}\n  (Development builds only.)`
    if (warned.has(text)) continue
    warned.add(text)
    console.warn(text)
  }
}
