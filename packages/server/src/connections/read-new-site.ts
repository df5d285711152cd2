import type { NewSite } from '../app/nectar-connect.ts'
import { requireText } from './require-text.ts'

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
