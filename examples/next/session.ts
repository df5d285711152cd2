import { createHmac, timingSafeEqual } from 'node:crypto'

/** Stands for your own sign-in: who somebody is, written down, and signed so that nobody can write it but you. */
export interface Session {
  companyId: string
  userId: string
}

export const COOKIE = 'session'

export function sealSession(session: Session): string {
  const text = Buffer.from(JSON.stringify(session)).toString('base64url')
  return `${text}.${sign(text).toString('base64url')}`
}

/** Null for what was not signed here. */
export function openSession(sealed: string | undefined): Session | null {
  const [text = '', signature = ''] = sealed?.split('.') ?? []
  const expected = sign(text)
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  return JSON.parse(Buffer.from(text, 'base64url').toString())
}

function sign(text: string): Buffer {
  const secret = process.env.SESSION_SECRET
  if (!secret) throw new Error('SESSION_SECRET is not set.')
  return createHmac('sha256', secret).update(text).digest()
}
