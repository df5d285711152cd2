import type {
  CreatedInvitation,
  CreateInvitationRequest,
  InvitationView,
} from '@nectar-connect/contract/wire'
import type { ConnectClient } from '../connect-client.ts'
import { ConnectError } from '../lib/connect-error.ts'
import { createStore } from '../lib/store.ts'

type Call = 'create' | 'read' | 'revoke'

interface KeptInvitation {
  id: string
  request: CreateInvitationRequest
  /** On Nectar's clock. */
  expiresAt: number | null
  useCount: number
  maxUses: number | null
  isRevoked: boolean
  wasViewed: boolean
  connections: InvitationView['createdConnections']
}

/** What every URL here has and nothing else may: what is searched for where no secret belongs. */
export const SECRET = 'bearer-secret'

/**
 * A backend that really keeps invitations, and answers about them on Nectar's clock.
 *
 * @param elapsed time that went by, in milliseconds
 */
export function createBackend(later: (callback: () => void, ms: number) => void, elapsed: () => number) {
  const invitations = new Map<string, KeptInvitation>()
  const attempts = new Map<string, string>()
  const answered = new Set<string>()

  const backend = {
    /** How far Nectar's clock is ahead, in milliseconds. */
    lead: 0,
    /** Nectar's clock, in milliseconds. */
    now: () => elapsed() + backend.lead,
    scope: createStore<string | null>('scope-1'),
    lifeMs: 3_600_000 as number | null,
    maxUses: 1 as number | null,
    /** How long answers are under way. */
    latencyMs: 0,
    /** What creating answers: a fresh one, one that is over already, or the last one again. */
    answers: 'fresh' as 'fresh' | 'dead' | 'same',
    /** Goes on calling active what is over. */
    isLate: false,
    origin: 'https://dash.nectarclimate.com',
    /** Refuses before anything is done. */
    failing: {} as Partial<Record<Call, ConnectError>>,
    /** Does what is asked for, and loses the answer. */
    losing: {} as Partial<Record<Call, ConnectError>>,
    calls: [] as { call: Call; id: string | null }[],
    requests: [] as CreateInvitationRequest[],
    /** Answers that were of no use by intention. */
    staleResponses: 0,

    count: (call: Call) => backend.calls.filter((made) => made.call === call).length,
    revoked: () => backend.calls.flatMap(({ call, id }) => (call === 'revoke' && id !== null ? [id] : [])),
    ids: () => [...invitations.keys()],
    /** Those whose making was answered, and the answer arrived. */
    answered: () => [...answered],
    isUsed: (id: string) => get(id).useCount > 0,
    isUsable: (id: string) => statusOf(get(id)) === 'ACTIVE',

    /** Somebody looks at the page, and Nectar's log says so. */
    view(id: string) {
      get(id).wasViewed = true
    },
    /** The customer submits their details. */
    use(id: string) {
      const kept = get(id)
      if (statusOf(kept) !== 'ACTIVE') return
      kept.useCount++
      if (kept.request.kind === 'contributor') {
        const made = { id: `c-${id}`, providerName: 'Coast Range Gas', status: 'PENDING' }
        kept.connections = [...kept.connections, made]
      }
    },
    /** Somebody else revokes it. */
    revoke(id: string) {
      if (statusOf(get(id)) === 'ACTIVE') get(id).isRevoked = true
    },
    /** Nectar lets it last until then, whatever was said before. */
    setExpiry(id: string, expiresAt: number | null) {
      get(id).expiresAt = expiresAt
    },
    lose(id: string) {
      invitations.delete(id)
    },

    /** The client of one load of the page: what is answered after it was left reaches nobody. */
    connect(isGone: () => boolean): ConnectClient {
      return {
        basePath: '/api/nectar',
        scope: backend.scope,
        isSettled: createStore(true),
        hostedOrigin: () => backend.origin,
        scopeOf: () => backend.scope.get(),
        createInvitation(request) {
          backend.requests.push(request)
          return answer(
            'create',
            null,
            () => create(request),
            isGone,
            ({ id }) => answered.add(id),
          )
        },
        getInvitation: (id) => answer('read', id, () => viewOf(get(id)), isGone),
        revokeInvitation: (id) =>
          answer(
            'revoke',
            id,
            () => {
              backend.revoke(id)
              return viewOf(get(id))
            },
            isGone,
          ),
        call: () => Promise.reject(new Error('not asked for here')),
        listCursor: async () => null,
        listConnections: () => Promise.reject(new Error('not asked for here')),
        openChanges: () => Promise.reject(new Error('not asked for here')),
      }
    },
  }

  function get(id: string): KeptInvitation {
    const kept = invitations.get(id)
    if (!kept) throw new ConnectError('not_found')
    return kept
  }

  function statusOf({ isRevoked, maxUses, useCount, expiresAt }: KeptInvitation): string {
    if (isRevoked) return 'REVOKED'
    if (maxUses !== null && useCount >= maxUses) return 'FULFILLED'
    return !backend.isLate && expiresAt !== null && expiresAt <= backend.now() ? 'EXPIRED' : 'ACTIVE'
  }

  function viewOf(kept: KeptInvitation): InvitationView {
    const { id, request, expiresAt, useCount, maxUses, connections } = kept
    return {
      id,
      kind: request.kind,
      status: statusOf(kept),
      expiresInMs: expiresAt === null ? null : Math.max(0, expiresAt - backend.now()),
      createdAt: null,
      useCount,
      maxUses,
      requiresEmail: false,
      connectionId: request.kind === 'reconnect' ? request.connectionId : null,
      opened: kept.wasViewed || null,
      openedAt: null,
      usedAt: null,
      sites: [],
      sharing: null,
      createdConnections: connections,
    }
  }

  function create(request: CreateInvitationRequest): CreatedInvitation {
    const last = backend.ids().at(-1)
    const isSame = backend.answers === 'same' && last !== undefined
    if (backend.answers === 'dead' || isSame) backend.staleResponses++
    const id = attempts.get(request.idempotencyKey) ?? (isSame ? last : createInvitation(request))
    attempts.set(request.idempotencyKey, id)
    return { ...viewOf(get(id)), url: `${backend.origin}/p/i/${SECRET}-${id}` }
  }

  function createInvitation(request: CreateInvitationRequest): string {
    const id = `i-${invitations.size + 1}`
    const lifeMs = backend.answers === 'dead' ? 0 : backend.lifeMs
    const expiresAt = lifeMs === null ? null : backend.now() + lifeMs
    const { maxUses } = backend
    invitations.set(id, {
      id,
      request,
      expiresAt,
      useCount: 0,
      maxUses,
      isRevoked: false,
      wasViewed: false,
      connections: [],
    })
    return id
  }

  function answer<T>(
    call: Call,
    id: string | null,
    work: () => T,
    isGone: () => boolean,
    arrive: (result: T) => void = () => {},
  ): Promise<T> {
    backend.calls.push({ call, id })
    const refusal = backend.failing[call]
    const loss = backend.losing[call]
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void) => {
        const unlessGone = () => isGone() || finish()
        if (backend.latencyMs === 0) unlessGone()
        else later(unlessGone, backend.latencyMs)
      }
      if (refusal) return settle(() => reject(refusal))
      try {
        const result = work()
        settle(() => {
          if (loss) return reject(loss)
          arrive(result)
          resolve(result)
        })
      } catch (error) {
        settle(() => reject(error))
      }
    })
  }

  return backend
}
