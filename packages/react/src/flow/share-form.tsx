import { type ActionPhase, checkRecipient, type Share } from '@nectar-connect/client'
import type { SharingPolicy } from '@nectar-connect/contract/wire'
import { type FormEvent, useRef, useState, useSyncExternalStore } from 'react'
import { useHostName, useSettings } from '../context/use-settings.ts'
import { enLater } from '../i18n/en-later.ts'
import { formatNames } from '../i18n/intl.ts'
import type { LaterMessages } from '../i18n/messages.ts'
import { format } from '../i18n/text.tsx'
import { useRetry } from '../session/sign-in.tsx'
import { ShareProblem } from '../sharing/share-problem.tsx'
import { Button } from '../ui/button.tsx'
import { MORE_ICONS } from '../ui/more-icons.ts'
import { Actions } from '../ui/panel.tsx'
import { AddressField, LanguageField, NoteField, SubjectLine } from './share-fields.tsx'

interface ShareFormProps {
  share: Share
  phase: Exclude<ActionPhase, { status: 'done' }>
  policy: SharingPolicy
  /** The utility of the connection to be mended; null: a new one, or it has no name. */
  providerName: string | null
}

/** To whom, with which words, and the two ways on: a mail, or a link to copy. */
export function ShareForm({ share, phase, policy, providerName }: ShareFormProps) {
  const { messages } = useSettings(enLater)
  const host = useHostName()
  const field = useRef<HTMLInputElement>(null)
  const [isProblemShown, setIsProblemShown] = useState(false)
  const { isWaiting, words: again } = useRetry(share.retryInMs)
  const form = useSyncExternalStore(share.form.subscribe, share.form.get, share.form.get)
  const words = messages.share
  const { mail, allowLinks } = policy
  const isBusy = phase.status === 'working'
  const busyWith = isBusy ? phase.by : null
  const failedBy = phase.status === 'failed' ? phase.by : null
  const problem = describeProblem(messages, form.to, policy.allowedDomains)
  const sendWords = failedBy === 'mail' ? again : words.send
  const copyWords = failedBy === 'link' ? again : mail === null ? messages.copyLink : words.copyInstead

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    // React lets it bubble into forms of the host, around ours in its tree.
    event.stopPropagation()
    if (mail === null || isBusy) return
    setIsProblemShown(true)
    if (problem === null) share.send()
    else field.current?.focus()
  }

  return (
    <form className="nectar-form" noValidate onSubmit={onSubmit}>
      {mail !== null && (
        <AddressField
          value={form.to}
          field={field}
          problem={isProblemShown ? problem : null}
          isBusy={isBusy}
          onChange={(to) => share.edit({ to })}
        />
      )}
      {mail === 'host' && (
        <>
          <SubjectLine
            kind={share.intent.kind}
            language={form.language}
            inviterName={policy.ownName}
            providerName={providerName}
          />
          <NoteField value={form.note} isBusy={isBusy} onChange={(note) => share.edit({ note })} />
          <LanguageField
            value={form.language}
            isBusy={isBusy}
            onChange={(language) => share.edit({ language })}
          />
        </>
      )}
      {phase.status === 'failed' && (
        <ShareProblem error={phase.error} onRetry={failedBy === 'mail' ? share.send : share.copyLink} />
      )}
      <Actions>
        {mail !== null && (
          <Button
            type="submit"
            kind="primary"
            icon={busyWith === 'mail' ? 'spinner' : failedBy === 'mail' ? MORE_ICONS.refresh : 'send'}
            aria-disabled={isBusy || isWaiting}
          >
            {busyWith === 'mail' ? messages.sending : sendWords}
          </Button>
        )}
        {allowLinks && (
          <Button
            kind={mail === null ? 'primary' : 'secondary'}
            icon={busyWith === 'link' ? 'spinner' : MORE_ICONS.copy}
            aria-disabled={isBusy || isWaiting}
            onClick={share.copyLink}
          >
            {busyWith === 'link' ? words.copying : copyWords}
          </Button>
        )}
      </Actions>
      <div className="nectar-form__fine">
        {mail !== null && (
          <p className="nectar-fine">{mail === 'nectar' ? words.byNectar : format(words.byHost, { host })}</p>
        )}
        {allowLinks && <p className="nectar-fine">{words.copyWarning}</p>}
      </div>
    </form>
  )
}

/** What is wrong with the address, before the server says so; null: nothing. */
function describeProblem(
  messages: LaterMessages,
  to: string,
  domains: readonly string[] | null,
): string | null {
  const words = messages.share
  const address = to.trim()
  switch (checkRecipient(to, domains)) {
    case null:
      return null
    case 'missing':
      return words.noAddress
    case 'several':
      return words.oneAddress
    case 'invalid':
      return format(words.badAddress, { address })
    case 'domain':
      return format(words.badDomainOf, {
        address,
        domains: formatNames(messages, domains ?? [], 'disjunction'),
      })
  }
}
