import type { ReactNode } from 'react'
import { useSettings } from '../context/use-settings.ts'
import { Icon } from './icon.tsx'

interface ExternalLinkProps {
  href: string
  children: ReactNode
  className?: string | undefined
  onClick?: () => void
}

/** A link to another site, in a tab of its own. Nothing of this page goes with it. */
export function ExternalLink({ href, children, className = 'nectar-link', onClick }: ExternalLinkProps) {
  const { messages } = useSettings()
  return (
    <a className={className} href={href} target="_blank" rel="noopener noreferrer" onClick={onClick}>
      <span>{children}</span>
      <Icon name="external" size={14} />
      <span className="nectar-sr">{` ${messages.newTab}`}</span>
    </a>
  )
}
