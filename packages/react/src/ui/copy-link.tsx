import { useState } from 'react'
import { useSettings } from '../context/use-settings.ts'
import { Button } from './button.tsx'
import { LinkField } from './link-field.tsx'

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
