import type { ConnectPhase, SubmittedConnection } from '@nectar-connect/client'
import type { ConnectionView } from '@nectar-connect/contract/wire'
import { useDialog } from '../../context/dialog-context.ts'
import { useSettings } from '../../context/use-settings.ts'
import { connectionState, type StatusState, statusState } from '../../data/status-state.ts'
import { useStatusSentence } from '../../data/status-words.ts'
import { useKnownConnections } from '../../data/use-known-connections.ts'
import { enLater } from '../../i18n/en-later.ts'
import { formatWhen } from '../../i18n/format-time.ts'
import { format, Text } from '../../i18n/text.tsx'
import { WhoHasLogin } from '../../sharing/who-has-login.tsx'
import { Button } from '../../ui/button.tsx'
import { MORE_ICONS, STATUS_ICONS } from '../../ui/more-icons.ts'
import { Actions, ExternalLink, Mark, Panel } from '../../ui/panel.tsx'
import { type Step, Steps } from '../../ui/steps.tsx'

type SubmittedPhase = Extract<ConnectPhase, { status: 'submitted' }>

/** A connection whose details were submitted, as far as the backend has proved by now. */
interface SubmittedState extends SubmittedConnection {
  /** Null until the backend has listed it. */
  connection: ConnectionView | null
  /** `PENDING` until there is news. */
  state: StatusState
}

/** Joins what a session submitted with what is known of those connections now. */
export function useSubmittedStates(phase: ConnectPhase): SubmittedState[] {
  const live = useKnownConnections()
  if (phase.status !== 'submitted') return []
  const { intent, at, connections } = phase
  const known = live.status === 'success' ? live.connections : []
  const check = intent.kind === 'reconnect' ? { since: at, baseline: intent.baseline } : undefined
  return connections.map(({ id, providerName }) => {
    const connection = known.find((candidate) => candidate.id === id) ?? null
    const state = connection ? connectionState(connection, check, Date.now()) : statusState('PENDING')
    return { id, providerName: connection?.providerName ?? providerName, connection, state }
  })
}

interface SubmittedScreenProps {
  phase: SubmittedPhase
  onTryAgain: (connectionId: string) => void
  onAnother: () => void
  /** Somebody else has the login. */
  onAsk: (connectionId: string) => void
}

interface OutcomeProps extends SubmittedScreenProps {
  shown: SubmittedState
}

/** One sign-in may make several connections: the one that needs somebody speaks for all, then the one that waits. */
const ORDER = ['needs-you', 'provider', 'waiting', 'unknown', 'inactive', 'healthy']

/** Details went in: that is proved, and no more. What the backend proves next is shown as it comes. */
export function SubmittedScreen(props: SubmittedScreenProps) {
  const urgency = ({ state }: SubmittedState) => ORDER.indexOf(state.group)
  const [shown] = useSubmittedStates(props.phase).sort((a, b) => urgency(a) - urgency(b))
  if (!shown) return null
  switch (shown.state.group) {
    case 'healthy':
      return <ConnectedPanel {...props} shown={shown} />
    case 'needs-you':
      return <NotAcceptedPanel {...props} shown={shown} />
    default:
      return <BeingCheckedPanel {...props} shown={shown} />
  }
}

function BeingCheckedPanel({ phase, shown, onAnother }: OutcomeProps) {
  const { messages } = useSettings(enLater)
  const { presentation } = useDialog()
  const sentence = useStatusSentence(shown.state)
  const words = messages.submitted
  const { words: state, group } = shown.state
  const isSlow = state === 'slow'
  const isPending = isSlow || state === 'PENDING' || state === 'checkingAgain'
  const status = messages.status[state]
  const now = isSlow
    ? { title: words.slowStep, hint: words.slowHint }
    : isPending
      ? { title: words.checking, hint: words.checkingHint }
      : { title: status.word, hint: sentence }
  const lead = phase.intent.kind === 'reconnect' ? words.reconnectLead : isSlow ? words.slowLead : words.lead
  return (
    <Panel
      mark={
        <Mark
          icon={isPending ? STATUS_ICONS.waiting : STATUS_ICONS[group]}
          tone={isPending ? 'waiting' : group}
        />
      }
      title={isSlow ? words.slow : messages.invitations.stages.received}
      lead={<Text message={lead} values={{ provider: <Provider shown={shown} /> }} />}
    >
      <Steps
        steps={[
          useReceived(phase),
          { state: 'now', ...now },
          { state: 'next', title: words.bills, hint: words.billsHint },
        ]}
      />
      <DoneOrAnother onAnother={onAnother} />
      <p className="nectar-fine">{presentation === 'inline' ? words.fineInline : words.fine}</p>
    </Panel>
  )
}

function ConnectedPanel({ phase, shown, onAnother }: OutcomeProps) {
  const { messages } = useSettings(enLater)
  const words = messages.submitted
  const accepted = useTime(shown.connection?.statusAt ?? null)
  return (
    <Panel
      mark={<Mark icon={STATUS_ICONS.healthy} tone="healthy" />}
      title={words.connected}
      lead={<Text message={words.connectedLead} values={{ provider: <Provider shown={shown} isFirst /> }} />}
    >
      <Steps
        isConnected
        steps={[
          useReceived(phase),
          { state: 'done', title: words.accepted, time: accepted },
          { state: 'now', title: words.bills, hint: words.billsHintConnected },
        ]}
      />
      <DoneOrAnother onAnother={onAnother} />
    </Panel>
  )
}

function NotAcceptedPanel({ phase, shown, onTryAgain, onAsk }: OutcomeProps) {
  const { messages } = useSettings(enLater)
  const { requireWidth } = useDialog()
  const words = messages.submitted
  const isPassword = shown.state.status === 'PASSWORD_INCORRECT'
  const isCodes = shown.state.status === 'MFA_TOKEN_EXPIRED'
  const status = messages.status[shown.state.words]
  const sentence = useStatusSentence(shown.state)
  const site = shown.connection?.providerUrl ?? null
  const tried = useTime(shown.connection?.statusAt ?? null)
  const rejected = (
    <Text message={words.rejectedLead} values={{ provider: <Provider shown={shown} isFirst /> }} />
  )
  return (
    <Panel
      mark={<Mark icon={STATUS_ICONS['needs-you']} tone="needs-you" />}
      title={status.word}
      lead={isPassword ? rejected : sentence}
    >
      <Steps
        steps={[
          useReceived(phase),
          {
            state: 'stopped',
            title: site ? format(words.tried, { site: new URL(site).hostname }) : words.stopped,
            time: tried,
            hint: site && isPassword && (
              <Text
                message={words.triedHint}
                values={{ signIn: <ExternalLink href={site}>{words.signInThere}</ExternalLink> }}
              />
            ),
          },
          { state: 'next', title: words.bills },
        ]}
      />
      <WhoHasLogin
        question={messages.reconnect.question}
        mine={{
          icon: MORE_ICONS.refresh,
          label: messages.tryAgain,
          hint: words.tryAgainHint,
          onChoose: () => requireWidth(() => onTryAgain(shown.id)),
        }}
        needs="reconnect"
        twin={isCodes ? messages.share.codesTwin : messages.share.twin}
        onShare={() => onAsk(shown.id)}
      />
      <p className="nectar-fine">{words.mends}</p>
    </Panel>
  )
}

function Provider({ shown, isFirst = false }: { shown: SubmittedState; isFirst?: boolean }) {
  const { messages } = useSettings(enLater)
  const fallback = isFirst ? messages.reconnect.thisUtility : messages.submitted.thisUtility
  return <b>{shown.providerName ?? fallback}</b>
}

function DoneOrAnother({ onAnother }: { onAnother: () => void }) {
  const { messages } = useSettings(enLater)
  const { close } = useDialog()
  return (
    <Actions>
      <Button kind="primary" onClick={close}>
        {messages.done}
      </Button>
      <Button onClick={onAnother}>{messages.button.another}</Button>
    </Actions>
  )
}

function useReceived(phase: SubmittedPhase): Step {
  const { messages } = useSettings(enLater)
  return { state: 'done', title: messages.submitted.received, time: useTime(phase.at) }
}

function useTime(iso: string | null): Step['time'] {
  const { messages } = useSettings(enLater)
  return iso === null ? undefined : { iso, text: formatWhen(messages.locale, iso, new Date()) }
}
