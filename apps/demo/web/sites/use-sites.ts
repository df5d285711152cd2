import { useQuery } from '@tanstack/react-query'
import type { SitesAnswer } from '../../wire/host-api.ts'
import { request } from '../session/request.ts'
import { useSignedIn } from '../session/signed-in.tsx'

/** The company's sites. */
export function useSites() {
  const { session } = useSignedIn()
  return useQuery({
    queryKey: ['plumbline', 'sites', session.company.slug],
    queryFn: () => request<SitesAnswer>('/sites'),
    staleTime: 60_000,
  })
}
