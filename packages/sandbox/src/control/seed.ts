import { SandboxError } from '../errors.ts'
import { cancelCheck } from '../state/connections.ts'
import { findProvider, findProviderByUrl, hostOf } from '../state/providers.ts'
import type { CompanyRecord, ConnectionRecord, SiteRecord } from '../state/records.ts'
import type { SandboxState } from '../state/sandbox-state.ts'
import type { ControlParts } from './define-call.ts'
import type { SeedCompany, SeedConnection, SeededCompany, SeedSite } from './seed-schema.ts'

/** Adds companies. All of them are built before the first is stored, so that a mistake adds nothing. */
export function seed(state: SandboxState, input: readonly SeedCompany[]): SeededCompany[] {
  return input.map((company) => build(state, company)).map((batch) => store(state, batch))
}

/** Adds a connection to a company, and tells it by webhook. @returns its id */
export function addConnection(state: SandboxState, company: CompanyRecord, input: SeedConnection): string {
  const connection = buildConnection(state, company, state.sites.of(company.id), input)
  if (state.connections.has(connection.id)) {
    throw new SandboxError('invalid', 'There is a connection with that id already.')
  }
  state.connections.set(connection.id, connection)
  state.emit({ kind: 'created', connection })
  return connection.id
}

/** Back to an empty sandbox. @param clock whether the clock goes with the host's again */
export function reset({ state, flows, faults, webhooks }: ControlParts, clock = false): void {
  state.reset(clock)
  webhooks.reset()
  faults.reset()
  flows.clear()
}

/** The same seed with the ids that were made of it. */
export function withIds(input: readonly SeedCompany[], made: readonly SeededCompany[]): SeedCompany[] {
  return input.map((company, index) => {
    const { id = '', siteIds = [], connectionIds = [] } = made[index] ?? {}
    const given = <T extends object>(items: readonly T[] | undefined, ids: readonly string[]) =>
      (items ?? []).map((item, at) => ({ ...item, id: ids[at] ?? '' }))
    return structuredClone({
      ...company,
      id,
      sites: given(company.sites, siteIds),
      connections: given(company.connections, connectionIds),
    })
  })
}

function store(
  state: SandboxState,
  { company, sites, connections }: ReturnType<typeof build>,
): SeededCompany {
  state.companies.set(company.id, company)
  for (const site of sites) state.sites.set(site.id, site)
  for (const connection of connections) {
    cancelCheck(state, connection.id)
    state.connections.set(connection.id, connection)
  }
  return {
    id: company.id,
    siteIds: sites.map((site) => site.id),
    connectionIds: connections.map((connection) => connection.id),
  }
}

function build(state: SandboxState, input: SeedCompany) {
  const company: CompanyRecord = {
    id: idOf(state, input.id),
    publicId: state.ids.uuid(),
    name: input.name,
    externalId: input.externalId ?? null,
    users: input.users ?? [],
  }
  const sites = (input.sites ?? []).map((site) => buildSite(state, company.id, site))
  const connections = (input.connections ?? []).map((connection) =>
    buildConnection(state, company, sites, connection),
  )
  return { company, sites, connections }
}

function buildSite(state: SandboxState, companyId: string, input: SeedSite): SiteRecord {
  return {
    id: idOf(state, input.id),
    companyId,
    name: input.name,
    externalId: input.externalId ?? null,
    address: input.address ?? null,
    path: input.path ?? [],
    dataCollectionStopDate: input.dataCollectionStopDate ?? null,
  }
}

/** @throws SandboxError `invalid` for an unknown provider or site */
function buildConnection(
  state: SandboxState,
  company: CompanyRecord,
  sites: readonly SiteRecord[],
  input: SeedConnection,
): ConnectionRecord {
  const provider = findProvider(input.provider) ?? findProviderByUrl(input.provider)
  const datasource = provider ?? unlisted(input.provider)
  const created = input.createdAt === undefined ? state.time.stamp() : toStamp(input.createdAt)
  const statusFirstSeen = input.statusSince === undefined ? created : toStamp(input.statusSince)
  const statusLastUpdate = input.checkedAt === undefined ? statusFirstSeen : toStamp(input.checkedAt)
  return {
    id: idOf(state, input.id),
    companyId: company.id,
    externalId: input.externalId ?? null,
    status: input.status,
    statusErrorDetail: null,
    isActive: input.isActive ?? true,
    created,
    updated: statusLastUpdate,
    statusLastUpdate,
    statusFirstSeen,
    datasource: { name: datasource.name, url: datasource.url },
    country: input.country ?? 'US',
    siteIds: (input.sites ?? sites.map((site) => site.id)).map((wanted) => pickSite(company, sites, wanted)),
    utilityTypes: input.utilityTypes ?? provider?.types ?? ['ELECTRICITY'],
    username: input.username ?? 'nectar-sandbox-username',
    ownerEmail: input.ownerEmail ?? null,
    dataCollectionStartDate: input.dataCollectionStartDate ?? null,
    magicLinkSecret: state.ids.token(),
    accounts: (input.accounts ?? []).map(({ datasourceType, ...account }) => ({
      ...account,
      id: state.ids.uuid(),
      datasourceType: datasourceType ?? provider?.types[0] ?? 'ELECTRICITY',
    })),
  }
}

function unlisted(provider: string): { name: string; url: string } {
  const host = hostOf(provider)
  if (host !== null) return { name: host, url: provider }
  const message = `The seed names the provider "${provider}", which is neither in the catalog nor a web address.`
  throw new SandboxError('invalid', message)
}

function pickSite(company: CompanyRecord, sites: readonly SiteRecord[], wanted: string): string {
  const found = sites.find((site) => [site.id, site.externalId, site.name].includes(wanted))
  if (found) return found.id
  const message = `The seed names the site "${wanted}", which "${company.name}" does not have.`
  throw new SandboxError('invalid', message)
}

function idOf(state: SandboxState, id: string | undefined): string {
  return id?.toLowerCase() ?? state.ids.uuid()
}

function toStamp(text: string): number {
  return Date.parse(text) * 1000
}
