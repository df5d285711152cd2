import { askHost, NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { NectarConnectOptions } from '../settings/options.ts'
import { faultOfKey, isUnset } from '../settings/secrets.ts'

export type ApiKey = ReturnType<typeof createApiKey>

/** The secret key. This file is the only one that reads it. @param afterRead Told every key, to keep it out of logs. */
export function createApiKey(source: NectarConnectOptions['apiKey'], afterRead: (key: string) => void) {
  let known: string | null = null
  let reading: Promise<string> | null = null

  const read = (): Promise<string> => {
    reading ??= readKey(source, afterRead)
      .then((key) => {
        known = key
        return key
      })
      .finally(() => {
        reading = null
      })
    return reading
  }
  return {
    /** The key in use. @throws NectarConnectError `not_configured`, `host_error` */
    current: async (): Promise<string> => known ?? (await read()),
    /** Another key than the refused one, read anew, once for all that were refused; null: there is none. */
    async renew(refused: string): Promise<string | null> {
      if (typeof source !== 'function') return null
      if (known !== null && known !== refused) return known
      const key = await read()
      return key === refused ? null : key
    },
  }
}

async function readKey(
  source: NectarConnectOptions['apiKey'],
  afterRead: (key: string) => void,
): Promise<string> {
  const remedy = 'The "apiKey" function threw. Return the secret key as a string.'
  const given: unknown = typeof source === 'function' ? await askHost(source, remedy) : source
  if (typeof given !== 'string' || isUnset(given)) {
    throw notConfigured('"apiKey" answered no key. Return the secret key as a string.')
  }
  // A key pasted into a secret store often brings its line break along.
  const key = given.trim()
  afterRead(key)
  const fault = faultOfKey(key)
  if (fault !== null) throw notConfigured(fault)
  return key
}

function notConfigured(message: string) {
  return new NectarConnectError('not_configured', { message })
}
