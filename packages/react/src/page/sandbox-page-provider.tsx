import { useEffect, useMemo } from 'react'
import { FrameHomeContext } from '../provider/frame-home.ts'
import {
  NectarConnectProvider,
  type NectarConnectProviderProps,
} from '../provider/nectar-connect-provider.tsx'
import { offlinePage } from './offline-page.tsx'
import type { PageOfSandbox } from './page-of-sandbox.ts'

export interface SandboxPageProviderProps extends Omit<NectarConnectProviderProps, 'fetch'> {
  page: PageOfSandbox
}

/**
 * `NectarConnectProvider` in a page that holds server and sandbox itself, such as a Storybook: nothing goes over a
 * network, and Nectar's page is shown in a frame on an opaque origin.
 *
 * @example
 * <SandboxPageProvider page={page} host={{ name: 'Plumbline' }}>
 *   <NectarConnect />
 * </SandboxPageProvider>
 */
export function SandboxPageProvider({ page, ...props }: SandboxPageProviderProps) {
  const home = useMemo(() => ({ Page: offlinePage(page), isOnline: false }), [page])
  useEffect(() => page.followTabLinks(document), [page])
  return (
    <FrameHomeContext.Provider value={home}>
      <NectarConnectProvider {...props} fetch={page.fetch} />
    </FrameHomeContext.Provider>
  )
}
