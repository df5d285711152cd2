import type { ActionPhase, ShareIntent } from '@nectar-connect/client'
import { type ConnectionView, normalizeStatus, type SharingPolicy } from '@nectar-connect/contract/wire'
import { useHostName, useSettings } from '../context/use-settings.ts'
import { useKnownConnections, useSharing } from '../data/use-known-connections.ts'
import { enLater } from '../i18n/en-later.ts'
import { formatUntil } from '../i18n/format-time.ts'
import { format } from '../i18n/text.tsx'
import { Button } from '../ui/button.tsx'
import { MORE_ICONS } from '../ui/more-icons.ts'
import { Panel } from '../ui/panel.tsx'
import type { OpenShare } from './begin-share.ts'
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

interface ShareScreenProps {
  open: OpenShare
  phase: ActionPhase
  /** To where the person came from; null: there is nothing. */
  onBack: (() => void) | null
}

/** The screen of a phase. */
export function ShareScreen({ open, phase, onBack }: ShareScreenProps) {
  const { messages } = useSettings(enLater)
  const { share, isSelf } = open
  const policy = useSharing() ?? NO_POLICY
  const connection = useAskedFor(share.intent)
  const words = useFormWords(open, policy, connection)
  if (phase.status === 'done') {
    return <SharedScreen share={share} phase={phase} mail={policy.mail} isSelf={isSelf} />
  }
  const back = onBack && (
    <Button className="nectar-back" kind="quiet" size="sm" icon={MORE_ICONS.back} onClick={onBack}>
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
  const state = useKnownConnections()
  if (intent.kind !== 'reconnect' || state.status !== 'success') return undefined
  return state.connections.find(({ id }) => id === intent.connectionId)
}

function useFormWords(
  { share: { intent }, isSelf }: OpenShare,
  { expiresInMs }: SharingPolicy,
  connection: ConnectionView | undefined,
) {
  const { messages } = useSettings(enLater)
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
export function ShareAnnouncement({ phase }: { phase: ActionPhase }) {
  const { messages } = useSettings(enLater)
  const isCopied = phase.status === 'done' && phase.copy?.state === 'copied'
  const working =
    phase.status === 'working' && phase.by === 'mail' ? messages.sending : messages.share.copying
  return <span>{phase.status === 'working' ? working : isCopied && messages.copied}</span>
}
