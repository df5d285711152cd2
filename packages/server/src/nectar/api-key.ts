import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { NectarConnectOptions } from '../settings/options.ts'

/** The secret key. This file is the only one that reads it from the options. */
export interface ApiKey {
  /** The key in use. @throws NectarConnectError `not_configured`, `host_error` */
  current(): Promise<string>
  /**
   * After Nectar refused `refused`: another key, read anew, or null when there is none.
   * Requests that were refused at once share one read.
   */
  renew(refused: string): Promise<string | null>
}

/** @param afterRead Told every key, so that it can be kept out of logs. */
export function createApiKey(
  source: NectarConnectOptions['apiKey'],
  afterRead: (key: string) => void,
): ApiKey {
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
  const current = async () => known ?? (await read())
  return {
    current,
    async renew(refused) {
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
  const given = await callSource(source)
  // A key pasted into a secret store often brings its line break along.
  const key = typeof given === 'string' ? given.trim() : ''
  if (key === '') {
    throw new NectarConnectError('not_configured', {
      message: '"apiKey" answered no key. Return the secret key as a string.',
    })
  }
  afterRead(key)
  // Checked here, since fetch would quote the whole header in its own error.
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw new NectarConnectError('not_configured', {
      message:
        '"apiKey" holds characters that no key has. Copy it again from Settings > Organization > API Keys.',
    })
  }
  return key
}

async function callSource(source: NectarConnectOptions['apiKey']): Promise<unknown> {
  if (typeof source !== 'function') return source
  try {
    return await source()
  } catch (cause) {
    throw new NectarConnectError('host_error', {
      message: 'The "apiKey" function threw. Return the secret key as a string.',
      cause,
    })
  }
}
