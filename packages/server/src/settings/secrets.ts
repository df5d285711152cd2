/** Named here since the core knows no Node; in a bundle the whole of `process.env.NODE_ENV` is replaced by a text. */
declare const process: { env?: Record<string, string | undefined> & { NODE_ENV?: string } } | undefined

/** Whether `NODE_ENV` is anything but `production`. A runtime without `process` does not tell, and counts as production. */
export function isDevelopmentProcess(): boolean {
  if (typeof process !== 'object' || typeof process.env !== 'object') return false
  return process.env.NODE_ENV !== 'production'
}

/** The variables of this process; none where the runtime has no `process`. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return typeof process === 'object' && typeof process.env === 'object' ? process.env : {}
}

/**
 * Tells later whether the variable of an option that is missing has been set since: with the way out; null: it has not.
 */
export function watchVariable(option: 'apiKey' | 'webhookSecret'): () => string | null {
  const variable = option === 'apiKey' ? 'NECTAR_API_KEY' : 'NECTAR_WEBHOOK_SECRET'
  const isSet = () => !isUnset(environment()[variable])
  const wasSet = isSet()
  const late = `"${option}" is missing, since ${variable} was not yet set when createNectarConnect() ran. It is now: load your .env file first (node --env-file=.env, or import 'dotenv/config' before every other import), or pass a function: createNectarConnect({ ${option}: () => process.env.${variable}, … }).`
  return () => (!wasSet && isSet() ? late : null)
}

/** Whether a secret was left out: nothing, blanks, or what a template makes of a variable that is not set. */
export function isUnset(secret: unknown): boolean {
  if (typeof secret !== 'string') return secret === undefined || secret === null
  return /^\s*(undefined|null)?\s*$/.test(secret)
}

/** Whether quotes were read as a part of a value, as `docker run --env-file` does. */
export function isQuoted(secret: string): boolean {
  return /^\s*(["'`]).*\1\s*$/s.test(secret)
}

export const QUOTED =
  'has quotes around it that are not part of it. Take them away where it is set: "docker run --env-file" and some secret stores keep the quotes of a .env file.'

/** What is wrong with a key that is not empty, and how to fix it; null: nothing. Never repeats it. */
export function faultOfKey(given: string): string | null {
  const key = given.trim()
  if (isQuoted(key)) return `"apiKey" ${QUOTED}`
  if (key.startsWith('whsec_')) {
    return '"apiKey" is the signing secret of a webhook. Pass the key from Settings > Organization > API Keys, and the secret (whsec_…) as "webhookSecret".'
  }
  // Checked here, since fetch would quote the whole header in its own error.
  if (/^[\x21-\x7e]+$/.test(key)) return null
  return '"apiKey" holds characters that no key has. Copy it again from Settings > Organization > API Keys.'
}
