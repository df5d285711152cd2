import type { ConnectionView, InvitationView } from '@nectar-connect/contract/wire'
import { useSettings } from '../context/use-settings.ts'
import { reconnectAction } from '../data/reconnect-action.ts'
import type { StatusState } from '../data/status-state.ts'
import { format, Text } from '../i18n/text.tsx'
import { pendingInvitationSentence } from '../sharing/invitation-words.ts'
import { Button } from '../ui/button.tsx'
import { ExternalLink } from '../ui/external-link.tsx'
import { Icon } from '../ui/icon.tsx'
import { CardSentence } from './card-sentence.tsx'
import { useFlowPreload } from './use-flow-preload.ts'

interface CardCalloutProps {
  connection: ConnectionView
  state: StatusState
  /** Null where the signed-in user may not. */
  onReconnect: (() => void) | null
  /** Null where nobody else can be asked. */
  onAsk: (() => void) | null
  /** What a colleague was sent to mend it, and still waits for them. */
  link: InvitationView | undefined
  /** Milliseconds since the epoch. */
  now: number
}

/** What the customer has to do, and the button that does it. The only part of a card with color. */
export function CardCallout({ connection, state, onReconnect, onAsk, link, now }: CardCalloutProps) {
  const { messages } = useSettings()
  const preload = useFlowPreload()
  const name = connection.providerName ?? messages.list.unnamed
  const action = reconnectAction(messages, connection.status)
  const ask = onReconnect ? messages.share.askElse : messages.share.ask
  return (
    <div className="nectar-callout" data-nectar-tone={state.group}>
      {state.status === 'NEW_PASSWORD_NEEDED' ? (
        <NewPassword site={connection.providerUrl} />
      ) : (
        <CardSentence state={state} />
      )}
      {link && (
        <p className="nectar-asked">
          <Icon name="send" size={14} />
          <span>{pendingInvitationSentence(messages, link, new Date(now))}</span>
        </p>
      )}
      {state.reconnectHelps && (onReconnect || onAsk) && (
        <div className="nectar-callout__ways">
          {onReconnect && (
            <Button
              size="sm"
              icon={state.status === 'MFA_TOKEN_EXPIRED' ? 'codes' : 'key'}
              aria-label={format(messages.list.actionName, { action, provider: name })}
              aria-haspopup="dialog"
              {...preload}
              onClick={onReconnect}
            >
              {action}
            </Button>
          )}
          {onAsk && (
            <Button
              size="sm"
              icon="send"
              aria-label={format(messages.list.actionName, { action: ask, provider: name })}
              aria-haspopup="dialog"
              onClick={onAsk}
            >
              {ask}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

/** First at the utility, then here: the other way round, the utility refuses once more. */
function NewPassword({ site }: { site: string | null }) {
  const { messages } = useSettings()
  const words = messages.card
  const link = site ? <ExternalLink href={site}>{new URL(site).hostname}</ExternalLink> : words.utilitySite
  return (
    <>
      <p className="nectar-card__say">{words.newPassword}</p>
      <ol className="nectar-todo">
        <li>
          <span>
            <Text message={words.setPasswordAt} values={{ site: link }} />
          </span>
        </li>
        <li>
          <span>{words.thenHere}</span>
        </li>
      </ol>
    </>
  )
}
