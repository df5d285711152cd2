import { useId, useState } from 'react'
import { useSettings } from '../context/use-settings.ts'
import { Button, IconButton } from './button.tsx'

interface CopyLinkProps {
  url: string
  /** What the button says. */
  label: string
}

/** Copies a link; where the clipboard is out of reach, the link is shown to be copied by hand. */
export function CopyLink({ url, label }: CopyLinkProps) {
  const { messages } = useSettings()
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)
  if (outcome === 'refused') return <LinkField url={url} />
  const isCopied = outcome === 'copied'
  return (
    <Button icon={isCopied ? 'check' : 'copy'} onClick={copy}>
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
  const { messages } = useSettings()
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

/** The reference to quote to support. */
export function Reference({ reference }: { reference: string }) {
  const { messages } = useSettings()
  const [isCopied, setCopied] = useState(false)
  return (
    <p className="nectar-reference">
      <span>{messages.reference}</span>
      <code dir="ltr">{reference}</code>
      <IconButton
        icon={isCopied ? 'check' : 'copy'}
        label={isCopied ? messages.copied : messages.copyReference}
        onClick={() => {
          navigator.clipboard?.writeText(reference).then(
            () => setCopied(true),
            () => setCopied(false),
          )
        }}
      />
    </p>
  )
}
