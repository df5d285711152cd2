import { useSignedIn } from '../session/signed-in.tsx'
import type { Preferences } from '../settings/preferences.ts'
import { RadioCards } from '../settings/radio-cards.tsx'
import { changePreferences, usePreferences } from '../settings/use-preferences.ts'
import { PageHeader } from '../ui/page-header.tsx'

const THEME_OPTIONS = [
  { value: 'system', label: 'As your computer' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

const PRESET_OPTIONS = [
  { value: 'soft', label: 'Soft', hint: 'Round corners and room to breathe, as in the rest of Plumbline' },
  { value: 'sharp', label: 'Sharp', hint: 'Square, dense and in high contrast' },
] as const

const DIRECTION_OPTIONS = [
  { value: 'ltr', label: 'Left to right', hint: 'As English is read' },
  { value: 'rtl', label: 'Right to left', hint: 'Turns every page round; the words stay as they are' },
] as const

const LANGUAGE_OPTIONS = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Español' },
  { value: 'fr', label: 'Français' },
  { value: 'de', label: 'Deutsch' },
  { value: 'ar', label: 'العربية' },
] as const

export function Settings() {
  const { session } = useSignedIn()
  const preferences = usePreferences()
  const change =
    <Key extends keyof Preferences>(key: Key) =>
    (value: Preferences[Key]) =>
      changePreferences({ [key]: value })
  return (
    <>
      <PageHeader title="Settings" lead="They hold for you, on this browser, and change at once." />
      <div className="settings">
        <RadioCards
          legend="Theme"
          text="Everything about your utilities follows."
          look="picture"
          options={THEME_OPTIONS}
          value={preferences.theme}
          onChange={change('theme')}
        />
        <RadioCards
          legend="Look of the utilities"
          text="How buttons, lists and windows about your utilities are drawn."
          look="list"
          options={PRESET_OPTIONS}
          value={preferences.preset}
          onChange={change('preset')}
        />
        <RadioCards
          legend="Language of the utilities"
          text="Plumbline itself speaks English so far."
          look="list"
          options={LANGUAGE_OPTIONS}
          value={preferences.language}
          onChange={change('language')}
        />
        <RadioCards
          legend="Direction"
          text="The side on which a line begins."
          look="list"
          options={DIRECTION_OPTIONS}
          value={preferences.direction}
          onChange={change('direction')}
        />
        <section className="setting" aria-labelledby="your-account">
          <div>
            <h2 id="your-account">Your account</h2>
            <p>What you may do is set by your company.</p>
          </div>
          <dl className="facts card">
            <div>
              <dt>Name</dt>
              <dd>{session.user.name}</dd>
            </div>
            <div>
              <dt>Company</dt>
              <dd>{session.company.name}</dd>
            </div>
            <div>
              <dt>May</dt>
              <dd>{session.role === 'view' ? 'look at everything, change nothing' : 'do everything'}</dd>
            </div>
          </dl>
        </section>
      </div>
    </>
  )
}
