import type { ConnectClientOptions } from '@nectar-connect/client'
import type { QueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { checkProps } from '../development/check-props.ts'
import { enButton } from '../i18n/en-button.ts'
import type { ButtonMessages, Messages } from '../i18n/messages.ts'
import type { Appearance } from './appearance.ts'
import { createLoad, type Load, useLoad } from './create-load.ts'
import { shareOnce } from './share-once.ts'
import { useLatest } from './use-latest.ts'

/** What the words of the embed say about the product around it. */
export interface AppInfo {
  /** The product's name as customers know it. Default: the page's host name. */
  name?: string | undefined
  supportEmail?: string | undefined
  supportUrl?: string | undefined
  termsUrl?: string | undefined
  privacyUrl?: string | undefined
  /** Where Nectar explains how it protects sign-ins. */
  securityUrl?: string | undefined
  /** Where somebody who was signed out signs in again. */
  signInUrl?: string | undefined
}

/** How the backend is reached, and where answers are kept. The same object for as long as these are the same. */
export interface ConnectOptions extends ConnectClientOptions {
  queryClient?: QueryClient | undefined
}

interface Settings {
  app: AppInfo
  appearance: Appearance
  onSignedOut: NectarConnectProviderProps['onSignedOut']
}

export interface ConnectContext extends Settings {
  options: ConnectOptions
  /** Undefined: English. */
  messages: Messages | undefined
}

const Context = shareOnce('provider', () =>
  createContext<ConnectContext>({
    options: {},
    app: {},
    appearance: {},
    messages: undefined,
    onSignedOut: undefined,
  }),
)

/** Props of `<NectarConnectProvider/>`. */
export interface NectarConnectProviderProps extends ConnectClientOptions {
  /** Default: as in the provider around it, if there is one. */
  app?: AppInfo | undefined
  /** Default: as in the provider around it, if there is one. */
  appearance?: Appearance | undefined
  /**
   * Every word, and its direction; or what loads them, the same function on each render, so that they are no part of
   * what the page loads at once. Until they are there, the words are English, and the button says its `label`. Default:
   * as in the provider around it, else English.
   *
   * @example
   * const loadGerman = () => import('@nectar-connect/react/locales/de').then(({ de }) => de)
   */
  messages?: Messages | (() => Promise<Messages>) | undefined
  /**
   * Where connections are kept, such as for your devtools or your persistence. The same object on each render. Default:
   * as in the provider around it, else a client that is nobody else's. Your client's default options do not apply.
   */
  queryClient?: QueryClient | undefined
  /**
   * Lets the customer sign in again where the backend answered that nobody is: called when they ask for it, so that it
   * may open a window, or a dialog: ours is out of the way until the promise has settled, or the customer presses its button
   * again. When it is done, the embed goes on where it stopped; when it throws, that is reported, and everything stays as it is.
   */
  onSignedOut?: (() => void | Promise<void>) | undefined
  children: ReactNode
}

/**
 * Settings for every component below it. Optional: without one, everything works with the default base path.
 *
 * @example
 * <NectarConnectProvider app={{ name: 'Plumbline', supportEmail: 'help@plumbline.example' }}>
 *   <NectarConnect />
 * </NectarConnectProvider>
 */
export function NectarConnectProvider(all: NectarConnectProviderProps) {
  checkProps('NectarConnectProvider', all)
  const { children, onSignedOut, ...props } = all
  const around = useContext(Context)
  const {
    app = around.app,
    appearance = around.appearance,
    messages: given = around.messages,
    queryClient = around.options.queryClient,
    ...own
  } = props
  const { basePath, credentials } = own
  const messages = useMessages(given)
  const latest = useLatest(own)
  const options = useMemo<ConnectOptions>(
    () => ({
      basePath,
      credentials,
      queryClient,
      headers: () => latest.current.headers?.() ?? {},
      fetch: (input, init) => (latest.current.fetch ?? globalThis.fetch)(input, init),
    }),
    [basePath, credentials, queryClient, latest],
  )
  const value = useMemo(
    () => ({ options, app, appearance, messages, onSignedOut }),
    [options, app, appearance, messages, onSignedOut],
  )
  return <Context.Provider value={value}>{children}</Context.Provider>
}

type LoadMessages = () => Promise<Messages>

const catalogs = new WeakMap<LoadMessages, Load<Messages>>()
const none: LoadMessages = () => Promise.reject()

function report(cause: unknown): never {
  console.error('Nectar Connect: the words could not be loaded.', cause)
  throw cause
}

/** Words, once they are loaded. */
function useMessages(given: Messages | LoadMessages | undefined): Messages | undefined {
  const isLoaded = typeof given === 'function'
  const ask = isLoaded ? given : none
  const catalog = catalogs.get(ask) ?? createLoad(() => ask().catch(report))
  catalogs.set(ask, catalog)
  const { parts } = useLoad(catalog, isLoaded)
  return isLoaded ? (parts ?? undefined) : given
}

export function useConnectContext(): ConnectContext {
  return useContext(Context)
}

/** Host, looks, and the words that are read before the flow is loaded. */
export function useButtonSettings(): Settings & { messages: ButtonMessages } {
  const { messages = enButton, ...settings } = useContext(Context)
  return { ...settings, messages }
}
