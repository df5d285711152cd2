import {
  buildHistory,
  createEpoch,
  diffStatus,
  type KeptObservation,
  readFrom,
  toChange,
} from '../change-log.ts'
import {
  type ChangesPart,
  CLAIM_MS,
  type Claim,
  type ClaimToken,
  type ConnectionChange,
  HANDLED_KEPT_MS,
  type LatestStatus,
  limitsOf,
  type StatusReading,
} from '../connect-store.ts'
import type { Listeners } from '../listeners.ts'
import type { MemoryStoreOptions } from './memory-store.ts'

interface Company {
  /** Position of the newest change that is no longer kept. */
  floor: number
  changes: { position: number; change: ConnectionChange }[]
  /** By connection; each by order, oldest first. */
  connections: Map<string, KeptObservation[]>
}

export function createMemoryChanges(
  options: MemoryStoreOptions & { companies: number },
  listeners: Listeners,
  now: () => number,
): ChangesPart & { erase(companyId: string): void } {
  const { changesPerCompany, observationsPerConnection } = limitsOf(options)
  const claims = createMemoryClaims(now)
  const companies = new Map<string, Company>()
  const owners = new Map<string, string>()
  let position = 0
  /** The floor of companies that nothing is known of. */
  let forgotten = 0
  // Made on first use: some runtimes give no random numbers before the first request.
  let birth: { epoch: string; startedAt: number } | null = null
  function born() {
    birth ??= { epoch: createEpoch(), startedAt: now() }
    return birth
  }

  function erase(companyId: string) {
    for (const connectionId of companies.get(companyId)?.connections.keys() ?? []) {
      if (owners.get(connectionId) === companyId) owners.delete(connectionId)
    }
    companies.delete(companyId)
    // One further, so that even a reader who had seen everything is told.
    position += 1
    forgotten = position
  }

  /** The company, as the one with the newest news. */
  function touch(companyId: string): Company {
    const company = companies.get(companyId) ?? { floor: forgotten, changes: [], connections: new Map() }
    companies.delete(companyId)
    companies.set(companyId, company)
    if (companies.size <= options.companies) return company
    const [oldest] = companies.keys()
    if (oldest !== undefined) erase(oldest)
    return company
  }

  function append(company: Company, observation: StatusReading, from: string | null): ConnectionChange {
    position += 1
    const change = toChange(observation, from, { epoch: born().epoch, position })
    company.changes.push({ position, change })
    if (company.changes.length > changesPerCompany) {
      company.floor = company.changes.shift()?.position ?? company.floor
    }
    return change
  }

  function write(observation: StatusReading): ConnectionChange | null {
    const { companyId, connectionId, sortKey } = observation
    const company = touch(companyId)
    const known = company.connections.get(connectionId) ?? []
    const newest = known.at(-1) ?? null
    const next = diffStatus(newest, observation)
    const change = next && append(company, observation, next.from)
    const kept = { ...observation, cursor: change?.cursor ?? null }
    if (newest === null || newest.sortKey < sortKey) known.push(kept)
    else known.splice(known.findLastIndex((older) => older.sortKey < sortKey) + 1, 0, kept)
    if (known.length > observationsPerConnection) known.shift()
    company.connections.set(connectionId, known)
    owners.set(connectionId, companyId)
    return change
  }

  function latestOf(known: KeptObservation[] | undefined): LatestStatus | null {
    const newest = known?.at(-1)
    return newest ? { status: newest.status, sortKey: newest.sortKey } : null
  }

  return {
    claim: async (eventId, subject) => claims.claim(eventId, subject),
    async commit(token, observation) {
      if (!claims.finish(token)) return { state: 'lost' }
      const change = observation && write(observation)
      if (change) listeners.notify(change.companyId, 'changes')
      return { state: 'committed', change }
    },
    release: async (token) => claims.release(token),
    async findConnection(connectionId) {
      const companyId = owners.get(connectionId) ?? ''
      const latest = latestOf(companies.get(companyId)?.connections.get(connectionId))
      return latest && { companyId, ...latest }
    },
    async latestStatuses(companyId) {
      const connections = new Map<string, LatestStatus>()
      for (const [id, known] of companies.get(companyId)?.connections ?? []) {
        const latest = latestOf(known)
        if (latest) connections.set(id, latest)
      }
      return { startedAt: born().startedAt, connections }
    },
    async readChanges(companyId, cursor, limit) {
      const company = companies.get(companyId)
      const extent = { epoch: born().epoch, position, floor: company?.floor ?? forgotten }
      return readFrom(cursor, extent, (after) => {
        const news = (company?.changes ?? []).filter((entry) => entry.position > after)
        return news.slice(0, limit).map(({ change }) => change)
      })
    },
    readHistory: async (companyId, connectionId, limit) =>
      buildHistory(companies.get(companyId)?.connections.get(connectionId) ?? [], limit),
    erase,
  }
}

/** What is past is let go of no more often than this, in milliseconds. */
const SWEEP_MS = 1_000

/** Which events are being handled, and which were. */
function createMemoryClaims(now: () => number) {
  const claims = new Map<string, { nonce: string; subject: string; endsAt: number }>()
  const holders = new Map<string, string>()
  /** By when they were handled, so that the oldest come first. */
  const handled = new Map<string, number>()
  let claimed = 0
  let sweptAt = Number.NEGATIVE_INFINITY

  const isLive = (eventId: string | undefined) =>
    eventId !== undefined && (claims.get(eventId)?.endsAt ?? 0) > now()
  const isHandled = (eventId: string) => (handled.get(eventId) ?? 0) > now()
  const holds = ({ eventId, nonce }: ClaimToken) => isLive(eventId) && claims.get(eventId)?.nonce === nonce

  function drop(eventId: string) {
    const claim = claims.get(eventId)
    if (claim && holders.get(claim.subject) === eventId) holders.delete(claim.subject)
    claims.delete(eventId)
  }

  function forgetOld() {
    if (Math.abs(now() - sweptAt) < SWEEP_MS) return
    sweptAt = now()
    for (const [eventId, until] of handled) {
      if (until > now()) break
      handled.delete(eventId)
    }
    for (const [eventId, { endsAt }] of claims) {
      if (endsAt > now()) break
      drop(eventId)
    }
  }

  return {
    claim(eventId: string, subject: string): Claim {
      forgetOld()
      if (isHandled(eventId)) return { state: 'done' }
      if (isLive(eventId) || isLive(holders.get(subject))) return { state: 'busy' }
      drop(eventId)
      claimed += 1
      const nonce = String(claimed)
      claims.set(eventId, { nonce, subject, endsAt: now() + CLAIM_MS })
      holders.set(subject, eventId)
      return { state: 'claimed', token: { eventId, subject, nonce } }
    },
    /** Ends a claim as handled. @returns false, doing nothing, when it no longer holds. */
    finish(token: ClaimToken): boolean {
      if (!holds(token)) return false
      drop(token.eventId)
      // As the last of all: what is swept ends at the first that is to be kept.
      handled.delete(token.eventId)
      handled.set(token.eventId, now() + HANDLED_KEPT_MS)
      return true
    },
    release(token: ClaimToken): void {
      if (holds(token)) drop(token.eventId)
    },
  }
}
