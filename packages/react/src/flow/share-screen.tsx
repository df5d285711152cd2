import type { ActionPhase, ShareIntent } from '@nectar-connect/client'
import { type ConnectionView, normalizeStatus, type SharingPolicy } from '@nectar-connect/contract/wire'
import { useSyncExternalStore } from 'react'
import { useHostName, useSettings } from '../context/use-settings.ts'
import { useConnections, useSharing } from '../data/use-connections.ts'
import { formatUntil } from '../i18n/format-time.ts'
import type { Messages } from '../i18n/messages.ts'
import { format } from '../i18n/text.tsx'
import type { OpenShare } from '../session/use-share-flow.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { ShareForm } from './share-form.tsx'
import { SharedScreen } from './shared-screen.tsx'

/** What is allowed to everybody who may ask at all, while it is not known yet. */
const NO_POLICY: SharingPolicy = {
  mail: null,
  allowLinks: false,
  expiresInMs: null,
  allowedDomains: null,
  ownName: null,
  ownEmail: null,
}

const nothing = () => () => {}

/** How asking a colleague goes; null: nobody is asked. */
export function useSharePhase(open: OpenShare | null): ActionPhase | null {
  const phase = open?.share.phase
  const read = () => phase?.get() ?? null
  return useSyncExternalStore(phase?.subscribe ?? nothing, read, read)
}

interface ShareScreenProps {
  open: OpenShare
  phase: ActionPhase
  /** To where the person came from; null: there is nothing. */
  onBack: (() => void) | null
}

/** The screen of a phase. */
export function ShareScreen({ open, phase, onBack }: ShareScreenProps) {
  const { messages } = useSettings()
  const { share, isSelf } = open
  const policy = useSharing() ?? NO_POLICY
  const connection = useAskedFor(share.intent)
  const words = useFormWords(open, policy, connection)
  if (phase.status === 'done') {
    return <SharedScreen share={share} phase={phase} mail={policy.mail} isSelf={isSelf} />
  }
  const back = onBack && (
    <Button className="nectar-back" kind="quiet" size="sm" icon="back" onClick={onBack}>
      {messages.share.back}
    </Button>
  )
  return (
    <Panel mark={back} title={words.title} lead={words.lead}>
      <ShareForm
        share={share}
        phase={phase}
        policy={policy}
        providerName={connection?.providerName ?? null}
      />
    </Panel>
  )
}

/** The connection to be mended; undefined: a new one, or it is not known. */
function useAskedFor(intent: ShareIntent): ConnectionView | undefined {
  const state = useConnections()
  if (intent.kind !== 'reconnect' || state.status !== 'success') return undefined
  return state.connections.find(({ id }) => id === intent.connectionId)
}

function useFormWords(
  { share: { intent }, isSelf }: OpenShare,
  { expiresInMs }: SharingPolicy,
  connection: ConnectionView | undefined,
) {
  const { messages } = useSettings()
  const host = useHostName()
  const words = messages.share
  const isCodes = normalizeStatus(connection?.status ?? '') === 'MFA_TOKEN_EXPIRED'
  const provider = connection?.providerName ?? messages.submitted.thisUtility
  const until =
    expiresInMs === null
      ? words.forever
      : format(words.until, { date: formatUntil(messages.locale, Date.now() + expiresInMs, new Date()) })
  if (isSelf) return { title: words.selfTitle, lead: `${words.selfLead} ${until}` }
  const lead = intent.kind === 'contributor' ? words.lead : isCodes ? words.codesLead : words.reconnectLead
  return {
    title: isCodes ? words.codesTitle : words.title,
    lead: `${format(lead, { host, provider })} ${until}`,
  }
}

/** What the polite live region says while a colleague is asked: a new screen speaks for itself. */
export function shareAnnouncement(messages: Messages, phase: ActionPhase): string {
  if (phase.status === 'working') return phase.by === 'mail' ? messages.sending : messages.share.copying
  return phase.status === 'done' && phase.copy?.state === 'copied' ? messages.copied : ''
}
