import { recipientsOf, type Share, type SharePhase } from '@nectar-connect/client'
import type { SharingPolicy } from '@nectar-connect/contract/wire'
import { type FormEvent, useRef, useState } from 'react'
import { useHostName } from '../context/use-host-name.ts'
import { useSettings } from '../context/use-settings.ts'
import { formatLeft } from '../i18n/format-time.ts'
import { plural } from '../i18n/plural.ts'
import { format } from '../i18n/text.tsx'
import { useRemainingTime } from '../session/nectar-page.ts'
import { Button } from '../ui/button.tsx'
import { Actions } from '../ui/panel.tsx'
import { AddressField } from './address-field.tsx'
import { MailFields } from './mail-fields.tsx'
import { ShareProblem } from './share-problem.tsx'
import { validateRecipients } from './validate-recipients.ts'

interface ShareFormProps {
  share: Share
  phase: Extract<SharePhase, { status: 'editing' | 'sending' | 'copying' | 'failed' }>
  terms: SharingPolicy
}

/** To whom, with which words, and the two ways on: a mail, or a link to copy. */
export function ShareForm({ share, phase, terms }: ShareFormProps) {
  const { messages } = useSettings()
  const host = useHostName()
  const field = useRef<HTMLInputElement>(null)
  const [isProblemShown, setIsProblemShown] = useState(false)
  const left = useRemainingTime(share.retryInMs)
  const words = messages.share
  const { form } = phase
  const isBusy = phase.status === 'sending' || phase.status === 'copying'
  const recipients = recipientsOf(form)
  const problem = validateRecipients(messages, recipients, terms.allowedDomains)
  const failedBy = phase.status === 'failed' ? phase.by : null
  const again =
    left > 0 ? format(messages.tryAgainIn, { time: formatLeft(messages.locale, left) }) : messages.tryAgain

  /** Calls back when there is nothing to correct first. */
  function unlessWrong(goOn: () => void) {
    if (isBusy) return
    setIsProblemShown(true)
    if (problem === null) goOn()
    else field.current?.focus()
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    // React lets it bubble into forms of the host, around ours in its tree.
    event.stopPropagation()
    if (terms.mail !== null) unlessWrong(share.send)
  }

  return (
    <form className="nectar-form" noValidate onSubmit={onSubmit}>
      {terms.mail !== null && (
        <AddressField
          form={form}
          field={field}
          problem={isProblemShown ? problem : null}
          isBusy={isBusy}
          onEdit={share.edit}
        />
      )}
      {terms.mail === 'host' && <MailFields form={form} isBusy={isBusy} onEdit={share.edit} />}
      {phase.status === 'failed' && <ShareProblem error={phase.error} onRetry={retry} />}
      <Actions>
        {terms.mail !== null && (
          <Button
            type="submit"
            kind="primary"
            icon={phase.status === 'sending' ? 'spinner' : failedBy === 'mail' ? 'refresh' : 'send'}
            aria-disabled={isBusy || left > 0}
          >
            {phase.status === 'sending'
              ? words.sending
              : failedBy === 'mail'
                ? again
                : plural(messages.locale, words.send, Math.max(1, recipients.length))}
          </Button>
        )}
        {terms.allowLinks && (
          <Button
            kind={terms.mail === null ? 'primary' : 'secondary'}
            icon={phase.status === 'copying' ? 'spinner' : 'copy'}
            aria-disabled={isBusy || left > 0}
            onClick={share.copyLink}
          >
            {phase.status === 'copying'
              ? words.copying
              : failedBy === 'link'
                ? again
                : terms.mail === null
                  ? words.copy
                  : words.copyInstead}
          </Button>
        )}
      </Actions>
      <div className="nectar-form__fine">
        {terms.mail !== null && (
          <p className="nectar-fine">
            <span>{terms.mail === 'nectar' ? words.byNectar : format(words.byHost, { host })}</span>{' '}
            <button
              type="button"
              className="nectar-link nectar-link--button"
              onClick={() => !isBusy && share.preview()}
            >
              {words.preview}
            </button>
          </p>
        )}
        {terms.allowLinks && <p className="nectar-fine">{words.copyWarning}</p>}
      </div>
    </form>
  )

  function retry() {
    if (failedBy === 'mail') share.send()
    else share.copyLink()
  }
}
