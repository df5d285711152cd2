import type { Permissions } from '@nectar-connect/contract/wire'
import { useHostName } from '../context/use-host-name.ts'
import { useSettings } from '../context/use-settings.ts'
import type { StatusState } from '../data/status-state.ts'
import { formatNames } from '../i18n/format-names.ts'
import { Text } from '../i18n/text.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'

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
