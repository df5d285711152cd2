import { addAddresses, recipientsOf, type ShareForm, splitAddresses } from '@nectar-connect/client'
import { type KeyboardEvent, type RefObject, useId } from 'react'
import { useSettings } from '../context/use-settings.ts'
import { format } from '../i18n/text.tsx'
import { Icon } from '../ui/icon.tsx'

interface AddressFieldProps {
  form: ShareForm
  field: RefObject<HTMLInputElement | null>
  /** What is wrong with it; null: nothing, as far as anybody asked. */
  problem: string | null
  isBusy: boolean
  onEdit: (change: Partial<ShareForm>) => void
}

/** One address, or several: each that is complete becomes a chip, as soon as a comma or a space follows it. */
export function AddressField({ form, field, problem, isBusy, onEdit }: AddressFieldProps) {
  const { messages } = useSettings()
  const id = useId()
  const words = messages.share
  const isSeveral = recipientsOf(form).length > 1
  const hintId = `${id}-hint`

  function type(text: string) {
    const isLast = !/[\s,;]$/.test(text)
    const parts = splitAddresses(text)
    if (parts.length === 0) return onEdit({ draft: '' })
    const draft = isLast ? (parts.pop() ?? '') : ''
    onEdit(parts.length === 0 ? { draft } : { to: addAddresses(form.to, parts), draft })
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Backspace' || form.draft !== '' || form.to.length === 0 || isBusy) return
    onEdit({ to: form.to.slice(0, -1) })
  }

  function remove(address: string) {
    onEdit({ to: form.to.filter((other) => other !== address) })
    field.current?.focus()
  }

  return (
    <div className="nectar-field">
      <label htmlFor={id}>{isSeveral ? words.toSeveral : words.to}</label>
      {form.to.length > 0 && (
        <ul className="nectar-people" aria-label={words.people}>
          {form.to.map((address) => (
            <li key={address} className="nectar-person">
              <bdi>{address}</bdi>
              <button
                type="button"
                aria-label={format(words.remove, { address })}
                aria-disabled={isBusy}
                onClick={() => !isBusy && remove(address)}
              >
                <Icon name="close" size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={field}
        id={id}
        className="nectar-input"
        type="text"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        dir={form.draft === '' ? undefined : 'ltr'}
        value={form.draft}
        readOnly={isBusy}
        aria-invalid={problem !== null}
        aria-describedby={hintId}
        onKeyDown={onKeyDown}
        onChange={(event) => type(event.target.value)}
      />
      <p id={hintId} className="nectar-fine" data-nectar-problem={problem !== null || undefined}>
        {problem === null ? (
          isSeveral ? (
            words.onlyThese
          ) : (
            `${words.onlyThis} ${words.several}`
          )
        ) : (
          <>
            <Icon name="needs-you" size={14} />
            <span>{problem}</span>
          </>
        )}
      </p>
    </div>
  )
}
