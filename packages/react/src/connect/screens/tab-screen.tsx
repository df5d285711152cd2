import type { OpenedPhase, Session } from '@nectar-connect/client'
import { useSettings } from '../../provider/use-settings.ts'
import { Button } from '../../ui/button.tsx'
import { ExternalLink } from '../../ui/external-link.tsx'
import { Actions, Mark, Panel } from '../../ui/panel.tsx'
import { useShell } from '../shell-context.ts'
import { PageNotice } from './page-notice.tsx'

interface TabScreenProps {
  phase: OpenedPhase
  session: Session
}

/** Nectar's page is open in a tab of its own. The frame is gone, the session is watched from here. */
export function TabScreen({ phase, session }: TabScreenProps) {
  const { messages } = useSettings()
  const { close } = useShell()
  const words = messages.tab
  return (
    <Panel mark={<Mark icon="external" tone="waiting" />} title={words.title} lead={words.lead}>
      <PageNotice phase={phase} session={session} />
      <Actions>
        <ExternalLink href={phase.invitation.url} className="nectar-btn nectar-btn--secondary">
          {words.again}
        </ExternalLink>
        <Button onClick={close}>{messages.close}</Button>
      </Actions>
      <p className="nectar-fine">{words.fine}</p>
    </Panel>
  )
}
