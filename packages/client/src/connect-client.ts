import {
  type ChangesResponse,
  type ConnectionsResponse,
  type ConnectionView,
  type CreateInvitationRequest,
  changesResponse,
  connectionsResponse,
  connectionView,
  createReference,
  type InvitationTicket,
  type InvitationView,
  invitationTicket,
  invitationView,
  isProtocolSupported,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
  REFERENCE_HEADER,
  SCOPE_HEADER,
} from '@nectar-connect/contract'
import { ConnectError } from './connect-error.ts'
import { createSubject, type Observable } from './observable.ts'
import { readJson, readProblem } from './read-problem.ts'

export interface ConnectClientOptions {
  /** Where the handler is mounted: a path, or a URL when it lives on another origin. Default `/api/nectar`. */
  basePath?: string
  /** Extra headers, read for each request: for hosts that use bearer tokens. */
  headers?: () => Record<string, string> | Promise<Record<string, string>>
  /** Default: `include` for another origin, else `same-origin`. */
  credentials?: RequestCredentials
  fetch?: typeof fetch
}

/** The backend as a browser sees it. Every method rejects with a `ConnectError` and nothing else. */
export interface ConnectClient {
  readonly basePath: string
  /** The opaque name of caller and company, as last answered; null before the first answer. */
  readonly scope: Observable<string | null>
  createInvitation(request: CreateInvitationRequest): Promise<InvitationTicket>
  getInvitation(id: string): Promise<InvitationView>
  /** Survives the page being left. */
  revokeInvitation(id: string): Promise<InvitationView>
  listConnections(): Promise<ConnectionsResponse>
  getConnection(id: string): Promise<ConnectionView>
  /** @param limit how many at most, newest first; from 1 to 200 */
  listChanges(connectionId: string, limit: number): Promise<ChangesResponse>
  /**
   * The stream of changes, right after a cursor; null: from now on. It stays open, so nothing but `signal` ends the
   * waiting for it.
   */
  openChanges(cursor: string | null, signal: AbortSignal): Promise<Response>
}

/** Longer than the server waits for Nectar, so that its answer is the one that counts. */
const TIMEOUT_MS = 30_000

type Init = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> }

interface Parser<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: unknown }
}

/**
 * The typed fetch client. It keeps nothing but the scope.
 *
 * @example
 * const client = createConnectClient({ basePath: '/api/nectar' })
 * const { connections } = await client.listConnections()
 */
export function createConnectClient(options: ConnectClientOptions = {}): ConnectClient {
  const basePath = (options.basePath ?? '/api/nectar').replace(/\/+$/, '')
  const credentials = options.credentials ?? (/^https?:/.test(basePath) ? 'include' : 'same-origin')
  const scope = createSubject<string | null>(null)

  async function call<T>(path: string, parser: Parser<T>, init: Init = {}): Promise<T> {
    const reference = createReference()
    const response = await send(path, reference, { signal: AbortSignal.timeout(TIMEOUT_MS), ...init })
    await accept(response, reference)
    const parsed = parser.safeParse(await readJson(response, 'application/json'))
    if (!parsed.success) throw new ConnectError('invalid_response', { reference, cause: parsed.error })
    return parsed.data
  }

  /** A refusal tells who is asking, too: for somebody else, what was open here does not exist. */
  async function accept(response: Response, reference: string): Promise<void> {
    noteScope(response)
    const server = response.headers.get(PROTOCOL_HEADER)
    if (!response.ok) throw await readProblem(response, reference)
    if (server !== null && !isProtocolSupported(server))
      throw new ConnectError('client_outdated', { reference })
  }

  function noteScope(response: Response) {
    const answered = response.headers.get(SCOPE_HEADER)
    if (answered !== null) scope.set(answered)
  }

  async function send(path: string, reference: string, init: Init): Promise<Response> {
    const fetcher = options.fetch ?? globalThis.fetch
    try {
      return await fetcher(basePath + path, {
        ...init,
        cache: 'no-store',
        credentials,
        headers: {
          accept: 'application/json',
          ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
          [PROTOCOL_HEADER]: PROTOCOL_VERSION,
          [REFERENCE_HEADER]: reference,
          ...init.headers,
          ...(await options.headers?.()),
        },
      })
    } catch (cause) {
      throw new ConnectError('network', { reference, cause })
    }
  }

  return {
    basePath,
    scope,
    createInvitation: (request) =>
      call('/invitations', invitationTicket, { method: 'POST', body: JSON.stringify(request) }),
    getInvitation: (id) => call(`/invitations/${id}`, invitationView),
    revokeInvitation: (id) =>
      call(`/invitations/${id}/revoke`, invitationView, { method: 'POST', keepalive: true }),
    listConnections: () => call('/connections', connectionsResponse),
    getConnection: (id) => call(`/connections/${id}`, connectionView),
    listChanges: (connectionId, limit) =>
      call(`/connections/${connectionId}/changes?limit=${limit}`, changesResponse),
    async openChanges(cursor, signal) {
      const reference = createReference()
      const response = await send('/changes', reference, {
        signal,
        headers: {
          accept: 'text/event-stream',
          ...(cursor === null ? {} : { 'last-event-id': cursor }),
        },
      })
      await accept(response, reference)
      return response
    },
  }
}
