import type { Appearance } from '../context/appearance.ts'
import { NectarRoot } from '../context/nectar-root.tsx'
import { checkProps } from '../development/check-props.ts'
import type { UseNectarConnectOptions } from '../session/use-connect-session.ts'
import { ConnectButton } from './connect-button.tsx'
import { Guard } from './guard.tsx'
import { Flow, reportFailure } from './load-flow.tsx'

/** Props of `<NectarConnect/>`. All of them are optional. */
export interface NectarConnectProps extends UseNectarConnectOptions {
  /** `button` opens a dialog; `inline` renders in place. */
  presentation?: 'button' | 'inline' | undefined
  /** The button's words, where the default does not fit. */
  label?: string | undefined
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
  appearance,
  className = '',
  ...options
}: NectarConnectProps) {
  return (
    <NectarRoot appearance={appearance} className={className}>
      <Flow fallback={<InlinePlaceholder />}>{({ InlineEmbed }) => <InlineEmbed options={options} />}</Flow>
    </NectarRoot>
  )
}

/** Where the flow will stand, until it is loaded. */
function InlinePlaceholder() {
  return (
    <section className="nectar-inline-shell" data-nectar-size="intro" aria-busy="true">
      <div className="nectar-panel">
        <span className="nectar-skeleton" data-nectar-line="title" />
        <span className="nectar-skeleton" data-nectar-line="lead" />
      </div>
    </section>
  )
}
