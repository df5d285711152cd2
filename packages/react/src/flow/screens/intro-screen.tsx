import type { ReactNode } from 'react'
import { useDialog } from '../../context/dialog-context.ts'
import { useHostName, useSettings } from '../../context/use-settings.ts'
import { enFlow } from '../../i18n/en-flow.ts'
import { format, Text } from '../../i18n/text.tsx'
import { usePreconnect } from '../../session/nectar-page.ts'
import { WhoHasLogin } from '../../sharing/who-has-login.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { ExternalLink, Pair, Panel } from '../../ui/panel.tsx'

/** Nectar's own pages: claims about security are Nectar's to make. A host that knows a better page names it. */
const NECTAR_SECURITY_URL = 'https://docs.nectarclimate.com'

export interface IntroScreenProps {
  onConsent: () => void
  /** Somebody else has the login. */
  onShare: () => void
}

/** Before anything is asked of the backend: who Nectar is, what is collected, what to have ready, how to stop. */
export function IntroScreen({ onConsent, onShare }: IntroScreenProps) {
  const { messages, app } = useSettings(enFlow)
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
export function useMine(onConsent: () => void) {
  const { requireWidth } = useDialog()
  const triggers = usePreconnect()
  const hint = useSettings(enFlow).messages.intro.mineHint
  return { icon: 'key', hint, onChoose: () => requireWidth(onConsent), triggers } as const
}

function Consent() {
  const { messages, app } = useSettings(enFlow)
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

export function Fact({ icon, term, children }: { icon: IconName; term: string; children: ReactNode }) {
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
