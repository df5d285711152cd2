import type { InvitationView, Permissions } from '@nectar-connect/contract/wire'
import { useHostName, useSettings } from '../context/use-settings.ts'
import type { ListRow } from '../data/list-model.ts'
import { lastUpdatedAt, type StatusState, statusSince } from '../data/status-state.ts'
import { pendingInvitationSentence, useStatusSentence } from '../data/status-words.ts'
import { enLists } from '../i18n/en-lists.ts'
import { formatNames } from '../i18n/intl.ts'
import type { MessagesLike } from '../i18n/messages.ts'
import { Text } from '../i18n/text.tsx'
import type { PreloadTriggers } from '../session/nectar-page.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { MORE_ICONS, STATUS_ICONS } from '../ui/more-icons.ts'
import { ExternalLink } from '../ui/panel.tsx'
import { MendButtons, TimeSentence } from './connection-parts.tsx'

interface CardCalloutProps {
  row: ListRow
  /** Null where the signed-in user may not. */
  onReconnect: (() => void) | null
  /** Null where nobody else can be asked. */
  onAsk: (() => void) | null
  /** What a colleague was sent to mend it, and still waits for them. */
  link: InvitationView | undefined
  /** Milliseconds since the epoch. */
  now: number
  triggers: PreloadTriggers
}

/** What the customer has to do, and the button that does it. The only part of a card with color. */
export function CardCallout({
  row: { connection, state },
  onReconnect,
  onAsk,
  link,
  now,
  triggers,
}: CardCalloutProps) {
  const { messages } = useSettings(enLists)
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
          <MendButtons
            connection={connection}
            onReconnect={onReconnect}
            onAsk={onAsk}
            triggers={triggers}
            hasIcons
          />
        </div>
      )}
    </div>
  )
}

/** First at the utility, then here: the other way round, the utility refuses once more. */
function NewPassword({ site }: { site: string | null }) {
  const words = useSettings(enLists).messages.card
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

export function CardSentence({ state }: { state: StatusState }) {
  return <p className="nectar-card__say">{useStatusSentence(state)}</p>
}

/** Whether bills are collected, and since when; else when it was last heard of. */
export function CardSince({ connection, state, now }: ListRow & { now: number }) {
  const { messages } = useSettings(enLists)
  const since = sinceSentence(messages, state)
  return since === null ? (
    <TimeSentence message={messages.list.updated} iso={lastUpdatedAt(connection)} now={now} />
  ) : (
    <TimeSentence message={since} iso={statusSince(connection)} now={now} />
  )
}

function sinceSentence(
  { card }: MessagesLike<typeof enLists>,
  { collecting, words }: StatusState,
): string | null {
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
  permissions: Permissions
  /** Names of people who may do what the signed-in user may not. */
  administratorNames: readonly string[]
}

/** Who has to act so that it goes on. */
export function CardActor({ state, permissions, administratorNames }: CardActorProps) {
  const { messages, app } = useSettings(enLists)
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
  const isOurs = state.actor === 'nobody' || state.actor === 'nectar'
  const icon: IconName = isOurs ? STATUS_ICONS[state.group] : MORE_ICONS.person
  return (
    <p className="nectar-acts">
      <Icon name={icon} />
      <span>
        <Text
          message={state.actor === 'customer' ? customerSentence() : words[state.actor]}
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

  function customerSentence(): string {
    if (permissions.reconnect) return words.youCan
    return administratorNames.length > 0 ? words.othersCan : words.administratorCan
  }
}
