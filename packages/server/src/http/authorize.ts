import { type Permissions, readMailAddress } from '@nectar-connect/contract/wire'
import type { Log } from '../lib/log.ts'
import { askHost, hostHookError, NectarConnectError } from '../lib/nectar-connect-error.ts'
import { trimOldest } from '../lib/shared-work.ts'
import { hashText, readId } from '../lib/values.ts'
import type { AuthorizeContext } from '../settings/authorization.ts'
import type { NectarConnectOptions } from '../settings/options.ts'
import type { User } from './route.ts'

/** A user whose organization may have no company yet. */
type Session = Omit<User, 'companyId'> & { companyId: string | null }

const NAME_LENGTH = 200
const RIGHTS = ['view', 'connect', 'reconnect', 'invite', 'revoke'] as const satisfies (keyof Permissions)[]
/** In hexadecimal digits: 128 bits. */
const SCOPE_LENGTH = 32

/** The origin of the request if it is allowed, else null. */
export function allowedOrigin(request: Request, origins: ReadonlySet<string>): string | null {
  const origin = request.headers.get('origin')
  return origin !== null && origins.has(origin) ? origin : null
}

/**
 * Keeps other sites from acting through a signed-in browser, by what the browser says: a proxy may change the URL.
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

/** Asks the host who the user is. @throws NectarConnectError `unauthenticated`, `host_error` */
export async function authorizeRequest(
  request: Request,
  context: AuthorizeContext,
  authorize: NectarConnectOptions['authorize'] | undefined,
  log: Log,
): Promise<Session> {
  if (authorize === undefined) throw new NectarConnectError('not_configured')
  const remedy = 'The "authorize" function threw. Return null for somebody who is not signed in.'
  const answer: unknown = await askHost(() => authorize(request, context), remedy)
  if (!answer) {
    throw new NectarConnectError('unauthenticated', {
      message: `"authorize" returned ${answer === '' ? 'an empty text' : String(answer)}, so that nobody is signed in. Return { companyId, userId } for whoever is, from the session that your other routes read; until it does, everybody is asked to sign in.`,
    })
  }
  return readAuthorization(answer, log)
}

/** @throws NectarConnectError `company_missing` */
export function requireCompany(session: Session): User {
  const { companyId } = session
  if (companyId === null) throw new NectarConnectError('company_missing')
  return { ...session, companyId }
}

/** @throws NectarConnectError `not_allowed`, naming who may. */
export function requirePermission(
  isGranted: boolean,
  { administratorNames }: { administratorNames: string[] },
): void {
  if (!isGranted) throw new NectarConnectError('not_allowed', { administratorNames })
}

/**
 * An opaque name for a user in a company, the same on every server. It grants nothing: browsers compare names and never
 * send them back. A company's id is random, so a name reveals neither company nor user.
 */
export async function nameScope({ companyId, userId }: Pick<Session, 'companyId' | 'userId'>) {
  const key = JSON.stringify([companyId, userId])
  const known = scopes.get(key)
  if (known !== undefined) return known
  const name = (await hashText(['nectar-connect/scope/1', companyId, userId])).slice(0, SCOPE_LENGTH)
  scopes.set(key, name)
  trimOldest(scopes, SCOPES_KEPT)
  return name
}

/** The names of users who asked lately: to make one takes a thread of its own, more than all the checks together. */
const scopes = new Map<string, string>()
const SCOPES_KEPT = 10_000

/**
 * What the host's `authorize` returned. The user has to be right; any other odd field counts as missing, with one line
 * in the log that does not name the value. @throws NectarConnectError `host_error`
 */
function readAuthorization(answer: unknown, log: Log): Session {
  if (typeof answer !== 'object' || answer === null) throw unusable(`it is ${nameKind(answer)}`)
  const given = answer as Record<string, unknown>
  const { companyId, userId } = given
  if (typeof userId !== 'string' || userId === '') throw unusable(`userId is ${nameKind(userId)}`)
  if (companyId !== null && typeof companyId !== 'string') {
    throw unusable(`companyId is ${nameKind(companyId)}`)
  }
  const odd = (field: string, what: string) =>
    log.once('warn', `The "${field}" that "authorize" returned ${what}.`, {})
  return {
    companyId: readCompanyId(companyId),
    userId,
    userName: readName(given.userName ?? null, odd),
    userEmail: readEmail(given.userEmail ?? null, odd),
    permissions: readPermissions(given.permissions ?? {}, odd),
    administratorNames: readNames(given.administratorNames ?? [], odd),
  }
}

/** Never the value itself: it may be personal. */
function nameKind(value: unknown): string {
  if (value === '') return 'an empty text'
  if (value === undefined || value === null) return 'missing'
  if (typeof value === 'number' || typeof value === 'bigint')
    return 'a number, and no text: String(…) makes it one'
  return Array.isArray(value) ? 'a list' : `of the type ${typeof value}`
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
  if (typeof name === 'string') return name.trim().slice(0, NAME_LENGTH) || null
  if (name !== null) odd('userName', 'is no text. It counts as none')
  return null
}

function readEmail(email: unknown, odd: Odd): string | null {
  const address = readMailAddress(email)
  if (address === null && email !== null) {
    odd('userEmail', 'is no mail address that can be used. It counts as none')
  }
  return address
}

function readNames(names: unknown, odd: Odd): string[] {
  const known = Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []
  if (!Array.isArray(names) || known.length < names.length) {
    odd('administratorNames', 'is no list of names. What is no name in it is left out')
  }
  return known
}

function readPermissions(permissions: unknown, odd: Odd): Permissions {
  if (typeof permissions !== 'object') {
    odd('permissions', 'is no object like { connect: true }. Nothing but "view" is granted')
    return { view: true, connect: false, reconnect: false, invite: false, revoke: false }
  }
  const given = permissions as Partial<Record<keyof Permissions, unknown>>
  const granted = RIGHTS.map((right) => {
    const value = Object.hasOwn(given, right) && given[right] !== undefined ? given[right] : true
    if (typeof value !== 'boolean') {
      odd(`permissions.${right}`, 'is neither true nor false. It is not granted')
    }
    return [right, value === true] as const
  })
  return Object.fromEntries(granted) as Record<keyof Permissions, boolean>
}

function unusable(why: string) {
  return hostHookError(
    `What "authorize" returned cannot be used: ${why}. Return { companyId, userId, userName?, userEmail?, permissions?, administratorNames? }, or null.`,
  )
}
