import { parse, serialize } from 'hono/utils/cookie'

const NAME = 'plumbline_session'

/** The session id that a request carries. */
export function readSessionCookie(request: Request): string | null {
  return parse(request.headers.get('cookie') ?? '', NAME)[NAME] ?? null
}

/** `Set-Cookie` for a new session; for `null` the one that takes it away. */
export function sessionCookie(id: string | null, { secure }: { secure: boolean }): string {
  const attributes = { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const
  return serialize(NAME, id ?? '', id === null ? { ...attributes, maxAge: 0 } : attributes)
}
