import {
  type InvitationKind,
  MAIL_LANGUAGES,
  MAIL_SUBJECTS,
  MAX_NOTE_LENGTH,
  type MailLanguage,
} from '@nectar-connect/contract/wire'
import { type RefObject, useId } from 'react'
import { useSettings } from '../context/use-settings.ts'
import { enLater } from '../i18n/en-later.ts'
import { plural } from '../i18n/intl.ts'
import { format } from '../i18n/text.tsx'
import { Icon } from '../ui/icon.tsx'
import { STATUS_ICONS } from '../ui/more-icons.ts'

interface FieldProps<Value> {
  value: Value
  isBusy: boolean
  onChange: (value: Value) => void
}

interface AddressFieldProps extends FieldProps<string> {
  field: RefObject<HTMLInputElement | null>
  /** What is wrong with it; null: nothing, as far as anybody asked. */
  problem: string | null
}

/** The address of the one person that a mail goes to. */
export function AddressField({ value, field, problem, isBusy, onChange }: AddressFieldProps) {
  const { messages } = useSettings(enLater)
  const id = useId()
  const hintId = `${id}-hint`
  return (
    <div className="nectar-field">
      <label htmlFor={id}>{messages.share.to}</label>
      <input
        ref={field}
        id={id}
        className="nectar-input"
        type="text"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        dir={value === '' ? undefined : 'ltr'}
        value={value}
        readOnly={isBusy}
        aria-invalid={problem !== null}
        aria-describedby={hintId}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={hintId} className="nectar-fine" data-nectar-problem={problem !== null || undefined}>
        {problem !== null && <Icon name={STATUS_ICONS['needs-you']} size={14} />}
        <span>{problem ?? messages.share.onlyThis}</span>
      </p>
    </div>
  )
}

interface SubjectLineProps {
  kind: InvitationKind
  language: MailLanguage
  inviterName: string | null
  providerName: string | null
}

/** The subject of the host's own mail, as it will arrive. */
export function SubjectLine({ kind, language, inviterName, providerName }: SubjectLineProps) {
  const { messages } = useSettings(enLater)
  const words = MAIL_SUBJECTS[language]
  const inviter = inviterName ?? words.aColleague
  const provider = providerName ?? words.yourUtility
  return (
    <p className="nectar-field">
      <span className="nectar-field__label">{messages.share.subject}</span>
      <span className="nectar-fine" lang={language} dir="auto">
        {format(words[kind], { inviter, provider })}
      </span>
    </p>
  )
}

/** From here on it is said how much room is left: before, nobody has to know. */
const COUNT_FROM = MAX_NOTE_LENGTH - 100

/** The sender's words in the host's own mail. */
export function NoteField({ value, isBusy, onChange }: FieldProps<string>) {
  const { messages } = useSettings(enLater)
  const id = useId()
  const words = messages.share
  const isCounted = value.length >= COUNT_FROM
  const countId = `${id}-count`
  return (
    <div className="nectar-field">
      <label htmlFor={id}>{words.note}</label>
      <textarea
        id={id}
        className="nectar-input"
        rows={2}
        maxLength={MAX_NOTE_LENGTH}
        dir={value === '' ? undefined : 'auto'}
        placeholder={words.notePlaceholder}
        value={value}
        readOnly={isBusy}
        aria-describedby={isCounted ? countId : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {isCounted && (
        <p id={countId} className="nectar-fine">
          {plural(messages.locale, words.left, MAX_NOTE_LENGTH - value.length)}
        </p>
      )}
    </div>
  )
}

/** Each in its own language: whoever looks for theirs finds it. */
const LANGUAGE_NAMES: Record<MailLanguage, string> = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
  de: 'Deutsch',
  ar: 'العربية',
}

/** The language of the host's own mail. */
export function LanguageField({ value, isBusy, onChange }: FieldProps<MailLanguage>) {
  const { messages } = useSettings(enLater)
  const id = useId()
  return (
    <div className="nectar-field" data-nectar-line>
      <label htmlFor={id}>{messages.share.language}</label>
      <select
        id={id}
        className="nectar-input"
        value={value}
        disabled={isBusy}
        onChange={(event) => {
          const language = MAIL_LANGUAGES.find((each) => each === event.target.value)
          if (language) onChange(language)
        }}
      >
        {MAIL_LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language}>
            {LANGUAGE_NAMES[language]}
          </option>
        ))}
      </select>
    </div>
  )
}

/** The language of the page, where mails are written in it; else English. */
export function mailLanguageOf(locale: string): MailLanguage {
  const [language] = locale.toLowerCase().split('-')
  return MAIL_LANGUAGES.find((known) => known === language) ?? 'en'
}
