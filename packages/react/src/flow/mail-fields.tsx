import type { ShareForm } from '@nectar-connect/client'
import { MAIL_LANGUAGES, MAX_NOTE_LENGTH, type MailLanguage } from '@nectar-connect/contract/wire'
import { useId } from 'react'
import { useSettings } from '../context/use-settings.ts'
import { plural } from '../i18n/text.tsx'

interface MailFieldsProps {
  form: ShareForm
  isBusy: boolean
  onEdit: (change: Partial<ShareForm>) => void
}

/** From here on it is said how much room is left: before, nobody has to know. */
const COUNT_FROM = MAX_NOTE_LENGTH - 100

/** Note and language of the host's own mail. */
export function MailFields({ form, isBusy, onEdit }: MailFieldsProps) {
  const { messages } = useSettings()
  const id = useId()
  const words = messages.share
  const isCounted = form.note.length >= COUNT_FROM
  const countId = `${id}-count`
  return (
    <>
      <div className="nectar-field">
        <label htmlFor={`${id}-note`}>{words.note}</label>
        <textarea
          id={`${id}-note`}
          className="nectar-input"
          rows={2}
          maxLength={MAX_NOTE_LENGTH}
          dir={form.note === '' ? undefined : 'auto'}
          placeholder={words.notePlaceholder}
          value={form.note}
          readOnly={isBusy}
          aria-describedby={isCounted ? countId : undefined}
          onChange={(event) => onEdit({ note: event.target.value })}
        />
        {isCounted && (
          <p id={countId} className="nectar-fine">
            {plural(messages.locale, words.left, MAX_NOTE_LENGTH - form.note.length)}
          </p>
        )}
      </div>
      <div className="nectar-field" data-nectar-line>
        <label htmlFor={`${id}-language`}>{words.language}</label>
        <select
          id={`${id}-language`}
          className="nectar-input"
          value={form.language}
          disabled={isBusy}
          onChange={(event) => {
            const language = MAIL_LANGUAGES.find((each) => each === event.target.value)
            if (language) onEdit({ language })
          }}
        >
          {MAIL_LANGUAGES.map((language) => (
            <option key={language} value={language} lang={language}>
              {NAMES[language]}
            </option>
          ))}
        </select>
      </div>
    </>
  )
}

/** Each in its own language: whoever looks for theirs finds it. */
const NAMES: Record<MailLanguage, string> = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
  de: 'Deutsch',
  ar: 'العربية',
}
