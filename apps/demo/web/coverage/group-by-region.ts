import type { SiteView } from '../../wire/host-api.ts'

export interface Region {
  name: string
  sites: SiteView[]
}

/** Sites by region, both in the order in which they first come. */
export function groupByRegion(sites: SiteView[]): Region[] {
  const regions = new Map<string, SiteView[]>()
  for (const site of sites) {
    const others = regions.get(site.region)
    if (others) others.push(site)
    else regions.set(site.region, [site])
  }
  return Array.from(regions, ([name, grouped]) => ({ name, sites: grouped }))
}
