import type { StatusGroup } from '@nectar-connect/contract/wire'
import type { ReactNode } from 'react'
import { useDialog } from '../context/dialog-context.ts'
import { Icon, type IconName } from './icon.tsx'

interface PanelProps {
  /** The square above the title. */
  mark?: ReactNode
  title: string
  /** Null: there is nothing to add. */
  lead: ReactNode
  children?: ReactNode
}

/** One thing a screen: a mark, a title, one or two sentences, where it stands, what to do. Always in this order. */
export function Panel({ mark, title, lead, children }: PanelProps) {
  const { titleId } = useDialog()
  return (
    <div className="nectar-panel">
      <div className="nectar-panel__top">
        {mark}
        <h2 className="nectar-title" id={titleId} tabIndex={-1}>
          {title}
        </h2>
        {lead !== null && <p className="nectar-lead">{lead}</p>}
      </div>
      {children}
    </div>
  )
}

export function Mark({ icon, tone = 'inactive' }: { icon: IconName; tone?: StatusGroup }) {
  return (
    <span className="nectar-mark" data-nectar-tone={tone}>
      <Icon name={icon} size={20} />
    </span>
  )
}

/** Who works with whom: two letter tiles, the host's and Nectar's. */
export function Pair({ host }: { host: string }) {
  return (
    <div className="nectar-pair" aria-hidden="true">
      <span className="nectar-pair__tile" data-nectar-side="host">
        {[...host][0]?.toUpperCase()}
      </span>
      <span className="nectar-pair__line" />
      <span className="nectar-pair__tile">N</span>
    </div>
  )
}

export function Actions({ children }: { children: ReactNode }) {
  return <div className="nectar-actions">{children}</div>
}
