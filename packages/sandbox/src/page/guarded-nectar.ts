import { SandboxError } from '../lib/errors.ts'
import { isFictitiousKey, realKeyError } from '../lib/fictitious-key.ts'
import { PAGE_ORIGIN } from './page-origin.ts'

export interface GuardedNectar {
  /** What the server takes for the way to Nectar. It ends in this page. */
  fetch: typeof fetch
  /** @throws SandboxError what the server was set up with, where that does not belong into a page */
  assertUnharmed(): void
}

/**
 * Lets nothing but fictitious keys and the sandbox's own address through. A server keeps what goes wrong upstream to
 * itself, so the mistake is kept for whoever asks next.
 *
 * @param answer the sandbox
 */
export function guardNectar(answer: (request: Request) => Promise<Response>): GuardedNectar {
  let harm: SandboxError | null = null

  function inspect({ headers, url }: Request): SandboxError | null {
    const key = headers.get('x-api-key')
    if (key !== null && !isFictitiousKey(key)) return realKeyError()
    const { origin } = new URL(url)
    if (origin === PAGE_ORIGIN) return null
    return new SandboxError(
      'invalid',
      `The server in this page asked ${origin} instead of the sandbox. Make it with all of the given options: createNectarConnect({ ...options, authorize }).`,
    )
  }

  return {
    async fetch(input, init) {
      const request = new Request(input, init)
      const found = inspect(request)
      if (found === null) return answer(request)
      harm ??= found
      throw found
    },
    assertUnharmed() {
      if (harm !== null) throw harm
    },
  }
}
