import { Guard } from '../button/guard.tsx'
import type { Appearance } from '../context/appearance.ts'
import { NectarRoot } from '../context/nectar-root.tsx'
import { useSettings } from '../context/use-settings.ts'
import { type StatusState, statusState } from '../data/status-state.ts'
import { statusWord } from '../data/status-words.ts'
import { enStatus } from '../i18n/en-status.ts'
import { Icon } from '../ui/icon.tsx'
import { STATUS_ICONS } from '../ui/more-icons.ts'

/** Props of `<ConnectionStatusBadge/>`. */
export interface ConnectionStatusBadgeProps {
  /** As Nectar writes it; one that is not known yet is shown humanized. */
  status: string
  /** Nectar's flag on the connection; default true. */
  isActive?: boolean | undefined
  appearance?: Appearance | undefined
  className?: string | undefined
}

/**
 * The status of a connection: shape, color and word.
 *
 * @example <ConnectionStatusBadge status="CONNECTED" isActive={false} />
 */
export function ConnectionStatusBadge(props: ConnectionStatusBadgeProps) {
  return (
    <Guard>
      <Badge {...props} />
    </Guard>
  )
}

function Badge({ status, isActive = true, appearance, className = '' }: ConnectionStatusBadgeProps) {
  return (
    <NectarRoot appearance={appearance} className={`nectar-inline ${className}`}>
      <StatusBadge state={statusState(status, isActive)} />
    </NectarRoot>
  )
}

export function StatusBadge({ state }: { state: StatusState }) {
  const { messages } = useSettings(enStatus)
  const word = statusWord(messages, state)
  return (
    <span className="nectar-badge" data-nectar-tone={state.group} data-nectar-status={state.status}>
      <Icon name={STATUS_ICONS[state.group]} size={14} />
      <span>{word}</span>
    </span>
  )
}
