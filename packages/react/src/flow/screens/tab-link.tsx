import type { OpenInvitation, Session } from '@nectar-connect/client'
import { useSettings } from '../../context/use-settings.ts'
import { ExternalLink } from '../../ui/panel.tsx'

interface TabLinkProps {
  invitation: OpenInvitation
  session: Session
  className?: string | undefined
}

/** Opens Nectar's page in a tab of its own. The session goes on here and watches it. */
export function TabLink({ invitation: { id }, session, className }: TabLinkProps) {
  const { messages } = useSettings()
  const url = session.getPageUrl(id)
  if (url === null) return null
  return (
    <ExternalLink href={url} className={className} onClick={() => session.tabOpened(id)}>
      {messages.frame.openInTab}
    </ExternalLink>
  )
}
