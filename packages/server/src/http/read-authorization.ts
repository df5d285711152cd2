import { type Permissions, readMailAddress } from '@nectar-connect/contract/wire'
import { hostHookError } from '../lib/host-hook-error.ts'
import { readId } from '../lib/ids.ts'
import type { Log } from '../lib/log.ts'
import type { User } from './route.ts'

/** A user whose organization may have no company yet. */
export type Session = Omit<User, 'companyId'> & { companyId: string | null }

const NAME_LENGTH = 200
const RIGHTS = ['view', 'connect', 'reconnect', 'invite', 'revoke'] as const satisfies (keyof Permissions)[]

/**
 * What the host's `authorize` returned. The user has to be right; any other field that cannot be used counts as
 * missing, with one line in the log that names the field and not the value: one customer's odd data must not break the
 * page. A right that is neither true nor false is not granted.
 *
 * @throws NectarConnectError `host_error`, naming the field that is wrong.
 */
export function readAuthorization(answer: unknown, log: Log): Session {
  if (typeof answer !== 'object' || answer === null) throw unusable('it is no object')
  const { companyId, userId, userName, userEmail, permissions, administratorNames } = answer as Record<
    string,
    unknown
  >
  if (typeof userId !== 'string' || userId === '') throw unusable('userId is no text')
  if (companyId !== null && typeof companyId !== 'string') throw unusable('companyId is no text')
  const odd = (field: string, what: string) =>
    log.once('warn', `The "${field}" that "authorize" returned ${what}.`, {})
  return {
    companyId: readCompanyId(companyId),
    userId,
    userName: readName(userName, odd),
    userEmail: readEmail(userEmail, odd),
    permissions: readPermissions(permissions, odd),
    administratorNames: readNames(administratorNames, odd),
  }
}

type Odd = (field: string, what: string) => void

function readCompanyId(companyId: string | null): string | null {
  const id = companyId === null ? null : readId(companyId)
  if (companyId === null || id !== null) return id
  throw hostHookError(
    'The "companyId" that "authorize" returned is not a uuid. Return the id that ensureCompany() gave, not an id of your own; null while there is none.',
  )
}

function readName(name: unknown, odd: Odd): string | null {
  if (name === undefined || name === null) return null
  if (typeof name === 'string') return name.trim().slice(0, NAME_LENGTH) || null
  odd('userName', 'is no text. It counts as none')
  return null
}

function readEmail(email: unknown, odd: Odd): string | null {
  if (email === undefined || email === null) return null
  const address = readMailAddress(email)
  if (address === null) odd('userEmail', 'is no mail address that can be used. It counts as none')
  return address
}

function readNames(names: unknown, odd: Odd): string[] {
  if (names === undefined || names === null) return []
  const known = Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []
  if (!Array.isArray(names) || known.length < names.length) {
    odd('administratorNames', 'is no list of names. What is no name in it is left out')
  }
  return known
}

function readPermissions(permissions: unknown, odd: Odd): Permissions {
  const isNamed = typeof permissions === 'object' && permissions !== null
  if (!isNamed && permissions !== undefined && permissions !== null) {
    odd('permissions', 'is no object like { connect: true }. Nothing but "view" is granted')
    return { view: true, connect: false, reconnect: false, invite: false, revoke: false }
  }
  const named = new Map(Object.entries(permissions ?? {}))
  const granted = RIGHTS.map((right): [(typeof RIGHTS)[number], boolean] => {
    const value = named.get(right) ?? (named.get(right) === undefined ? true : null)
    if (typeof value !== 'boolean')
      odd(`permissions.${right}`, 'is neither true nor false. It is not granted')
    return [right, value === true]
  })
  return Object.fromEntries(granted) as Record<(typeof RIGHTS)[number], boolean>
}

function unusable(why: string) {
  return hostHookError(
    `What "authorize" returned cannot be used: ${why}. Return { companyId, userId, userName?, userEmail?, permissions?, administratorNames? }, or null.`,
  )
}
