export const COMPANY = '91c21c6b-5f3f-4d5f-9fb9-02530ef4b13c'
export const OTHER_COMPANY = '11111111-5f3f-4d5f-9fb9-02530ef4b13c'
export const SITE = '67e72ddf-9e9c-42b6-81da-13c1130c691a'
export const CONNECTION = 'a6c70a54-34e7-4277-80b0-412869ce087c'
export const OTHER_CONNECTION = 'b6c70a54-34e7-4277-80b0-412869ce087c'
export const OTHER_INVITATION = 'cccccccc-0d44-4b50-8888-8dd25736052a'
export const ABSENT = 'dddddddd-0d44-4b50-8888-8dd25736052a'

export interface SeenRequest {
  method: string
  /** Path and query. */
  path: string
  headers: Headers
  body: unknown
  signal: AbortSignal | null
  redirect: string | undefined
  cache: string | undefined
}

type Responder = (request: SeenRequest) => Response | Promise<Response>
type Row = Record<string, unknown>

/** A Nectar of a few rows, for tests in this process. */
export interface FakeNectar {
  fetch: typeof fetch
  requests: SeenRequest[]
  /** Requests by method and the start of the path. */
  count(method: string, path?: string): number
  keys: Set<string>
  /** How far Nectar's clock is ahead of the host's, in milliseconds. */
  skewMs: number
  companies: Row[]
  connections: Row[]
  invitations: Map<string, Row>
  /** Answers instead of the rows: the newest that is still good for this request, `times` times. */
  on(method: string, path: string, responder: Responder, times?: number): void
  /** What the next invitations look like, besides the documented. */
  invitationExtra: Row
}

export function createFakeNectar(now: () => number): FakeNectar {
  const overrides: { method: string; path: string; responder: Responder; left: number }[] = []
  let made = 0

  const fake: FakeNectar = {
    requests: [],
    keys: new Set(['test-key-1']),
    skewMs: 0,
    companies: [companyRow(COMPANY, 'Demo Company'), companyRow(OTHER_COMPANY, 'Other Company')],
    connections: [connectionRow(CONNECTION, COMPANY), connectionRow(OTHER_CONNECTION, OTHER_COMPANY)],
    invitations: new Map(),
    invitationExtra: {},
    count: (method, path = '') =>
      fake.requests.filter((request) => request.method === method && request.path.startsWith(path)).length,
    on(method, path, responder, times = Number.POSITIVE_INFINITY) {
      overrides.unshift({ method, path, responder, left: times })
    },
    async fetch(input, init) {
      const url = new URL(String(input))
      const request: SeenRequest = {
        method: init?.method ?? 'GET',
        path: url.pathname.replace('/v2.2', '') + url.search,
        headers: new Headers(init?.headers),
        body: typeof init?.body === 'string' ? JSON.parse(init.body) : null,
        signal: init?.signal ?? null,
        redirect: init?.redirect,
        cache: init?.cache,
      }
      fake.requests.push(request)
      const override = overrides.find(
        ({ method, path, left }) => left > 0 && method === request.method && request.path.startsWith(path),
      )
      if (override) override.left -= 1
      const response = override ? await override.responder(request) : answer(request)
      if (!response.headers.has('date')) response.headers.set('date', new Date(nectarNow()).toUTCString())
      return response
    },
  }
  fake.invitations.set(OTHER_INVITATION, {
    ...createInvitation(OTHER_COMPANY, null, {}),
    id: OTHER_INVITATION,
  })
  return fake

  function nectarNow() {
    return now() + fake.skewMs
  }

  function answer(request: SeenRequest): Response {
    if (!fake.keys.has(request.headers.get('x-api-key') ?? '')) return json({ detail: 'Bad key.' }, 401)
    const [path = ''] = request.path.split('?')
    const [, first = '', second = '', third] = path.split('/')
    switch (`${request.method} ${first}`) {
      case 'GET ping':
        return json({ version: 'v2.2' })
      case 'GET company':
        return second === '' ? json(fake.companies) : found(fake.companies.find(({ id }) => id === second))
      case 'POST company':
        return json(
          push(fake.companies, { ...companyRow(crypto.randomUUID(), ''), ...(request.body as Row) }),
        )
      case 'GET site':
        return found(fake.companies.flatMap(({ sites }) => sites as Row[]).find(({ id }) => id === second))
      case 'POST site':
        return json({ id: crypto.randomUUID(), dataCollectionStopDate: null, ...(request.body as Row) })
      case 'GET connection':
        return second === 'company'
          ? json(page(fake.connections.filter(({ company }) => (company as Row).id === third)))
          : found(fake.connections.find(({ id }) => id === second))
      case 'GET invitation':
        return second === 'company'
          ? json({
              hasNext: false,
              invitations: [...fake.invitations.values()].filter(({ companyId }) => companyId === third),
            })
          : found(fake.invitations.get(second))
      case 'POST invitation':
        if (third === 'revoke') return revoke(second)
        return create(
          second === 'company' ? { companyId: third } : { connectionId: third },
          request.body as Row,
        )
      default:
        return json({ detail: 'Not found.' }, 404)
    }
  }

  function create(target: { companyId?: string | undefined; connectionId?: string | undefined }, body: Row) {
    const connection = fake.connections.find(({ id }) => id === target.connectionId)
    const owner = connection?.company as Row | undefined
    const companyId = target.companyId ?? String(owner?.id)
    const invitation = createInvitation(companyId, target.connectionId ?? null, body)
    fake.invitations.set(String(invitation.id), invitation)
    return json(invitation, 201)
  }

  function createInvitation(companyId: string, connectionId: string | null, body: Row): Row {
    made += 1
    const createdAt = Math.floor(nectarNow() / 1000) * 1000
    const { expiresInSeconds, maxUses, allowedEmails } = body
    return {
      id: crypto.randomUUID(),
      token: `inv_token${made}secret`,
      invitationType: connectionId === null ? 'CREATE_CONNECTION' : 'EDIT_CONNECTION',
      status: 'ACTIVE',
      invitationUrl: `https://dash.nectarclimate.com/p/i/inv_token${made}secret`,
      companyId,
      connectionId,
      allowedEmails: allowedEmails ?? [],
      expiresAt: typeof expiresInSeconds === 'number' ? stamp(createdAt + expiresInSeconds * 1000) : null,
      maxUses: maxUses ?? null,
      useCount: 0,
      createdAt: stamp(createdAt),
      prefill: {},
      createdConnections: [],
      ...fake.invitationExtra,
    }
  }

  function revoke(id: string): Response {
    const invitation = fake.invitations.get(id)
    if (!invitation) return found(undefined)
    invitation.status = 'REVOKED'
    return json(invitation)
  }
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })
}

/** The error that Node's fetch throws when the network fails. */
export function networkError(code: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })
}

/** Hangs until the request is aborted, as a slow Nectar does. */
export function hang(request: SeenRequest): Promise<Response> {
  return new Promise((_, reject) => {
    request.signal?.addEventListener('abort', () => reject(request.signal?.reason))
  })
}

function found(row: Row | undefined): Response {
  return row ? json(row) : json({ detail: 'Not found.' }, 404)
}

function page(connections: Row[]) {
  return { totalPages: 1, currentPage: 1, hasNext: false, hasPrevious: false, connections }
}

function push(rows: Row[], row: Row): Row {
  rows.push(row)
  return row
}

function stamp(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z')
}

function companyRow(id: string, name: string): Row {
  const sites = id === COMPANY ? [{ id: SITE, name: 'California Facility 1', path: ['US'] }] : []
  return { id, name, externalId: `ext-${id}`, sites, users: ['owner@example.com'] }
}

export function connectionRow(id: string, companyId: string): Row {
  return {
    id,
    status: 'PASSWORD_INCORRECT',
    isActive: true,
    created: '2024-09-06T00:15:43Z',
    updated: '2024-09-13T08:02:11Z',
    statusLastUpdateTime: '2024-09-13T08:02:11Z',
    statusFirstSeenTime: '2024-09-10T06:00:00Z',
    publicCompanyId: 'public-company-secret',
    connectionMagicLinkSecret: 'magic-link-secret',
    datasource: { name: 'LADWP', url: 'https://ladwp.com' },
    company: { id: companyId, name: 'Some Company' },
    url: 'https://ladwp.com',
    country: 'US',
    initialSites: [SITE],
    initialDatasourceTypes: ['ELECTRICITY'],
    username: 'facilities@example.com',
    workflowOwnerEmail: 'owner@example.com',
  }
}
