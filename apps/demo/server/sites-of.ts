import type { NectarConnectServer } from '@nectar-connect/server'
import type { SiteView } from '../wire/host-api.ts'
import type { CompanyFixture } from './fixtures/fixture-types.ts'

/** The company's sites as Plumbline keeps them, with the ids that Nectar gave them. */
export async function sitesOf(
  nectar: NectarConnectServer,
  companyId: string,
  company: CompanyFixture,
): Promise<SiteView[]> {
  const registered = await nectar.sites.list(companyId)
  const idByKey = new Map(registered.map((site) => [site.externalId, site.id]))
  return company.sites.flatMap(({ externalId, ...site }) => {
    const id = idByKey.get(externalId)
    return id === undefined ? [] : [{ id, ...site }]
  })
}
