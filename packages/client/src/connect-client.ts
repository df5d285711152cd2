import {
  type ConnectionsResponse,
  type CreateInvitationRequest,
  type check,
  connectionsResponse,
  createdInvitation,
  createRequestId,
  invitationView,
  isProtocolSupported,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
  REQUEST_ID_HEADER,
  SCOPE_HEADER,
} from '@nectar-connect/contract/wire'
import { type DescribedCall, warnInDevelopment } from './development/warn-in-development.ts'
import { ConnectError, readJson, readProblem } from './lib/connect-error.ts'
import { browserPlatform, type Platform } from './platform/platform.ts'
import { watchScope } from './watch-scope.ts'

export interface ConnectClientOptions {
  /** Where the handler is mounted: a path, or a URL when it lives on another origin. Default `/api/nectar`. */
  basePath?: string | undefined
  /** Extra headers, read for each request: for hosts that use bearer tokens. */
  headers?: (() => Record<string, string> | Promise<Record<string, string>>) | undefined
  /** Default: `include` for another origin, else `same-origin`. */
  credentials?: RequestCredentials | undefined
  fetch?: typeof fetch | undefined
}

/** The backend as a browser sees it. Every method rejects with a `ConnectError` and nothing else. */
export type ConnectClient = ReturnType<typeof createConnectClient>

/** Longer than the server waits for Nectar, so that the server's answer comes first. */
const TIMEOUT_MS = 30_000

type Init = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> }

/**
 * The typed fetch client. It keeps only the scope.
 *
 * @example
 * const client = createConnectClient({ basePath: '/api/nectar' })
 * const { connections } = await client.listConnections()
 */
export function createConnectClient(
  options: ConnectClientOptions = {},
  platform: Pick<Platform, 'now' | 'setTimer'> = browserPlatform(),
) {
  const basePath = (options.basePath ?? '/api/nectar').replace(/\/+$/, '')
  const credentials = options.credentials ?? (/^https?:/.test(basePath) ? 'include' : 'same-origin')
  const { scope, isSettled, note } = watchScope(platform)
  const scopes = new WeakMap<object, string>()
  let listed: { hostedOrigin: string | null; cursor: string | null; scope: string | null } | undefined
  /** The list that was asked for before it was known who is here. */
  let firstList: Promise<ConnectionsResponse> | null = null
  /** Set by the last request. */
  let isTokenSent = false

  async function call<T extends object>(path: string, read: check.Check<T>, init: Init = {}): Promise<T> {
    const reference = createRequestId()
    const response = await send(path, reference, { signal: AbortSignal.timeout(TIMEOUT_MS), ...init })
    await accept(response, path, reference)
    const body = await readJson(response, 'application/json')
    try {
      const answer = read(body)
      const answered = response.headers.get(SCOPE_HEADER)
      if (answered !== null) scopes.set(answer, answered)
      return answer
    } catch (cause) {
      throw refused(response, path, new ConnectError('invalid_response', { requestId: reference, cause }))
    }
  }

  async function readList(): Promise<ConnectionsResponse> {
    const answer = await call('/connections', connectionsResponse)
    const { hostedOrigin = null, cursor = null } = answer
    listed = { hostedOrigin, cursor, scope: scopes.get(answer) ?? null }
    return answer
  }

  /** A refusal names the scope, too: what was open here does not exist for another user. */
  async function accept(response: Response, path: string, reference: string): Promise<void> {
    noteScope(response)
    const server = response.headers.get(PROTOCOL_HEADER)
    if (!response.ok) throw refused(response, path, await readProblem(response, reference))
    if (server !== null && !isProtocolSupported(server))
      throw new ConnectError('client_outdated', { requestId: reference })
  }

  function refused(response: Response, path: string, error: ConnectError): ConnectError {
    warnInDevelopment({ kind: 'refused', call: describeCall(path), response, error })
    return error
  }

  function describeCall(path: string): DescribedCall {
    return { basePath, path, credentials, isTokenSent }
  }

  function noteScope(response: Response) {
    const answered = response.headers.get(SCOPE_HEADER)
    if (answered !== null) note(answered)
  }

  async function send(path: string, reference: string, init: Init): Promise<Response> {
    const fetcher = options.fetch ?? globalThis.fetch
    const own = await readHeaders(reference)
    isTokenSent = own.has('authorization')
    try {
      return await fetcher(fromPage(basePath) + path, {
        ...init,
        cache: 'no-store',
        credentials,
        headers: {
          accept: 'application/json',
          ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
          [PROTOCOL_HEADER]: PROTOCOL_VERSION,
          [REQUEST_ID_HEADER]: reference,
          ...init.headers,
          ...Object.fromEntries(own),
        },
      })
    } catch (cause) {
      if (isServerSilent(cause)) throw new ConnectError('internal_error', { requestId: reference, cause })
      const error = new ConnectError('network', { requestId: reference, cause })
      warnInDevelopment({ kind: 'unreachable', call: describeCall(path), error })
      throw error
    }
  }

  async function readHeaders(reference: string): Promise<Headers> {
    try {
      return new Headers(await options.headers?.())
    } catch (cause) {
      throw new ConnectError('host_error', { requestId: reference, cause })
    }
  }

  return {
    basePath,
    scope,
    isSettled,
    /** Asks for what few parts of a page need; see `requests.ts`. Rejects like all the others. */
    call,
    /** The scope of an answer of this client; null if it had none. `scope` may have changed since. */
    scopeOf: (answer: object) => scopes.get(answer) ?? null,
    createInvitation: (request: CreateInvitationRequest) =>
      call('/invitations', createdInvitation, post(request)),
    getInvitation: (id: string) => call(`/invitations/${id}`, invitationView),
    /** Is sent even when the page is left. */
    revokeInvitation: (id: string) =>
      call(`/invitations/${id}/revoke`, invitationView, { method: 'POST', keepalive: true }),
    /** The origin of Nectar's page, from the last list that was read. Null: it did not say. Undefined: no list was read yet. */
    hostedOrigin: () => listed?.hostedOrigin,
    /** The head of the first answer says who is here: whoever asks on hearing that gets the answer that it belongs to. */
    listConnections(): Promise<ConnectionsResponse> {
      if (firstList) return firstList
      const reading = readList()
      if (scope.get() !== null) return reading
      firstList = reading.finally(() => {
        firstList = null
      })
      return firstList
    },
    /**
     * Where the stream goes on after the last list that was read for who is here. Null: the list did not say. Waits
     * for the first list.
     */
    async listCursor(): Promise<string | null> {
      await firstList?.catch(() => {})
      return listed !== undefined && listed.scope === scope.get() ? listed.cursor : null
    },
    /** The stream of changes after a cursor; null: from now on. Only `signal` ends the waiting for it. */
    async openChanges(cursor: string | null, signal: AbortSignal) {
      const reference = createRequestId()
      const response = await send('/changes', reference, {
        signal,
        headers: {
          accept: 'text/event-stream',
          ...(cursor === null ? {} : { 'last-event-id': cursor }),
        },
      })
      await accept(response, '/changes', reference)
      return response
    },
  }
}

/** Whether a server was reached and does not answer: the customer's own connection is not to blame. */
function isServerSilent(cause: unknown): boolean {
  return Object(cause).name === 'TimeoutError' && globalThis.navigator?.onLine !== false
}

/** Resolves a path against the page, ignoring the host's `<base>`. Without a page or an origin, it stays a path. */
function fromPage(basePath: string): string {
  const origin = globalThis.location?.origin
  return /^\/(?!\/)/.test(basePath) && /^https?:/.test(origin ?? '') ? origin + basePath : basePath
}

export function post(body: object): Init {
  return { method: 'POST', body: JSON.stringify(body) }
}
