import {
  nectarCompanies,
  nectarCompany,
  nectarConnection,
  nectarConnectionPage,
  nectarInvitation,
  nectarInvitationPage,
  nectarSite,
} from '@nectar-connect/contract/nectar'
import type * as z from 'zod/mini'

/** What the contract says about the answer of each route. */
const SCHEMAS: readonly (readonly [RegExp, z.ZodMiniType])[] = [
  [/^GET \/company$/, nectarCompanies],
  [/^POST \/company$|^GET \/company\/[^/]+$/, nectarCompany],
  [/^POST \/(site\/company\/[^/]+|company\/[^/]+\/site)$|^GET \/site\//, nectarSite],
  [/^GET \/connection\/company\//, nectarConnectionPage],
  [/^GET \/connection\/[^/]+\/details$/, nectarConnection],
  [/^GET \/invitation\/company\//, nectarInvitationPage],
  [/^POST \/invitation\/|^GET \/invitation\/[^/]+$/, nectarInvitation],
]

const LOOKED_AT = 20

/**
 * Checks an answer of the API against the contract. The contract reads Nectar tolerantly, so parsing alone would let
 * much through: here nothing may be lost or replaced by it. Of a list the first twenty are looked at.
 *
 * @param path with or without its version and query
 */
export function assertAnswer(method: string, path: string, answer: unknown): void {
  const route = `${method} ${path.replace(/^\/v[\d.]+/, '').replace(/\?.*$/, '')}`
  const schema = SCHEMAS.find(([pattern]) => pattern.test(route))?.[1]
  if (schema === undefined) return
  const body = shortened(answer)
  const parsed = schema.safeParse(body)
  const field = parsed.success
    ? difference(parsed.data, body, '')
    : (parsed.error.issues[0]?.path.join('.') ?? '')
  if (field !== null) throw new Error(`The answer to ${route} does not keep the contract at "${field}".`)
}

/** A list is made by one piece of code: the first items speak for all, and a page of 500 stays cheap. */
function shortened(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.slice(0, LOOKED_AT)
  if (typeof answer !== 'object' || answer === null) return answer
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.slice(0, LOOKED_AT) : value,
    ]),
  )
}

/** What Nectar leaves out where it was not asked for; the contract reads it as empty. */
const MAY_BE_MISSING = /(^|\.)prefill\.initialSites$/

/** Where the answer is not what was read from it; null: nowhere. Fields that the contract does not read do not matter. */
function difference(read: unknown, sent: unknown, path: string): string | null {
  if (typeof read !== 'object' || read === null) return Object.is(read, sent) ? null : path
  if (typeof sent !== 'object' || sent === null) return path
  if (Array.isArray(read) && (!Array.isArray(sent) || read.length !== sent.length)) return path
  const known = sent as Record<string, unknown>
  for (const [name, value] of Object.entries(read)) {
    const field = path === '' ? name : `${path}.${name}`
    if (!Object.hasOwn(known, name) && MAY_BE_MISSING.test(field)) continue
    const found = difference(value, known[name], field)
    if (found !== null) return found
  }
  return null
}
