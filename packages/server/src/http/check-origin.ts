import { NectarConnectError } from '../lib/nectar-connect-error.ts'

/** The origin of the request if it is allowed, else null. */
export function allowedOrigin(request: Request, origins: ReadonlySet<string>): string | null {
  const origin = request.headers.get('origin')
  return origin !== null && origins.has(origin) ? origin : null
}

/**
 * Keeps other sites from acting through a signed-in browser. The browser says where a request comes from; the
 * request's own URL says nothing, since a proxy may have ended TLS or changed the host.
 *
 * @throws NectarConnectError `origin_not_allowed`
 */
export function checkOrigin(request: Request, origins: ReadonlySet<string>): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  if (request.headers.get('sec-fetch-site') === 'same-origin') return
  if (allowedOrigin(request, origins) !== null) return
  const origin = request.headers.get('origin')
  throw new NectarConnectError('origin_not_allowed', {
    message:
      origin === null
        ? 'A request that changes something came without the headers that browsers send (Sec-Fetch-Site, Origin).'
        : isPlainOrigin(origin)
          ? `A request came from ${origin}. If that is where your app lives, set createNectarConnect({ publicOrigin: '${origin}', … }), or add it to "allowedOrigins".`
          : 'A request that changes something came with an Origin that is none, such as that of a sandboxed frame.',
  })
}

/** Anybody can send this header, so only a plain origin is shown to a developer. */
function isPlainOrigin(text: string): boolean {
  return text.length <= 100 && URL.canParse(text) && new URL(text).origin === text
}
