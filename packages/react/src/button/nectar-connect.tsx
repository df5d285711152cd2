import type { Appearance } from '../context/appearance.ts'
import { Guard } from '../context/guard.tsx'
import { NectarRoot } from '../context/nectar-root.tsx'
import { checkProps } from '../development/check-props.ts'
import { type UseNectarConnectOptions, useConnectSession } from '../session/use-connect-session.ts'
import { ConnectButton } from './connect-button.tsx'
import { ConnectDialog } from './connect-dialog.tsx'
import { Flow } from './flow.tsx'
import { InlinePlaceholder } from './inline-placeholder.tsx'

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
 * <NectarConnect onClose={({ connections }) => connections.length > 0 && toast('Thanks! We are checking your sign-in.')} />
 * @example
 * <NectarConnect connectionId={connectionId} presentation="inline" />
 */
export function NectarConnect(props: NectarConnectProps) {
  checkProps('NectarConnect', props)
  return (
    <Guard onError={props.onError}>
      <Connect {...props} />
    </Guard>
  )
}

function Connect({
  presentation = 'button',
  label,
  appearance,
  className = '',
  ...options
}: NectarConnectProps) {
  const shown = presentation === 'inline' ? 'inline' : 'dialog'
  const name = `${shown}:${options.connectionId ?? 'new'}`
  const connect = useConnectSession(options, { name, presentation: shown })
  if (presentation === 'inline') {
    return (
      <NectarRoot appearance={appearance} className={className}>
        <Flow fallback={<InlinePlaceholder />}>
          {({ ConnectInline }) => <ConnectInline connect={connect} connectionId={options.connectionId} />}
        </Flow>
      </NectarRoot>
    )
  }
  return (
    <NectarRoot appearance={appearance} className={`nectar-inline ${className}`}>
      <ConnectButton connect={connect} connectionId={options.connectionId} label={label} />
      <ConnectDialog connect={connect} />
    </NectarRoot>
  )
}
