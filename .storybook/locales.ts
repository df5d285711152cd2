import { en, type Messages } from '@nectar-connect/react'
import { ar } from '@nectar-connect/react/locales/ar'
import { de } from '@nectar-connect/react/locales/de'
import { es } from '@nectar-connect/react/locales/es'
import { fr } from '@nectar-connect/react/locales/fr'
import { pseudo } from '@nectar-connect/react/locales/pseudo'

const CATALOGS: Record<string, Messages> = { en, es, fr, de, ar, pseudo }

/** What the toolbar offers. */
export const LOCALES = [
  { value: 'en', title: 'English' },
  { value: 'es', title: 'Español' },
  { value: 'fr', title: 'Français' },
  { value: 'de', title: 'Deutsch' },
  { value: 'ar', title: 'العربية' },
  { value: 'pseudo', title: 'Pseudo (layout)' },
]

/** The words of a language, in its own direction or, to look at a layout, in another. */
export function localeNamed(name = 'en', direction = 'auto'): Messages {
  const messages = CATALOGS[name] ?? en
  return direction === 'ltr' || direction === 'rtl' ? { ...messages, direction } : messages
}
