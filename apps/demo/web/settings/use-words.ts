import type { Messages } from '@nectar-connect/react'
import { useEffect, useState } from 'react'
import type { Preferences } from './preferences.ts'

const LOAD = {
  es: async () => (await import('@nectar-connect/react/locales/es')).es,
  fr: async () => (await import('@nectar-connect/react/locales/fr')).fr,
  de: async () => (await import('@nectar-connect/react/locales/de')).de,
  ar: async () => (await import('@nectar-connect/react/locales/ar')).ar,
}

/** The words of everything about utilities, loaded when they are chosen; undefined: those that are there, in English. */
export function useWords({ language, direction }: Preferences): Messages | undefined {
  const [words, setWords] = useState<Messages>()
  useEffect(() => {
    let isLeft = false
    load(language, direction).then(
      (loaded) => {
        if (!isLeft) setWords(loaded)
      },
      // They stay in the language that they are in.
      () => {},
    )
    return () => {
      isLeft = true
    }
  }, [language, direction])
  return words
}

async function load(language: Preferences['language'], direction: Preferences['direction']) {
  if (language !== 'en') return LOAD[language]()
  if (direction === 'ltr') return undefined
  return (await import('./english-right-to-left.ts')).englishRightToLeft
}
