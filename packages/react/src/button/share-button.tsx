import type { Prefill } from '@nectar-connect/contract/wire'
import { flow } from '../button/load-flow.tsx'
import type { Appearance } from '../context/appearance.ts'
import { useLoad } from '../context/create-load.ts'
import type { ShareCallbacks } from '../flow/use-share-flow.ts'
import { Guard } from './guard.tsx'

/** Props of `<ShareButton/>`. */
export interface ShareButtonProps extends ShareCallbacks {
  /** Ask for a new sign-in to this connection, instead of a new account. */
  connectionId?: string | undefined
  /** Handed to the host's invitation policy on the server, after the host's schema has accepted it. */
  input?: Record<string, unknown> | undefined
  /** What is filled in on Nectar's page beforehand, where a connection is made; see `UseNectarConnectOptions`. */
  prefill?: Prefill | undefined
  /** The button's words, where the default does not fit. */
  label?: string | undefined
  appearance?: Appearance | undefined
  className?: string | undefined
}

/**
 * Opens the form that sends a colleague a link, without the way through `<NectarConnect/>`. Shows nothing where the
 * signed-in user may not ask, or the server does not offer it.
 *
 * @example <ShareButton label="Ask the landlord" input={{ siteId: 'site-1' }} />
 */
export function ShareButton(props: ShareButtonProps) {
  return (
    <Guard>
      <WhenLoaded {...props} />
    </Guard>
  )
}

/** Whether there is a button at all is known only then. */
function WhenLoaded(props: ShareButtonProps) {
  const { parts } = useLoad(flow, true)
  return parts && <parts.ShareEmbed {...props} />
}
