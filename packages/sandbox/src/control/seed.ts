import { SandboxError } from '../errors.ts'
import { SANDBOX_USERNAME } from '../hosted/sign-ins.ts'
import { addConnection, cancelCheck, newConnection } from '../state/connections.ts'
import { findProvider, findProviderByUrl, hostOf } from '../state/providers.ts'
import type { CompanyRecord, ConnectionRecord, SiteRecord } from '../state/records.ts'
import { newCompany, newSite, type SandboxState } from '../state/sandbox-state.ts'
import type { ControlParts } from './define-call.ts'
import type { SeedCompany, SeedConnection, SeededCompany } from './seed-schema.ts'

/** Adds companies. All of them are built before the first is stored, so that a mistake adds nothing. */
export function seed(state: SandboxState, input: readonly SeedCompany[]): SeededCompany[] {
  return input.map((company) => build(state, company)).map((batch) => store(state, batch))
}

/** Adds a connection to a company, and tells it by webhook. @returns its id */
export function seedOne(state: SandboxState, company: CompanyRecord, input: SeedConnection): string {
  const connection = buildConnection(state, company, state.sites.of(company.id), input)
  if (state.connections.has(connection.id)) {
    throw new SandboxError('invalid', 'There is a connection with that id already.')
  }
  addConnection(state, connection)
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
  const company = newCompany(state, input)
  const sites = (input.sites ?? []).map((site) => newSite(state, company.id, site))
  const connections = (input.connections ?? []).map((connection) =>
    buildConnection(state, company, sites, connection),
  )
  return { company, sites, connections }
}

/** @throws SandboxError `invalid` for an unknown provider or site */
function buildConnection(
  state: SandboxState,
  company: CompanyRecord,
  sites: readonly SiteRecord[],
  { provider: named, createdAt, statusSince, checkedAt, ...input }: SeedConnection,
): ConnectionRecord {
  const provider = findProvider(named) ?? findProviderByUrl(named)
  const { name, url } = provider ?? unlisted(named)
  const types = provider?.types ?? ['ELECTRICITY']
  return newConnection(state, {
    ...input,
    companyId: company.id,
    created: toStamp(createdAt),
    statusFirstSeen: toStamp(statusSince),
    statusLastUpdate: toStamp(checkedAt),
    datasource: { name, url },
    siteIds: (input.sites ?? sites.map((site) => site.id)).map((wanted) => pickSite(company, sites, wanted)),
    utilityTypes: input.utilityTypes ?? types,
    username: input.username ?? SANDBOX_USERNAME,
    accounts: input.accounts?.map((account) => ({
      ...account,
      id: state.ids.uuid(),
      datasourceType: account.datasourceType ?? types[0] ?? '',
    })),
  })
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

function toStamp(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Date.parse(text) * 1000
}
