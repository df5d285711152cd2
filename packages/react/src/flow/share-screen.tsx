import type { SharePhase } from '@nectar-connect/client'
import { normalizeStatus, type SharingPolicy } from '@nectar-connect/contract/wire'
import { useSyncExternalStore } from 'react'
import { useHostName, useSettings } from '../context/use-settings.ts'
import { useConnections, useSharing } from '../data/use-connections.ts'
import { formatUntil } from '../i18n/format-time.ts'
import { format } from '../i18n/text.tsx'
import type { OpenShare } from '../session/use-share-flow.ts'
import { Panel } from '../ui/panel.tsx'
import { BackButton } from './back-button.tsx'
import { LinkedScreen } from './linked-screen.tsx'
import { PreviewScreen } from './preview-screen.tsx'
import { SentScreen } from './sent-screen.tsx'
import { ShareForm } from './share-form.tsx'

interface ShareScreenProps {
  open: OpenShare
  /** To where the person came from; null: there is nothing. */
  onBack: (() => void) | null
}

/** What is allowed to everybody who may ask at all, while it is not known yet. */
const NO_TERMS: SharingPolicy = {
  mail: null,
  allowLinks: false,
  expiresInMs: null,
  allowedDomains: null,
  ownEmail: null,
}

/** Phases that look the same are one screen. */
export function shareScreenName({ status }: SharePhase): 'form' | 'preview' | 'sent' | 'linked' {
  switch (status) {
    case 'previewing':
      return 'preview'
    case 'sent':
    case 'linked':
      return status
    default:
      return 'form'
  }
}

export function useSharePhase({ share }: OpenShare): SharePhase {
  return useSyncExternalStore(share.phase.subscribe, share.phase.get, share.phase.get)
}

const nothing = () => () => {}

/** The name of the screen that is open; null: none is. */
export function useShareScreen(open: OpenShare | null): string | null {
  const phase = open?.share.phase
  const name = () => (phase ? shareScreenName(phase.get()) : null)
  return useSyncExternalStore(phase?.subscribe ?? nothing, name, name)
}

/** The screen of a phase. */
export function ShareScreen({ open, onBack }: ShareScreenProps) {
  const { share, isSelf } = open
  const phase = useSharePhase(open)
  const terms = useSharing() ?? NO_TERMS
  const words = useFormWords(open, terms)
  switch (phase.status) {
    case 'editing':
    case 'sending':
    case 'copying':
    case 'failed':
      return (
        <Panel mark={onBack && <BackButton onBack={onBack} />} title={words.title} lead={words.lead}>
          <ShareForm share={share} phase={phase} terms={terms} />
        </Panel>
      )
    case 'previewing':
      return <PreviewScreen share={share} phase={phase} />
    case 'sent':
      return <SentScreen share={share} phase={phase} mail={terms.mail} isSelf={isSelf} />
    case 'linked':
      return <LinkedScreen share={share} phase={phase} />
    default:
      return phase satisfies never
  }
}

function useFormWords({ share: { intent }, isSelf }: OpenShare, { expiresInMs }: SharingPolicy) {
  const { messages } = useSettings()
  const host = useHostName()
  const state = useConnections()
  const words = messages.share
  const id = intent.kind === 'reconnect' ? intent.connectionId : null
  const connection =
    state.status === 'success' ? state.connections.find((known) => known.id === id) : undefined
  const isCodes = normalizeStatus(connection?.status ?? '') === 'MFA_TOKEN_EXPIRED'
  const provider = connection?.providerName ?? messages.submitted.thisUtility
  const until =
    expiresInMs === null
      ? words.forever
      : format(words.until, { date: formatUntil(messages.locale, Date.now() + expiresInMs, new Date()) })
  if (isSelf) return { title: words.selfTitle, lead: `${words.selfLead} ${until}` }
  const lead = id === null ? words.lead : isCodes ? words.codesLead : words.reconnectLead
  return {
    title: id !== null && isCodes ? words.codesTitle : words.title,
    lead: `${format(lead, { host, provider })} ${until}`,
  }
}
