import { useId } from 'react'
import { useSettings } from '../context/use-settings.ts'

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
