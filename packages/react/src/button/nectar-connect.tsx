import { type ComponentType, lazy, Suspense, useState } from 'react'
import { flow } from '../button/load-flow.tsx'
import type { Appearance } from '../context/appearance.ts'
import { NectarRoot } from '../context/nectar-root.tsx'
import { checkProps } from '../development/check-props.ts'
import type { UseNectarConnectOptions } from '../session/use-connect-session.ts'
import { LoadFailed, Skeleton } from '../ui/plain.tsx'
import { ConnectButton } from './connect-button.tsx'
import { Guard } from './guard.tsx'
import { reportFailure } from './load-flow.tsx'

/** Props of `<NectarConnect/>`. All of them are optional. */
export interface NectarConnectProps extends UseNectarConnectOptions {
  /** `button` opens a dialog; `inline` renders in place. */
  presentation?: 'button' | 'inline' | undefined
  /** The button's words, where the default does not fit. */
  label?: string | undefined
  /**
   * Loads what stands behind the button as soon as the page has nothing else to do. Default false: it is loaded when
   * the customer comes near the button.
   */
  preload?: boolean | undefined
  appearance?: Appearance | undefined
  className?: string | undefined
}

/**
 * Connects a utility account, or mends a connection: the whole flow, from the first words to the result.
 *
 * @example
 * <NectarConnect onSubmitted={({ connections }) => track('utility_linked', { count: connections.length })} />
 * @example
 * <NectarConnect onExit={({ connections }) => connections.length > 0 && toast('Thanks! We are checking your sign-in.')} />
 * @example
 * <NectarConnect connectionId={connectionId} presentation="inline" />
 */
export function NectarConnect(props: NectarConnectProps) {
  checkProps('NectarConnect', props)
  return (
    <Guard onFault={(failure) => reportFailure(failure, props.onError)}>
      {props.presentation === 'inline' ? <ConnectInPlace {...props} /> : <ConnectButton {...props} />}
    </Guard>
  )
}

function ConnectInPlace({
  presentation: _,
  label: __,
  preload: ___,
  appearance,
  className = '',
  ...options
}: NectarConnectProps) {
  const create = () => createEmbed(options.connectionId === undefined)
  const [Embed, setEmbed] = useState(create)
  const placeholder = (
    <section className="nectar-inline-shell" data-nectar-size="intro" aria-busy="true">
      <Skeleton />
    </section>
  )
  return (
    <NectarRoot appearance={appearance} className={className}>
      <Suspense fallback={placeholder}>
        <Embed options={options} onRetry={() => setEmbed(create)} />
      </Suspense>
    </NectarRoot>
  )
}

interface EmbedProps {
  options: UseNectarConnectOptions
  onRetry: () => void
}

/** What a server has drawn stays in its place until the flow is loaded. When that cannot be had, it says so. */
function createEmbed(isNew: boolean): ComponentType<EmbedProps> {
  const parts = flow.get()
  // The screen that a reconnect begins with is among what is loaded later.
  if (parts && (isNew || parts.later.get())) return parts.InlineEmbed
  return lazy<ComponentType<EmbedProps>>(async () => {
    try {
      const { InlineEmbed, later } = await flow.load()
      if (!isNew) await later.load()
      return { default: InlineEmbed }
    } catch {
      return { default: ({ onRetry }) => <LoadFailed of={flow} onRetry={onRetry} /> }
    }
  })
}
