import { SandboxError } from '../errors.ts'
import { DEFAULT_API_KEY, isFictitiousKey } from '../options.ts'

/**
 * Where Nectar seems to be, for a server and a widget inside a page. Names that end in `.invalid` never resolve
 * (RFC 6761): whatever is asked of it by mistake reaches nobody.
 */
export const PAGE_ORIGIN = 'https://nectar-sandbox.invalid'

/** @throws SandboxError `real_key` for a key that may be a real one. It is not repeated. */
export function assertFictitiousKey(key: string): void {
  if (isFictitiousKey(key)) return
  throw new SandboxError(
    'real_key',
    'This API key may be a real one, and whatever a page loads, everybody who opens it can read. In a page use a key that begins with nectar-sandbox-, and if this one was published, make a new one at Nectar.',
  )
}

/**
 * Lets nothing but fictitious keys and the sandbox's own address through. A server keeps what goes wrong upstream to
 * itself, so the mistake is kept for whoever asks next.
 *
 * @param answer the sandbox
 */
export function createRealKeyGuard(answer: (request: Request) => Promise<Response>) {
  let harm: unknown = null
  return {
    /** What the server takes for the way to Nectar. It ends in this page. */
    async fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
      const request = new Request(input, init)
      try {
        assertFictitiousKey(request.headers.get('x-api-key') ?? DEFAULT_API_KEY)
        assertPageOrigin(new URL(request.url).origin)
      } catch (error) {
        harm ??= error
        throw error
      }
      return answer(request)
    },
    /** @throws SandboxError what the server was set up with, where that does not belong into a page */
    assertUnharmed(): void {
      if (harm !== null) throw harm
    },
  }
}

function assertPageOrigin(origin: string): void {
  if (origin === PAGE_ORIGIN) return
  throw new SandboxError(
    'invalid',
    `The server in this page asked ${origin} instead of the sandbox. Make it with all of the given options: createNectarConnect({ ...options, authorize }).`,
  )
}
