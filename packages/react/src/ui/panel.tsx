import type { StatusGroup } from '@nectar-connect/contract/wire'
import { type ReactNode, useId } from 'react'
import { useDialog } from '../context/dialog-context.ts'
import { useSettings } from '../context/use-settings.ts'
import { enFlow } from '../i18n/en-flow.ts'
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

export interface Choice {
  icon: IconName
  label: string
  hint: string
  onChoose: () => void
  /** For the button: what to do when the customer is about to choose it. */
  triggers?: { onPointerEnter: () => void; onFocus: () => void }
}

/** The ways on. Where there are several they are equals: same size, same fill. With one there is nothing to ask. */
export function Choices({ question, choices }: { question: string; choices: readonly Choice[] }) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings looks that hosts reset in all sorts of ways
    <div className="nectar-choices" role="group" aria-labelledby={id} data-nectar-count={choices.length}>
      <p className={choices.length > 1 ? 'nectar-choices__question' : 'nectar-sr'} id={id}>
        {question}
      </p>
      {choices.map(({ icon, label, hint, onChoose, triggers }) => (
        <button key={label} type="button" className="nectar-choice" {...triggers} onClick={onChoose}>
          <Icon name={icon} size={20} />
          <Icon name="chevron" />
          <b>{label}</b>
          <span>{hint}</span>
        </button>
      ))}
    </div>
  )
}

interface ExternalLinkProps {
  href: string
  children: ReactNode
  className?: string | undefined
  onClick?: () => void
}

/** A link to another site, in a tab of its own. Nothing of this page goes with it. */
export function ExternalLink({ href, children, className = 'nectar-link', onClick }: ExternalLinkProps) {
  const { messages } = useSettings(enFlow)
  return (
    <a className={className} href={href} target="_blank" rel="noopener noreferrer" onClick={onClick}>
      <span>{children}</span>
      <Icon name="external" size={14} />
      <span className="nectar-sr">{` ${messages.newTab}`}</span>
    </a>
  )
}
