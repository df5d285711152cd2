import { useState } from 'react'
import { useSettings } from '../context/use-settings.ts'
import { IconButton } from './button.tsx'

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
