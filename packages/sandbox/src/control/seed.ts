import { findProvider, findProviderByUrl, hostOf } from '../core/catalog.ts'
import { announceCreated, cancelCheck } from '../core/connections.ts'
import type { CompanyRecord, ConnectionRecord, SiteRecord } from '../core/records.ts'
import type { World } from '../core/world.ts'
import { SandboxError } from '../lib/errors.ts'
import type { ControlParts } from './define-call.ts'
import type { SeedCompany, SeedConnection, SeededCompany, SeedSite } from './seed-schema.ts'

interface Batch {
  company: CompanyRecord
  sites: SiteRecord[]
  connections: ConnectionRecord[]
}

/** Adds companies. All of them are built before the first is stored, so that a mistake adds nothing. */
export function seed(world: World, input: readonly SeedCompany[]): SeededCompany[] {
  return input.map((company) => build(world, company)).map((batch) => store(world, batch))
}

/** Adds a connection to a company, and tells it by webhook. @returns its id */
export function addConnection(world: World, company: CompanyRecord, input: SeedConnection): string {
  const connection = buildConnection(world, company, world.state.sites.of(company.id), input)
  if (world.state.connections.has(connection.id)) {
    throw new SandboxError('invalid', 'There is a connection with that id already.')
  }
  world.state.connections.set(connection.id, connection)
  announceCreated(world, connection)
  return connection.id
}

/** Back to an empty sandbox. @param clock whether the clock goes with the host's again */
export function reset({ world, flows }: ControlParts, clock = false): void {
  const { state } = world
  world.time.reset(clock)
  if (clock) world.clock.reset()
  world.ids.reset()
  world.webhooks.reset()
  world.faults.reset()
  world.held.breakAll()
  world.checks.clear()
  world.keys.reset()
  world.checkDelayMs = world.options.checkDelayMs
  for (const records of [state.companies, state.sites, state.connections, state.invitations]) records.clear()
  state.requests.clear()
  state.mails.length = 0
  state.mailsFiled = 0
  state.invitationsCreated = 0
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

function store(world: World, { company, sites, connections }: Batch): SeededCompany {
  const { state } = world
  state.companies.set(company.id, company)
  for (const site of sites) state.sites.set(site.id, site)
  for (const connection of connections) {
    cancelCheck(world, connection.id)
    state.connections.set(connection.id, connection)
  }
  return {
    id: company.id,
    siteIds: sites.map((site) => site.id),
    connectionIds: connections.map((connection) => connection.id),
  }
}

function build(world: World, input: SeedCompany): Batch {
  const company: CompanyRecord = {
    id: idOf(world, input.id),
    publicId: world.ids.uuid(),
    name: input.name,
    externalId: input.externalId ?? null,
    users: input.users ?? [],
  }
  const sites = (input.sites ?? []).map((site) => buildSite(world, company.id, site))
  const connections = (input.connections ?? []).map((connection) =>
    buildConnection(world, company, sites, connection),
  )
  return { company, sites, connections }
}

function buildSite(world: World, companyId: string, input: SeedSite): SiteRecord {
  return {
    id: idOf(world, input.id),
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
  world: World,
  company: CompanyRecord,
  sites: readonly SiteRecord[],
  input: SeedConnection,
): ConnectionRecord {
  const provider = findProvider(input.provider) ?? findProviderByUrl(input.provider)
  const datasource = provider ?? unlisted(input.provider)
  const created = input.createdAt === undefined ? world.clock.stamp() : toStamp(input.createdAt)
  const statusFirstSeen = input.statusSince === undefined ? created : toStamp(input.statusSince)
  const statusLastUpdate = input.checkedAt === undefined ? statusFirstSeen : toStamp(input.checkedAt)
  return {
    id: idOf(world, input.id),
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
    magicLinkSecret: world.ids.token(),
    accounts: (input.accounts ?? []).map(({ datasourceType, ...account }) => ({
      ...account,
      id: world.ids.uuid(),
      datasourceType: datasourceType ?? provider?.types[0] ?? 'ELECTRICITY',
    })),
  }
}

function unlisted(provider: string): { name: string; url: string } {
  const host = hostOf(provider)
  if (host !== null) return { name: host, url: provider }
  throw new SandboxError(
    'invalid',
    `The seed names the provider "${provider}", which is neither in the catalog nor a web address.`,
  )
}

function pickSite(company: CompanyRecord, sites: readonly SiteRecord[], wanted: string): string {
  const found = sites.find((site) => [site.id, site.externalId, site.name].includes(wanted))
  if (found) return found.id
  throw new SandboxError(
    'invalid',
    `The seed names the site "${wanted}", which "${company.name}" does not have.`,
  )
}

function idOf(world: World, id: string | undefined): string {
  return id?.toLowerCase() ?? world.ids.uuid()
}

function toStamp(text: string): number {
  return Date.parse(text) * 1000
}
