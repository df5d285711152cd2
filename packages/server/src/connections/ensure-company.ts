import { nectarCompany } from '@nectar-connect/contract/nectar'
import type { NewSite } from '../app/nectar-connect.ts'
import type { Log } from '../lib/log.ts'
import { invalidRequest } from '../lib/nectar-connect-error.ts'
import { type NectarClient, parseReply } from '../nectar/nectar-client.ts'

interface Company {
  id: string
  name: string
}

/** Finds a company by its external id, or creates it; concurrent calls for one external id share the work. */
export function createEnsureCompany(client: NectarClient) {
  const working = new Map<string, Promise<Company>>()
  return async (input: { externalId: string; name: string }, log: Log): Promise<Company> => {
    requireText('ensureCompany', input?.externalId, 'externalId')
    requireText('ensureCompany', input.name, 'name')
    const { externalId, name } = input
    const known = working.get(externalId)
    if (known) return known
    const work = findOrCreate(client, { externalId, name }, log).finally(() => working.delete(externalId))
    working.set(externalId, work)
    return work
  }
}

async function findOrCreate(
  client: NectarClient,
  { externalId, name }: { externalId: string; name: string },
  log: Log,
): Promise<Company> {
  const companies = (await client.listCompanies(log)) as ({ externalId?: unknown } | null)[]
  const found = companies.find((company) => company?.externalId === externalId)
  // One that is there but cannot be read is an error: creating another would split the organization in two.
  const company = found
    ? parseReply(nectarCompany, found)
    : await client.createCompany({ name, externalId }, log)
  return { id: company.id, name: company.name }
}

/**
 * The fields of a site that Nectar knows, and no others: hosts tend to pass their whole row.
 *
 * @throws NectarConnectError `invalid_request`
 */
export function readNewSite(site: NewSite): NewSite {
  requireText('sites.create', site?.name, 'name')
  const { name, externalId, address, path } = site
  return {
    name,
    ...(externalId === undefined ? {} : { externalId }),
    ...(address === undefined ? {} : { address }),
    ...(path === undefined ? {} : { path }),
  }
}

/** @throws NectarConnectError `invalid_request` when what a host passed to a function of ours is no text, or empty. */
function requireText(name: string, value: unknown, field: string): void {
  if (typeof value === 'string' && value.trim() !== '') return
  const message = `${name}() needs a "${field}" that is not empty.`
  throw invalidRequest(field, 'Expected a text that is not empty.', message)
}
