import type { ConnectPhase } from '@nectar-connect/client'
import { useDialog } from '../../context/dialog-context.ts'
import { useHostName, useSettings } from '../../context/use-settings.ts'
import { useConnections } from '../../data/use-connections.ts'
import { formatWhen } from '../../i18n/format-time.ts'
import { format, Text } from '../../i18n/text.tsx'
import { type SubmittedState, submittedStates } from '../../session/submitted-state.ts'
import { WhoHasLogin } from '../../sharing/who-has-login.tsx'
import { Button } from '../../ui/button.tsx'
import { Actions, ExternalLink, Mark, Panel } from '../../ui/panel.tsx'
import { type Step, Steps } from '../../ui/steps.tsx'

export interface SubmittedScreenProps {
  phase: Extract<ConnectPhase, { status: 'submitted' }>
  onTryAgain: (connectionId: string) => void
  onAnother: () => void
  /** Somebody else has the login. */
  onAsk: (connectionId: string) => void
}

/** Details went in: that is proved, and no more. What the backend proves next is shown as it comes. */
export function SubmittedScreen({ phase, onTryAgain, onAnother, onAsk }: SubmittedScreenProps) {
  const live = useConnections()
  const states = submittedStates(phase, live.status === 'success' ? live.connections : [], Date.now())
  const shown = mostUrgent(states)
  if (!shown) return null
  const props = { phase, shown, onAnother }
  switch (shown.state.group) {
    case 'healthy':
      return <ConnectedPanel {...props} />
    case 'needs-you':
      return (
        <NotAcceptedPanel {...props} onTryAgain={() => onTryAgain(shown.id)} onAsk={() => onAsk(shown.id)} />
      )
    default:
      return <BeingCheckedPanel {...props} />
  }
}

/** One sign-in may make several connections: the one that needs somebody speaks for all, then the one that waits. */
function mostUrgent(states: readonly SubmittedState[]): SubmittedState | undefined {
  const order = ['needs-you', 'provider', 'waiting', 'unknown', 'inactive', 'healthy']
  return [...states].sort((a, b) => order.indexOf(a.state.group) - order.indexOf(b.state.group))[0]
}

interface OutcomeProps {
  phase: Extract<ConnectPhase, { status: 'submitted' }>
  shown: SubmittedState
  onAnother: () => void
}

function BeingCheckedPanel({ phase, shown, onAnother }: OutcomeProps) {
  const { messages } = useSettings()
  const { presentation } = useDialog()
  const host = useHostName()
  const words = messages.submitted
  const isSlow = shown.state.words === 'slow'
  const isPending = shown.state.words === 'PENDING' || shown.state.words === 'checkingAgain' || isSlow
  const status = messages.status[shown.state.words]
  const lead = phase.intent.kind === 'reconnect' ? words.reconnectLead : isSlow ? words.slowLead : words.lead
  return (
    <Panel
      mark={
        <Mark
          icon={isPending ? 'waiting' : shown.state.group}
          tone={isPending ? 'waiting' : shown.state.group}
        />
      }
      title={isSlow ? words.slow : words.title}
      lead={<Text message={lead} values={{ provider: <Provider shown={shown} /> }} />}
    >
      <Steps
        steps={[
          useReceived(phase),
          isPending
            ? {
                state: 'now',
                title: isSlow ? words.slowStep : words.checking,
                hint: isSlow ? words.slowHint : words.checkingHint,
              }
            : { state: 'now', title: status.word, hint: format(status.sentence, { host }) },
          { state: 'next', title: words.bills, hint: words.billsHint },
        ]}
      />
      <DoneOrAnother onAnother={onAnother} />
      <p className="nectar-fine">{presentation === 'inline' ? words.fineInline : words.fine}</p>
    </Panel>
  )
}

function ConnectedPanel({ phase, shown, onAnother }: OutcomeProps) {
  const { messages } = useSettings()
  const words = messages.submitted
  const accepted = useTime(shown.connection?.statusAt ?? null)
  return (
    <Panel
      mark={<Mark icon="healthy" tone="healthy" />}
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

interface NotAcceptedProps extends OutcomeProps {
  onTryAgain: () => void
  onAsk: () => void
}

function NotAcceptedPanel({ phase, shown, onTryAgain, onAsk }: NotAcceptedProps) {
  const { messages } = useSettings()
  const { requireWidth } = useDialog()
  const words = messages.submitted
  const isPassword = shown.state.status === 'PASSWORD_INCORRECT'
  const isCodes = shown.state.status === 'MFA_TOKEN_EXPIRED'
  const status = messages.status[shown.state.words]
  const site = shown.connection?.providerUrl ?? null
  const tried = useTime(shown.connection?.statusAt ?? null)
  return (
    <Panel
      mark={<Mark icon="needs-you" tone="needs-you" />}
      title={isPassword ? words.rejected : status.word}
      lead={
        isPassword ? (
          <Text message={words.rejectedLead} values={{ provider: <Provider shown={shown} isFirst /> }} />
        ) : (
          status.sentence
        )
      }
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
          icon: 'refresh',
          label: messages.tryAgain,
          hint: words.tryAgainHint,
          onChoose: () => requireWidth(onTryAgain),
        }}
        needs="reconnect"
        twin={isCodes ? messages.share.codesTwin : messages.share.twin}
        onShare={onAsk}
      />
      <p className="nectar-fine">{words.mends}</p>
    </Panel>
  )
}

function Provider({ shown, isFirst = false }: { shown: SubmittedState; isFirst?: boolean }) {
  const { messages } = useSettings()
  const fallback = isFirst ? messages.reconnect.thisUtility : messages.submitted.thisUtility
  return <b>{shown.providerName ?? fallback}</b>
}

function DoneOrAnother({ onAnother }: { onAnother: () => void }) {
  const { messages } = useSettings()
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

function useReceived(phase: OutcomeProps['phase']): Step {
  const { messages } = useSettings()
  return { state: 'done', title: messages.submitted.received, time: useTime(phase.at) }
}

function useTime(iso: string | null): Step['time'] {
  const { messages } = useSettings()
  return iso === null ? undefined : { iso, text: formatWhen(messages.locale, iso, new Date()) }
}
