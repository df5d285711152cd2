import type { ConnectionView, InvitationView, Permissions } from '@nectar-connect/contract/wire'
import { useHostName, useSettings } from '../context/use-settings.ts'
import { lastUpdatedAt, reconnectAction, type StatusState, statusSince } from '../data/status-state.ts'
import { formatWhen } from '../i18n/format-time.ts'
import type { Messages } from '../i18n/messages.ts'
import { format, formatNames, Text } from '../i18n/text.tsx'
import { pendingInvitationSentence } from '../sharing/pending-invitation-sentence.ts'
import { Button } from '../ui/button.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { ExternalLink } from '../ui/panel.tsx'
import { useFlowPreload } from './flow-dialogs.tsx'

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

interface CardSinceProps {
  connection: ConnectionView
  state: StatusState
  /** Milliseconds since the epoch. */
  now: number
}

/** Whether bills are collected, and since when; else when it was last heard of. */
export function CardSince({ connection, state, now }: CardSinceProps) {
  const { messages } = useSettings()
  const since = sentence(messages, state)
  const iso = since === null ? lastUpdatedAt(connection) : statusSince(connection)
  if (iso === null) return null
  const when = formatWhen(messages.locale, iso, new Date(now))
  return <time dateTime={iso}>{format(since ?? messages.list.updated, { when })}</time>
}

function sentence({ card }: Messages, { collecting, words }: StatusState): string | null {
  // Since when neither of these is so is not known: the status is of another time.
  if (words === 'checkingAgain' || words === 'inactive') return null
  switch (collecting) {
    case 'paused':
      return card.pausedSince
    case 'not-yet':
      return card.since
    case 'off':
      return card.offSince
    case 'yes':
    case 'unknown':
      return null
    default:
      return collecting satisfies never
  }
}

interface CardActorProps {
  state: StatusState
  can: Permissions
  /** Names of people who may do what the signed-in user may not. */
  administratorNames: readonly string[]
}

/** Who has to act so that it goes on. */
export function CardActor({ state, can, administratorNames }: CardActorProps) {
  const { messages, app } = useSettings()
  const hostName = useHostName()
  const words = messages.card
  const contact = app.supportUrl ?? (app.supportEmail && `mailto:${app.supportEmail}`)
  const support = contact ? (
    <a className="nectar-link" href={contact}>
      {hostName}
    </a>
  ) : (
    <b>{hostName}</b>
  )

  function actor(): { icon: IconName; message: string } {
    switch (state.actor) {
      case 'customer':
        if (can.reconnect) return { icon: 'person', message: words.youCan }
        return {
          icon: 'person',
          message: administratorNames.length > 0 ? words.othersCan : words.administratorCan,
        }
      case 'nobody':
        return { icon: state.group, message: words.nobody }
      case 'nectar':
        return { icon: state.group, message: words.nectar }
      case 'host':
        return { icon: 'person', message: words.host }
      case 'unknown':
        return { icon: 'person', message: words.unknown }
      default:
        return state.actor satisfies never
    }
  }

  const { icon, message } = actor()
  return (
    <p className="nectar-acts">
      <Icon name={icon} />
      <span>
        <Text
          message={message}
          values={{
            you: <b>{words.you}</b>,
            names: <b>{formatNames(messages, administratorNames, 'disjunction')}</b>,
            nectar: <b>Nectar</b>,
            host: support,
          }}
        />
      </span>
    </p>
  )
}

/** What the status means. */
export function CardSentence({ state }: { state: StatusState }) {
  const { messages } = useSettings()
  const host = useHostName()
  return <p className="nectar-card__say">{format(messages.status[state.words].sentence, { host })}</p>
}
