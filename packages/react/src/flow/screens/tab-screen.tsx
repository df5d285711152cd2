import type { OpenedPhase, Session } from '@nectar-connect/client'
import { useDialog } from '../../context/dialog-context.ts'
import { useSettings } from '../../context/use-settings.ts'
import { enLater } from '../../i18n/en-later.ts'
import { Button } from '../../ui/button.tsx'
import { CopyLink } from '../../ui/copy-link.tsx'
import { Actions, ExternalLink, Mark, Panel } from '../../ui/panel.tsx'
import { PageNotice } from './page-notice.tsx'

/**
 * Nectar's page was opened in a tab of its own. The frame is gone, the session is watched from here. Nobody tells
 * whether a tab did open, so that there are other ways too: the link, and back to the frame.
 */
export function TabScreen({ phase, session }: { phase: OpenedPhase; session: Session }) {
  const { messages } = useSettings(enLater)
  const { close } = useDialog()
  const words = messages.tab
  const { id } = phase.invitation
  const url = session.getPageUrl(id)
  return (
    <Panel mark={<Mark icon="external" tone="waiting" />} title={words.title} lead={words.lead}>
      <PageNotice phase={phase} session={session} />
      <Actions>
        {url && (
          <ExternalLink href={url} className="nectar-btn nectar-btn--secondary">
            {words.again}
          </ExternalLink>
        )}
        <Button onClick={close}>{messages.close}</Button>
      </Actions>
      <p>{words.none}</p>
      <Actions>
        <Button onClick={() => session.frameReopened(id)}>{words.here}</Button>
        {url && <CopyLink url={url} label={messages.copyLink} />}
      </Actions>
      <p className="nectar-fine">{words.fine}</p>
    </Panel>
  )
}
