import { normalizeStatus } from '@nectar-connect/contract/wire'
import { useSettings } from '../../context/use-settings.ts'
import { useKnownConnections } from '../../data/use-known-connections.ts'
import { enLater } from '../../i18n/en-later.ts'
import type { ReconnectReason } from '../../i18n/messages.ts'
import { format, Text } from '../../i18n/text.tsx'
import { WhoHasLogin } from '../../sharing/who-has-login.tsx'
import { MORE_ICONS, STATUS_ICONS } from '../../ui/more-icons.ts'
import { ExternalLink, Mark, Panel } from '../../ui/panel.tsx'
import { Fact, type IntroScreenProps, useMine } from './intro-screen.tsx'

/** The intro of a reconnect: why, what to have at hand, and that nothing is lost. */
export function ReconnectIntroScreen({
  connectionId,
  onConsent,
  onShare,
}: IntroScreenProps & { connectionId: string }) {
  const { messages } = useSettings(enLater)
  const mine = useMine(onConsent)
  const state = useKnownConnections()
  const connection =
    state.status === 'success' ? state.connections.find(({ id }) => id === connectionId) : undefined
  const words = messages.reconnect
  const status = normalizeStatus(connection?.status ?? '')
  const reason = (Object.hasOwn(words.titles, status) ? status : 'other') as ReconnectReason
  const provider = <b>{connection?.providerName ?? words.thisUtility}</b>
  const isCodes = reason === 'MFA_TOKEN_EXPIRED'
  return (
    <Panel
      mark={<Mark icon={STATUS_ICONS['needs-you']} tone="needs-you" />}
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
          <Fact icon={MORE_ICONS.codes} term={words.codesTerm}>
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
