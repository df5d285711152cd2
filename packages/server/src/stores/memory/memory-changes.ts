import {
  buildHistory,
  createEpoch,
  diffStatus,
  type KeptObservation,
  positionAfter,
  writeCursor,
} from '../change-log.ts'
import {
  CHANGES_PER_COMPANY,
  type ChangesPart,
  CLAIM_MS,
  type Claim,
  type ClaimToken,
  type ConnectionChange,
  HANDLED_KEPT_MS,
  OBSERVATIONS_PER_CONNECTION,
  type StatusReading,
} from '../connect-store.ts'
import type { Listeners } from '../listeners.ts'
import { COMPANIES, type MemoryStoreOptions } from './memory-store.ts'

interface Company {
  /** Position of the newest change that is no longer kept. */
  floor: number
  changes: { position: number; change: ConnectionChange }[]
  /** By connection; each by order, oldest first. */
  connections: Map<string, KeptObservation[]>
}

/** Claims and changes of all companies. */
export function createMemoryChanges(
  options: MemoryStoreOptions,
  listeners: Listeners,
  now: () => number,
): ChangesPart & { erase(companyId: string): void } {
  const maxChanges = options.changesPerCompany ?? CHANGES_PER_COMPANY
  const maxObservations = options.observationsPerConnection ?? OBSERVATIONS_PER_CONNECTION
  const maxCompanies = options.companies ?? COMPANIES
  const claims = createMemoryClaims(now)
  const companies = new Map<string, Company>()
  const owners = new Map<string, string>()
  let position = 0
  /** The floor of companies that nothing is known of. */
  let forgotten = 0
  // Made on first use: some runtimes give no random numbers before the first request.
  let birth: { epoch: string; startedAt: number } | null = null
  const born = () => {
    birth ??= { epoch: createEpoch(), startedAt: now() }
    return birth
  }

  const forget = (companyId: string) => {
    for (const connectionId of companies.get(companyId)?.connections.keys() ?? []) {
      if (owners.get(connectionId) === companyId) owners.delete(connectionId)
    }
    companies.delete(companyId)
    // One further, so that even a reader who had seen everything is told.
    position += 1
    forgotten = position
  }

  /** The company, as the one with the newest news. */
  const touch = (companyId: string): Company => {
    const company = companies.get(companyId) ?? { floor: forgotten, changes: [], connections: new Map() }
    companies.delete(companyId)
    companies.set(companyId, company)
    const [oldest] = companies.keys()
    if (companies.size > maxCompanies && oldest !== undefined) forget(oldest)
    return company
  }

  const append = (company: Company, observation: StatusReading, from: string | null): ConnectionChange => {
    const { eventId, companyId, connectionId, status, at, source } = observation
    position += 1
    const cursor = writeCursor(born().epoch, position)
    const change = { cursor, eventId, companyId, connectionId, from, to: status, at, source }
    company.changes.push({ position, change })
    const [oldest] = company.changes
    if (company.changes.length > maxChanges && oldest !== undefined) {
      company.changes.shift()
      company.floor = oldest.position
    }
    return change
  }

  const write = (observation: StatusReading): ConnectionChange | null => {
    const company = touch(observation.companyId)
    const known = company.connections.get(observation.connectionId) ?? []
    const next = diffStatus(known.at(-1) ?? null, observation)
    const change = next && append(company, observation, next.from)
    const before = known.findLastIndex(({ sortKey }) => sortKey < observation.sortKey)
    known.splice(before + 1, 0, { ...observation, cursor: change?.cursor ?? null })
    if (known.length > maxObservations) known.shift()
    company.connections.set(observation.connectionId, known)
    owners.set(observation.connectionId, observation.companyId)
    return change
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
      const companyId = owners.get(connectionId)
      const latest = companies
        .get(companyId ?? '')
        ?.connections.get(connectionId)
        ?.at(-1)
      if (companyId === undefined || latest === undefined) return null
      return { companyId, status: latest.status, sortKey: latest.sortKey }
    },
    async latestStatuses(companyId) {
      const connections = [...(companies.get(companyId)?.connections ?? [])].flatMap(([id, known]) => {
        const newest = known.at(-1)
        return newest ? [[id, { status: newest.status, sortKey: newest.sortKey }] as const] : []
      })
      return { startedAt: born().startedAt, connections: new Map(connections) }
    },
    async readChanges(companyId, cursor, limit) {
      const { epoch } = born()
      const here = writeCursor(epoch, position)
      if (cursor === null) return { state: 'changes', changes: [], cursor: here }
      const company = companies.get(companyId)
      const after = positionAfter(cursor, { epoch, position, floor: company?.floor ?? forgotten })
      if (after === null) return { state: 'reset', cursor: here }
      const news = (company?.changes ?? []).filter((entry) => entry.position > after).slice(0, limit)
      const changes = news.map(({ change }) => change)
      return { state: 'changes', changes, cursor: changes.at(-1)?.cursor ?? cursor }
    },
    readHistory: async (companyId, connectionId, limit) =>
      buildHistory(companies.get(companyId)?.connections.get(connectionId) ?? [], limit),
    erase: forget,
  }
}

/** Which events are being handled, and which were. */
export interface MemoryClaims {
  claim(eventId: string, subject: string): Claim
  /** Ends a claim as handled. @returns false, doing nothing, when it no longer holds. */
  finish(token: ClaimToken): boolean
  release(token: ClaimToken): void
}

export function createMemoryClaims(now: () => number): MemoryClaims {
  const claims = new Map<string, { nonce: string; subject: string; endsAt: number }>()
  const holders = new Map<string, string>()
  /** By when they were handled, so that the oldest come first. */
  const handled = new Map<string, number>()

  const isLive = (eventId: string | undefined) =>
    eventId !== undefined && (claims.get(eventId)?.endsAt ?? 0) > now()

  const drop = (eventId: string) => {
    const claim = claims.get(eventId)
    if (claim && holders.get(claim.subject) === eventId) holders.delete(claim.subject)
    claims.delete(eventId)
  }
  const holds = ({ eventId, nonce }: ClaimToken) => isLive(eventId) && claims.get(eventId)?.nonce === nonce

  const forgetOld = () => {
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
    claim(eventId, subject) {
      forgetOld()
      if (handled.has(eventId)) return { state: 'done' }
      if (isLive(eventId) || isLive(holders.get(subject))) return { state: 'busy' }
      drop(eventId)
      const nonce = crypto.randomUUID()
      claims.set(eventId, { nonce, subject, endsAt: now() + CLAIM_MS })
      holders.set(subject, eventId)
      return { state: 'claimed', token: { eventId, subject, nonce } }
    },
    finish(token) {
      if (!holds(token)) return false
      drop(token.eventId)
      handled.set(token.eventId, now() + HANDLED_KEPT_MS)
      return true
    },
    release(token) {
      if (holds(token)) drop(token.eventId)
    },
  }
}
