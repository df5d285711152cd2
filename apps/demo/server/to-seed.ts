import type { SeedCompany } from '@nectar-connect/sandbox'
import type { CompanyFixture } from './fixtures/fixture-types.ts'

const HOUR = 3_600_000

/** What the sandbox should know about a company, as if it had been Nectar's customer for a while. */
export function toSeed(company: CompanyFixture, nowMs: number): SeedCompany {
  const before = (hours: number) => new Date(nowMs - hours * HOUR).toISOString()
  const keyByCode = new Map(company.sites.map((site) => [site.code, site.externalId]))
  return {
    name: company.name,
    externalId: company.slug,
    sites: company.sites.map(({ name, externalId, city, region }) => ({
      name,
      externalId,
      address: `${city}, ${region}`,
      path: [region],
    })),
    connections: company.connections.map((connection) => ({
      provider: connection.provider,
      status: connection.status,
      utilityTypes: connection.utilityTypes,
      sites: connection.siteCodes.flatMap((code) => keyByCode.get(code) ?? []),
      createdAt: before(connection.createdDaysAgo * 24),
      statusSince: before(connection.statusHoursAgo),
    })),
  }
}
