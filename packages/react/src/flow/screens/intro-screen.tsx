import { normalizeStatus } from '@nectar-connect/contract/wire'
import type { ReactNode } from 'react'
import { useDialog } from '../../context/dialog-context.ts'
import { NECTAR_SECURITY_URL } from '../../context/nectar-connect-provider.tsx'
import { useHostName, useSettings } from '../../context/use-settings.ts'
import { useConnections } from '../../data/use-connections.ts'
import type { ReconnectReason } from '../../i18n/messages.ts'
import { format, Text } from '../../i18n/text.tsx'
import { usePreconnect } from '../../session/nectar-page.ts'
import { WhoHasLogin } from '../../sharing/who-has-login.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { ExternalLink, Mark, Pair, Panel } from '../../ui/panel.tsx'

interface IntroScreenProps {
  onConsent: () => void
  /** Somebody else has the login. */
  onShare: () => void
}

/** Before anything is asked of the backend: who Nectar is, what is collected, what to have ready, how to stop. */
export function IntroScreen({ onConsent, onShare }: IntroScreenProps) {
  const { messages, app } = useSettings()
  const mine = useMine(onConsent)
  const name = useHostName()
  const words = messages.intro
  return (
    <Panel
      mark={<Pair host={name} />}
      title={words.title}
      lead={<Text message={words.lead} values={{ host: name, nectar: <b>Nectar</b> }} />}
    >
      <dl className="nectar-facts">
        <Fact icon="bill" term={words.collectedTerm}>
          {words.collected}
        </Fact>
        <Fact icon="hidden" term={format(words.neverSeesTerm, { host: name })}>
          <span>{words.neverSees}</span>{' '}
          <ExternalLink href={app.securityUrl ?? NECTAR_SECURITY_URL}>{words.protects}</ExternalLink>
        </Fact>
        <Fact icon="ready" term={words.haveReadyTerm}>
          {words.haveReady}
        </Fact>
        <Fact icon="stop" term={words.stopTerm}>
          {app.supportEmail ? (
            <Text
              message={words.stopEmail}
              values={{
                email: (
                  <a className="nectar-link" href={`mailto:${app.supportEmail}`}>
                    {app.supportEmail}
                  </a>
                ),
              }}
            />
          ) : (
            format(words.stopNoEmail, { host: name })
          )}
        </Fact>
      </dl>
      <WhoHasLogin
        question={words.question}
        mine={{ ...mine, label: words.mine }}
        needs="connect"
        twin={messages.share.twin}
        onShare={onShare}
      />
      <Consent />
    </Panel>
  )
}

/** What somebody with the login chooses, but for its label. */
function useMine(onConsent: () => void) {
  const { requireWidth } = useDialog()
  const preconnect = usePreconnect()
  const hint = useSettings().messages.intro.mineHint
  return { icon: 'key', hint, onChoose: () => requireWidth(onConsent), preconnect } as const
}

function Consent() {
  const { messages, app } = useSettings()
  const name = useHostName()
  const { consent, consentLinks, terms, privacy } = messages.intro
  return (
    <p className="nectar-fine">
      <span>{format(consent, { host: name })}</span>
      {app.termsUrl && app.privacyUrl && (
        <>
          {' '}
          <Text
            message={consentLinks}
            values={{
              terms: <Legal href={app.termsUrl}>{terms}</Legal>,
              privacy: <Legal href={app.privacyUrl}>{privacy}</Legal>,
            }}
          />
        </>
      )}
    </p>
  )
}

function Legal({ href, children }: { href: string; children: string }) {
  return (
    <a className="nectar-link" href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}

function Fact({ icon, term, children }: { icon: IconName; term: string; children: ReactNode }) {
  return (
    <div className="nectar-fact">
      <dt>
        <Icon name={icon} size={20} />
        <span>{term}</span>
      </dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The same before a reconnect: why, what to have at hand, and that nothing is lost. */
export function ReconnectIntroScreen({
  connectionId,
  onConsent,
  onShare,
}: IntroScreenProps & { connectionId: string }) {
  const { messages } = useSettings()
  const mine = useMine(onConsent)
  const state = useConnections()
  const connection =
    state.status === 'success' ? state.connections.find(({ id }) => id === connectionId) : undefined
  const words = messages.reconnect
  const status = normalizeStatus(connection?.status ?? '')
  const reason = (Object.hasOwn(words.titles, status) ? status : 'other') as ReconnectReason
  const provider = <b>{connection?.providerName ?? words.thisUtility}</b>
  const isCodes = reason === 'MFA_TOKEN_EXPIRED'
  return (
    <Panel
      mark={<Mark icon="needs-you" tone="needs-you" />}
      title={words.titles[reason]}
      lead={
        <>
          <Text message={words.leads[reason]} values={{ provider }} />{' '}
          {!isCodes && <span>{words.stays}</span>}
        </>
      }
    >
      {isCodes && (
        <dl className="nectar-facts">
          <Fact icon="codes" term={words.codesTerm}>
            {words.codes}
          </Fact>
          <Fact icon="bill" term={words.staysTerm}>
            {words.staysLong}
          </Fact>
        </dl>
      )}
      {reason === 'NEW_PASSWORD_NEEDED' && connection?.providerUrl && (
        <p>
          <ExternalLink href={connection.providerUrl}>
            {format(words.setPasswordAt, { site: new URL(connection.providerUrl).hostname })}
          </ExternalLink>
        </p>
      )}
      <WhoHasLogin
        question={isCodes ? words.codesQuestion : words.question}
        mine={
          isCodes
            ? { ...mine, label: words.codesMine, hint: words.codesMineHint }
            : { ...mine, label: words.mine }
        }
        needs="reconnect"
        twin={isCodes ? messages.share.codesTwin : messages.share.reconnectTwin}
        onShare={onShare}
      />
    </Panel>
  )
}
