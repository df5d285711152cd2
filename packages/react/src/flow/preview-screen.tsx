import { recipientsOf, type Share, type SharePhase } from '@nectar-connect/client'
import type { MailPreview } from '@nectar-connect/contract/wire'
import { useSettings } from '../context/use-settings.ts'
import { plural } from '../i18n/text.tsx'
import { Button } from '../ui/button.tsx'
import { Actions, Mark, Panel } from '../ui/panel.tsx'
import { BackButton } from './back-button.tsx'
import { MailBody } from './mail-body.tsx'
import { ShareProblem } from './share-problem.tsx'

interface PreviewScreenProps {
  share: Share
  phase: Extract<SharePhase, { status: 'previewing' }>
}

/** The mail before it is sent: the host's as it arrives, of Nectar's own that it is Nectar's. */
export function PreviewScreen({ share, phase: { preview, error, form } }: PreviewScreenProps) {
  const { messages } = useSettings()
  const words = messages.preview
  const isOfNectar = preview?.mail === 'nectar'
  const recipients = recipientsOf(form)
  return (
    <Panel
      mark={
        <>
          <BackButton onBack={share.back} />
          {isOfNectar && <Mark icon="globe" />}
        </>
      }
      title={error ? words.errorTitle : isOfNectar ? words.nectarTitle : words.title}
      lead={error ? '' : isOfNectar ? words.nectarLead : words.lead}
    >
      {error && <ShareProblem error={error} onRetry={share.preview} />}
      {!error && preview === null && <PreviewLoading />}
      {preview?.mail === 'host' && <Mail preview={preview} />}
      {recipients.length > 0 && !error && (
        <Actions>
          <Button kind="primary" icon="send" onClick={share.send}>
            {plural(messages.locale, messages.share.send, recipients.length)}
          </Button>
        </Actions>
      )}
    </Panel>
  )
}

function PreviewLoading() {
  const { messages } = useSettings()
  return (
    <div className="nectar-mail">
      <p className="nectar-sr" role="status">
        {messages.preview.loading}
      </p>
      <i className="nectar-skeleton" data-nectar-line="mail" aria-hidden="true" />
    </div>
  )
}

function Mail({ preview: { subject, html, text } }: { preview: MailPreview }) {
  const { messages } = useSettings()
  const words = messages.preview
  return (
    <div className="nectar-mail">
      <p className="nectar-mail__subject">
        <span>{words.subject}</span>
        <b dir="auto">{subject}</b>
      </p>
      {html !== null && <MailBody html={html} label={words.frame} />}
      {text !== null && (
        <details className="nectar-mail__text" open={html === null}>
          <summary>{words.asText}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys have to reach that */}
          <pre tabIndex={0} dir="auto">
            {text}
          </pre>
        </details>
      )}
    </div>
  )
}
