import type { NectarConnectProps } from '../button/nectar-connect.tsx'
import type { NectarConnectProviderProps } from '../context/nectar-connect-provider.tsx'
import { warnOfUnknown } from './warn-of-unknown.ts'

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

/** Bundlers put a text in its place, and leave out what a production bundle never runs; some pages have no bundler. */
declare const process: { env: { NODE_ENV?: string } }

let check: (component: keyof typeof KNOWN, props: { messages?: unknown }) => void = () => {}
try {
  if (process.env.NODE_ENV !== 'production') {
    check = (component, props) => {
      warnOfUnknownProps(component, props)
      // In here: bundlers follow an import() of any function that stands outside of this block.
      if (props.messages) void import('./check-messages.ts').then((it) => it.checkMessages(props.messages))
    }
  }
} catch {
  // No bundler and no Node: nothing says that this is a developer's page.
}

/** Tells whoever builds the host which props and words are misspelt. In a production bundle it does nothing. */
export function checkProps(component: keyof typeof KNOWN, props: object): void {
  check(component, props)
}

/** TypeScript does so by itself. */
function warnOfUnknownProps(component: keyof typeof KNOWN, props: object): void {
  for (const name of Object.keys(props)) {
    // TypeScript takes any name with a hyphen, such as data-testid.
    if (Object.hasOwn(KNOWN[component], name) || name.includes('-')) continue
    warnOfUnknown(`<${component}> has no prop`, name, Object.keys(KNOWN[component]))
  }
}
