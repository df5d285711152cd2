import { useId, useState } from 'react'
import { useSettings } from '../context/use-settings.ts'
import { enLater } from '../i18n/en-later.ts'
import { Button } from './button.tsx'
import { MORE_ICONS } from './more-icons.ts'

interface CopyLinkProps {
  url: string
  /** What the button says. */
  label: string
}

/** Copies a link; where the clipboard is out of reach, the link is shown to be copied by hand. */
export function CopyLink({ url, label }: CopyLinkProps) {
  const { messages } = useSettings(enLater)
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)
  if (outcome === 'refused') return <LinkField url={url} />
  const isCopied = outcome === 'copied'
  return (
    <Button icon={isCopied ? MORE_ICONS.check : MORE_ICONS.copy} onClick={copy}>
      {isCopied ? messages.copied : label}
    </Button>
  )

  async function copy() {
    try {
      await navigator.clipboard.writeText(url)
      setOutcome('copied')
    } catch {
      setOutcome('refused')
    }
  }
}

/** Where the clipboard could not be written to: the link, to be selected and copied by hand. */
export function LinkField({ url }: { url: string }) {
  const { messages } = useSettings(enLater)
  const id = useId()
  return (
    <div className="nectar-field">
      <label htmlFor={id}>{messages.shared.copyField}</label>
      <input
        id={id}
        className="nectar-input"
        data-nectar-mono
        dir="ltr"
        readOnly
        autoComplete="off"
        value={url}
        onFocus={(event) => event.currentTarget.select()}
      />
    </div>
  )
}
