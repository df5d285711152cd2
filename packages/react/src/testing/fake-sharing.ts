import {
  getFilter,
  getInvitationStage,
  type InvitationView,
  type SharingPolicy,
} from '@nectar-connect/contract/wire'
import type { FakeBackend } from './fake-backend.ts'
import { hoursAgo } from './fixtures.ts'

/** Asking colleagues is switched off. */
export const NO_SHARING: SharingPolicy = {
  mail: null,
  allowLinks: false,
  expiresInMs: null,
  allowedDomains: null,
  ownName: null,
  ownEmail: null,
}

export const SHARING: SharingPolicy = {
  mail: 'host',
  allowLinks: true,
  expiresInMs: 14 * 24 * 3_600_000,
  allowedDomains: null,
  ownName: 'Maya Lindqvist',
  ownEmail: 'maya@northpoint.example',
}

export const SHARED_URL = 'https://dash.nectarclimate.com/p/i/inv_shared'

let made = 0

/** An invitation that a colleague was sent, like any other but for what the case is about. */
export function sharedInvitation(
  overrides: Partial<InvitationView> = {},
  to: string | null = null,
): InvitationView {
  const number = String(++made).padStart(12, '0')
  return {
    id: `5d0f2c1a-0d44-4b50-8888-${number}`,
    kind: 'contributor',
    status: 'ACTIVE',
    expiresInMs: 14 * 24 * 3_600_000,
    createdAt: hoursAgo(2),
    useCount: 0,
    maxUses: 1,
    requiresEmail: to !== null,
    connectionId: null,
    opened: false,
    openedAt: null,
    usedAt: null,
    sites: [],
    createdConnections: [],
    ...overrides,
    sharing: {
      via: to === null ? 'link' : 'email',
      mail: to === null ? null : 'host',
      to,
      invitedBy: { name: 'Maya Lindqvist', isYou: true },
      sentAt: hoursAgo(2),
      remindedAt: null,
      ...overrides.sharing,
    },
  }
}

/** @returns null where the route has nothing to do with colleagues, or with an invitation that none was sent */
export function answerShared(backend: FakeBackend, path: string, method: string, body: unknown): unknown {
  const [, , id = '', action] = path.split('/')
  const request = method === 'POST' && typeof body === 'string' ? JSON.parse(body) : {}
  const change = (changes: Partial<InvitationView>) => {
    const known = backend.shared.find((one) => one.id === id)
    if (!known) return null
    const changed = { ...known, ...changes }
    backend.shared = backend.shared.map((one) => (one.id === id ? changed : one))
    return changed
  }
  if (path === '/invitations/shared') return share(backend, request)
  if (path.startsWith('/invitations/shared?')) return list(backend, new URLSearchParams(path.split('?')[1]))
  if (action === 'remind') {
    backend.reminded.push(request)
    const again = { status: 'ACTIVE', expiresInMs: 14 * 24 * 3_600_000 }
    const invitation = change(backend.remindLink === 'kept' ? again : { ...again, id: crypto.randomUUID() })
    const url = invitation?.sharing?.via === 'link' ? { url: SHARED_URL } : {}
    return { invitation, link: backend.remindLink, ...url }
  }
  if (action === 'revoke') {
    if (!backend.shared.some((one) => one.id === id)) return null
    backend.revoked.push(id)
    return alone(change({ status: 'REVOKED' }))
  }
  return path.startsWith('/invitations/') ? alone(change({})) : null
}

/** As the server answers a single one: without how it got to a colleague. */
function alone(invitation: InvitationView | null): InvitationView | null {
  return invitation && { ...invitation, sharing: null }
}

interface Asked {
  idempotencyKey: string
  kind: InvitationView['kind']
  connectionId?: string
  to: string | null
}

function share(backend: FakeBackend, request: Asked) {
  backend.asked.push(request)
  const { to } = request
  const answer = to === null ? { url: SHARED_URL } : backend.outcomeOf(to)
  return { outcome: 'sent', invitation: answer.invitation ?? add(backend, request), ...answer }
}

function add(backend: FakeBackend, { kind, connectionId, to }: Asked): InvitationView {
  const now = new Date().toISOString()
  const invitation = sharedInvitation({ kind, connectionId: connectionId ?? null, createdAt: now }, to)
  if (invitation.sharing) invitation.sharing.sentAt = now
  backend.shared = [invitation, ...backend.shared]
  return invitation
}

function list({ shared }: FakeBackend, search: URLSearchParams) {
  const stageOf = (one: InvitationView) => getFilter(getInvitationStage(one))
  const filter = search.get('filter')
  const matching = shared.filter((one) => filter === null || stageOf(one) === filter)
  const start = matching.findIndex(({ id }) => id === search.get('after')) + 1
  const limit = Number(search.get('limit') ?? 20)
  const count = (wanted: string) => shared.filter((one) => stageOf(one) === wanted).length
  return {
    invitations: matching.slice(start, start + limit),
    hasMore: matching.length > start + limit,
    counts: { pending: count('pending'), used: count('used'), closed: count('closed') },
  }
}
