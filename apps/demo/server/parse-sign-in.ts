import { COMPANY_SLUGS, ROLES } from '../wire/host-api.ts'
import type { Session } from './session-store.ts'

/**
 * Body of `POST /session`.
 *
 * @returns `null` when it names no company or no role that there is.
 */
export function parseSignIn(body: unknown): Session | null {
  if (typeof body !== 'object' || body === null) return null
  const { company, role } = body as Record<string, unknown>
  const knownCompany = COMPANY_SLUGS.find((slug) => slug === company)
  const knownRole = ROLES.find((name) => name === role)
  return knownCompany && knownRole ? { company: knownCompany, role: knownRole } : null
}
