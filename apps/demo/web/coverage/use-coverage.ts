import { useConnections } from '@nectar-connect/react'
import type { SiteView } from '../../wire/host-api.ts'
import { useSites } from '../sites/use-sites.ts'
import { type Coverage, computeCoverage } from './coverage.ts'
import { toStreamLink } from './to-stream-link.ts'

export type CoverageResult =
  | { status: 'loading' }
  | { status: 'error' }
  | { status: 'success'; coverage: Coverage; sites: SiteView[]; month: string }

/** The coverage, from the company's own sites and from the connections that the embed reports. */
export function useCoverage(): CoverageResult {
  const sites = useSites()
  const connections = useConnections()
  if (sites.isError || connections.status === 'error') return { status: 'error' }
  if (sites.isPending || connections.status === 'loading') return { status: 'loading' }
  return {
    status: 'success',
    coverage: computeCoverage(sites.data.sites, connections.connections.map(toStreamLink)),
    sites: sites.data.sites,
    month: sites.data.month,
  }
}
