import { type NectarCompany, nectarCompany } from '@nectar-connect/contract/nectar'
import type { Log } from '../lib/log.ts'
import type { NectarClient } from '../nectar/nectar-client.ts'
import { parseReply } from '../nectar/parse.ts'
import { requireText } from './require-text.ts'

export type EnsureCompany = (
  input: { externalId: string; name: string },
  log: Log,
) => Promise<{ id: string; name: string }>

/** Finds a company by its external id, or creates it; concurrent calls for one external id share the work. */
export function createEnsureCompany(client: NectarClient): EnsureCompany {
  const working = new Map<string, Promise<{ id: string; name: string }>>()
  return async (input, log) => {
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
  input: { externalId: string; name: string },
  log: Log,
): Promise<{ id: string; name: string }> {
  const found = (await client.listCompanies(log)).find((company) => hasExternalId(company, input.externalId))
  // One that is there but cannot be read is an error: creating another would split the organization in two.
  const company: NectarCompany =
    found === undefined
      ? await client.createCompany({ name: input.name, externalId: input.externalId }, log)
      : parseReply(nectarCompany, found)
  return { id: company.id, name: company.name }
}

function hasExternalId(company: unknown, externalId: string): boolean {
  return (
    typeof company === 'object' &&
    company !== null &&
    'externalId' in company &&
    company.externalId === externalId
  )
}
