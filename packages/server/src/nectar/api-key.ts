import { hostHookError, NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { NectarConnectOptions } from '../settings/options.ts'

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
    /**
     * After Nectar refused `refused`: another key, read anew, or null when there is none.
     * Requests that were refused at once share one read.
     */
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
  const given = typeof source === 'function' ? await callSource(source) : source
  // A key pasted into a secret store often brings its line break along.
  const key = typeof given === 'string' ? given.trim() : ''
  if (key === '') throw notConfigured('"apiKey" answered no key. Return the secret key as a string.')
  afterRead(key)
  // Checked here, since fetch would quote the whole header in its own error.
  if (/^[\x21-\x7e]+$/.test(key)) return key
  throw notConfigured(
    '"apiKey" holds characters that no key has. Copy it again from Settings > Organization > API Keys.',
  )
}

async function callSource(source: () => unknown): Promise<unknown> {
  try {
    return await source()
  } catch (cause) {
    throw hostHookError('The "apiKey" function threw. Return the secret key as a string.', cause)
  }
}

function notConfigured(message: string) {
  return new NectarConnectError('not_configured', { message })
}
