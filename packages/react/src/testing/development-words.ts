/** Of what only developers are told: in every development bundle, and in no production bundle. */
export const DEVELOPMENT_WORDS = [
  'Development builds only',
  'nectar-connect.example',
  'Why: ',
  'proxy_buffering',
  'Mount nectar.handler',
  'SameSite=None',
  'publicOrigin: ',
  'has one to copy',
  'Shown in development builds only',
  'nectar-connect trace',
  'was not given what it needs',
  'style sheet of Nectar Connect',
  'has no prop',
  'Is it mounted at this base path',
] as const

/** Which of them a bundle has. */
export function developmentWordsIn(code: string): string[] {
  return DEVELOPMENT_WORDS.filter((word) => code.includes(word))
}
