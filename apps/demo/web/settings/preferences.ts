export const THEMES = ['system', 'light', 'dark'] as const
export const PRESETS = ['soft', 'sharp'] as const
export const DIRECTIONS = ['ltr', 'rtl'] as const
export const LANGUAGES = ['en', 'es', 'fr', 'de', 'ar'] as const

/** What a person chose for their own screen; kept in this browser only. */
export interface Preferences {
  theme: (typeof THEMES)[number]
  /** The look of everything about utilities. */
  preset: (typeof PRESETS)[number]
  direction: (typeof DIRECTIONS)[number]
  /** Of everything about utilities; Plumbline itself speaks English. */
  language: (typeof LANGUAGES)[number]
}

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  preset: 'soft',
  direction: 'ltr',
  language: 'en',
}

export const PREFERENCES_KEY = 'plumbline.preferences'

/** Reads what was stored; whatever cannot be read becomes its default. */
export function parsePreferences(text: string | null): Preferences {
  const stored = parseObject(text)
  return {
    theme: THEMES.find((theme) => theme === stored.theme) ?? DEFAULT_PREFERENCES.theme,
    preset: PRESETS.find((preset) => preset === stored.preset) ?? DEFAULT_PREFERENCES.preset,
    direction:
      DIRECTIONS.find((direction) => direction === stored.direction) ?? DEFAULT_PREFERENCES.direction,
    language: LANGUAGES.find((language) => language === stored.language) ?? DEFAULT_PREFERENCES.language,
  }
}

function parseObject(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
