import { useState } from 'react'
import { useSettings } from '../context/use-settings.ts'
import { enStatus } from '../i18n/en-status.ts'
import { IconButton } from './button.tsx'
import { MORE_ICONS } from './more-icons.ts'

/** The reference to quote to support. */
export function Reference({ reference }: { reference: string }) {
  const { messages } = useSettings(enStatus)
  const [isCopied, setCopied] = useState(false)
  return (
    <p className="nectar-reference">
      <span>{messages.reference}</span>
      <code dir="ltr">{reference}</code>
      <IconButton
        icon={isCopied ? MORE_ICONS.check : MORE_ICONS.copy}
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
