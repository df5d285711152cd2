import type { ResolvedOptions } from '../options.ts'
import { createIdSource } from './ids.ts'
import {
  CompanyMap,
  type CompanyRecord,
  type ConnectionEvent,
  type ConnectionRecord,
  type Given,
  type InvitationRecord,
  type KeyScope,
  type MailRecord,
  type SiteRecord,
} from './records.ts'
import { createSandboxTime } from './time.ts'

interface Check {
  /** When it ends, in milliseconds since the epoch, without skew. */
  at: number
  callOff(): void
}

export type SandboxState = ReturnType<typeof createSandboxState>

/** Everything the sandbox knows, and its time. It says what happens to connections, and needs no other part of the sandbox. */
export function createSandboxState(options: ResolvedOptions) {
  const listeners = new Set<(event: ConnectionEvent) => void>()
  const state = {
    options,
    time: createSandboxTime(options.now, options.schedule),
    ids: createIdSource(options.seed),
    /** In milliseconds; starts as the option and can be changed. */
    checkDelayMs: options.checkDelayMs,
    /** Maps keep the order of creation. */
    companies: new Map<string, CompanyRecord>(),
    sites: new CompanyMap<SiteRecord>(),
    connections: new CompanyMap<ConnectionRecord>(),
    invitations: new CompanyMap<InvitationRecord>(),
    invitationsCreated: 0,
    /** Oldest first. */
    mails: [] as MailRecord[],
    mailsFiled: 0,
    requests: new Map<string, number>(),
    /** The keys that are accepted, and what each of them sees. */
    apiKeys: new Map<string, KeyScope>(options.apiKeys.map((key) => [key, null])),
    checks: new Map<string, Check>(),
    subscribe(listener: (event: ConnectionEvent) => void): void {
      listeners.add(listener)
    },
    emit(event: ConnectionEvent): void {
      for (const listener of listeners) listener(event)
    },
    /** Back to nothing, and to the keys of the start. @param clock whether it goes with the host's again */
    reset(clock: boolean): void {
      const { companies, sites, connections, invitations, requests, apiKeys, checks } = state
      state.time.reset(clock)
      state.ids.reset()
      state.checkDelayMs = options.checkDelayMs
      for (const map of [companies, sites, connections, invitations, requests, apiKeys, checks]) map.clear()
      for (const key of options.apiKeys) apiKeys.set(key, null)
      state.mails.length = 0
      state.mailsFiled = 0
      state.invitationsCreated = 0
    },
  }
  return state
}

/** Sites of a company that data is collected for, in order of creation. */
export function activeSitesOf({ sites }: SandboxState, companyId: string): SiteRecord[] {
  return sites.of(companyId).filter((site) => site.dataCollectionStopDate === null)
}

/** A company that is not stored yet. */
export function newCompany(
  { ids }: SandboxState,
  { id, name, externalId, users }: Given<CompanyRecord> & { name: string },
): CompanyRecord {
  return {
    id: id?.toLowerCase() ?? ids.uuid(),
    publicId: ids.uuid(),
    name,
    externalId: externalId ?? null,
    users: users ?? [],
  }
}

/** A site that is not stored yet. */
export function newSite(
  { ids }: SandboxState,
  companyId: string,
  given: Given<SiteRecord> & { name: string },
): SiteRecord {
  return {
    id: given.id?.toLowerCase() ?? ids.uuid(),
    companyId,
    name: given.name,
    externalId: given.externalId ?? null,
    address: given.address ?? null,
    path: given.path ?? [],
    dataCollectionStopDate: given.dataCollectionStopDate ?? null,
  }
}
