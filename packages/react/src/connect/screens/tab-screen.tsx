import { useSettings } from '../../provider/nectar-connect-provider.tsx'
import { ExternalLink } from '../../ui/external-link.tsx'
import { Actions, Mark, Panel } from '../../ui/panel.tsx'

/** Nectar's page is open in a tab of its own. The frame is gone, the session is watched from here. */
export function TabScreen({ url }: { url: string }) {
  const { messages } = useSettings()
  const words = messages.tab
  return (
    <Panel mark={<Mark icon="external" tone="waiting" />} title={words.title} lead={words.lead}>
      <Actions>
        <ExternalLink href={url} className="nectar-btn nectar-btn--secondary">
          {words.again}
        </ExternalLink>
      </Actions>
    </Panel>
  )
}
