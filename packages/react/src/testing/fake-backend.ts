import {
  type ConnectionView,
  type CreatedInvitation,
  ERROR_STATUSES,
  type InvitationView,
  IS_RETRYABLE,
  type Permissions,
  PROBLEM_MEDIA_TYPE,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
  SCOPE_HEADER,
  type ShareResponse,
  type SharingPolicy,
  type WireErrorCode,
} from '@nectar-connect/contract/wire'
import type { FakeChanges } from './fake-changes.ts'
import { answerShared, NO_SHARING } from './fake-sharing.ts'

/** What the fake backend answers. Tests and stories change it as they go. */
export interface FakeBackend {
  connections: ConnectionView[]
  can: Permissions
  administratorNames: string[]
  scope: string
  /** Where Nectar's page lives, as `GET /connections` says. */
  hostedOrigin: string | undefined
  /** The stream of changes and the histories; null: it has neither. */
  changes: FakeChanges | null
  /** How changes get to it, as `GET /connections` says. */
  live: 'stream' | 'poll' | undefined
  /** Every route answers this problem. */
  problem: WireErrorCode | null
  /** With a problem: what a development server says about its set-up. */
  faults: string[] | undefined
  /** With a problem: how long to wait, in milliseconds. */
  retryAfterMs: number | undefined
  /** Nothing reaches it. */
  isDown: boolean
  /** Never answers. */
  isHanging: boolean
  invitation: CreatedInvitation
  /** How long an invitation lasts from when it is made, in milliseconds. Null: always as `invitation` says. */
  lifeMs: number | null
  /** When the last one made is over, on the page's clock. */
  endsAt: number | null
  /** Everything that was asked for, answered or not: `GET /connections`. */
  requests: string[]
  /** Ids of the invitations that were asked about, as they came. */
  looks: string[]
  /** `POST /invitations` bodies, as they came. */
  created: unknown[]
  revoked: string[]
  /** Colleagues can be asked; undefined: the server is of the version before. */
  sharing: SharingPolicy
  /** What colleagues were sent, newest first. */
  shared: InvitationView[]
  /** `POST /invitations/shared` bodies, as they came. */
  asked: { idempotencyKey: string; to: string | null }[]
  /** What becomes of an address; default: sent. */
  outcomeOf: (to: string) => Partial<ShareResponse>
  /** `POST /invitations/:id/remind` bodies, as they came. */
  reminded: unknown[]
  /** What reminding does to the link. */
  remindLink: 'kept' | 'replaced'
  fetch: typeof fetch
}

export const EVERYTHING: Permissions = {
  view: true,
  connect: true,
  reconnect: true,
  invite: true,
  revoke: true,
}

export const INVITATION: CreatedInvitation = {
  id: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
  kind: 'contributor',
  status: 'ACTIVE',
  expiresInMs: 3_600_000,
  createdAt: '2026-11-24T05:31:56Z',
  useCount: 0,
  maxUses: 1,
  requiresEmail: false,
  connectionId: null,
  opened: false,
  openedAt: null,
  usedAt: null,
  sites: [],
  sharing: null,
  createdConnections: [],
  url: 'https://dash.nectarclimate.com/p/i/inv_example',
}

/** A backend in a closure: the wire is real, what is behind it is not. */
export function createFakeBackend(initial: Partial<FakeBackend> = {}): FakeBackend {
  const backend: FakeBackend = {
    connections: [],
    can: EVERYTHING,
    administratorNames: [],
    scope: 'scope-a',
    hostedOrigin: undefined,
    changes: null,
    live: undefined,
    problem: null,
    faults: undefined,
    retryAfterMs: undefined,
    isDown: false,
    isHanging: false,
    invitation: structuredClone(INVITATION),
    lifeMs: null,
    endsAt: null,
    requests: [],
    looks: [],
    created: [],
    revoked: [],
    sharing: NO_SHARING,
    shared: [],
    asked: [],
    outcomeOf: () => ({}),
    reminded: [],
    remindLink: 'kept',
    ...initial,
    fetch: async (input, init) => {
      const path = String(input).replace(/^.*\/api\/nectar/, '')
      const method = init?.method ?? 'GET'
      backend.requests.push(`${method} ${path}`)
      if (backend.isDown) throw new TypeError('Failed to fetch')
      if (backend.isHanging) return new Promise<Response>(() => {})
      const stream = path === '/changes' && backend.problem === null ? backend.changes : null
      if (stream) {
        const from = new Headers(init?.headers).get('last-event-id')
        return stream.open(init?.signal ?? null, headersOf(backend, 'text/event-stream'), from)
      }
      return answer(backend, path, method, init?.body)
    },
  }
  return backend
}

function answer(backend: FakeBackend, path: string, method: string, body: unknown): Response {
  if (backend.problem) return problemResponse(backend, backend.problem)
  if (method === 'POST' && path === '/invitations') {
    backend.created.push(JSON.parse(String(body)))
    backend.endsAt = backend.lifeMs === null ? null : performance.now() + backend.lifeMs
    return json(backend, { ...backend.invitation, ...lifeOf(backend) })
  }
  const shared = answerShared(backend, path, method, body)
  if (shared !== null) return json(backend, shared)
  if (path.endsWith('/revoke')) {
    backend.revoked.push(path.split('/')[2] ?? '')
    return json(backend, view({ ...backend.invitation, status: 'REVOKED' }))
  }
  if (path.startsWith('/invitations/')) {
    backend.looks.push(path.split('/')[2] ?? '')
    return json(backend, view({ ...backend.invitation, ...lifeOf(backend) }))
  }
  if (path === '/connections') {
    const { connections, can, administratorNames, hostedOrigin, live, sharing } = backend
    return json(backend, {
      connections,
      permissions: can,
      administratorNames,
      hostedOrigin,
      liveUpdates: live,
      sharing,
      cursor: backend.changes?.cursor(),
    })
  }
  const history = /^\/connections\/([^/]+)\/changes\?limit=(\d+)$/.exec(path)
  if (history && backend.changes) {
    return json(backend, backend.changes.history(history[1] ?? '', Number(history[2])))
  }
  return problemResponse(backend, 'not_found')
}

function lifeOf({ endsAt, invitation }: FakeBackend): Partial<CreatedInvitation> {
  if (endsAt === null) return {}
  const expiresInMs = Math.max(0, endsAt - performance.now())
  const isOver = expiresInMs === 0 && invitation.status === 'ACTIVE'
  return isOver ? { expiresInMs, status: 'EXPIRED' } : { expiresInMs }
}

function view({ url: _, ...rest }: CreatedInvitation): InvitationView {
  return rest
}

function json(backend: FakeBackend, value: unknown, mediaType = 'application/json', status = 200): Response {
  return new Response(JSON.stringify(value), { status, headers: headersOf(backend, mediaType) })
}

function headersOf({ scope }: FakeBackend, mediaType: string): Record<string, string> {
  return { 'content-type': mediaType, [PROTOCOL_HEADER]: PROTOCOL_VERSION, [SCOPE_HEADER]: scope }
}

function problemResponse(backend: FakeBackend, code: WireErrorCode): Response {
  const [status, retryable] = [ERROR_STATUSES[code], IS_RETRYABLE[code]]
  const { administratorNames, retryAfterMs, faults } = backend
  const body = { type: 'about:blank', title: code, status, code, requestId: 'NC-7F3K-92QD', retryable }
  return json(
    backend,
    { ...body, administratorNames, retryAfterMs, setupProblems: faults },
    PROBLEM_MEDIA_TYPE,
    status,
  )
}
