import type { Permissions } from '@nectar-connect/contract/wire'
import { useSettings } from '../context/use-settings.ts'
import { useKnownConnections, useSharing } from '../data/use-known-connections.ts'
import { enFlow } from '../i18n/en-flow.ts'
import { formatNames } from '../i18n/intl.ts'
import { Text } from '../i18n/text.tsx'
import { type Choice, Choices } from '../ui/panel.tsx'

interface LoginChoicesProps {
  question: string
  /** What somebody with the login chooses. */
  mine: Choice
  /** The permission that it takes. */
  needs: keyof Permissions
  /** The words of its twin. */
  twin: string
  onShare: () => void
}

/** "I have it" and "Someone else has it": the same control, the same size, always in this order. */
export function WhoHasLogin({ question, mine, needs, twin, onShare }: LoginChoicesProps) {
  const { messages } = useSettings(enFlow)
  const state = useKnownConnections()
  const sharing = useSharing()
  const words = messages.share
  // Until it is known who may do what, the server is the one to refuse.
  const isMine = state.status !== 'success' || state.permissions[needs]
  const choices: Choice[] = isMine ? [mine] : []
  if (sharing) {
    const isOnly = !isMine
    choices.push({
      icon: 'send',
      label: isOnly ? words.only : twin,
      hint: isOnly ? words.onlyHint : words.twinHint,
      onChoose: onShare,
    })
  }
  if (choices.length === 0) return <WhoCan />
  return <Choices question={question} choices={choices} />
}

/** Where nothing is allowed: who can help. */
function WhoCan() {
  const { messages } = useSettings(enFlow)
  const state = useKnownConnections()
  const administratorNames = state.status === 'success' ? state.administratorNames : []
  if (administratorNames.length === 0) return <p className="nectar-well">{messages.share.nobody}</p>
  const names = formatNames(messages, administratorNames, 'disjunction')
  return (
    <p className="nectar-well">
      <Text message={messages.share.nobodyWho} values={{ names: <b>{names}</b> }} />
    </p>
  )
}
