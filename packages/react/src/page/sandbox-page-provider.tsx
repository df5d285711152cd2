import { useEffect } from 'react'
import { FrameHomeContext } from '../context/frame-renderer.ts'
import {
  NectarConnectProvider,
  type NectarConnectProviderProps,
} from '../context/nectar-connect-provider.tsx'
import { type InPageSandbox, PageOfSandboxContext } from './page-of-sandbox.ts'
import { SandboxRenderer } from './sandbox-renderer.tsx'

/** Props of `<InPageSandboxProvider/>`. */
export interface SandboxPageProviderProps extends Omit<NectarConnectProviderProps, 'fetch'> {
  page: InPageSandbox
}

/**
 * `NectarConnectProvider` in a page that holds server and sandbox itself, such as a Storybook: nothing goes over a
 * network, and Nectar's page is shown in a frame on an opaque origin.
 *
 * @example
 * const Preview = ({ page }: SandboxPageProviderProps) => (
 *   <InPageSandboxProvider page={page} app={{ name: 'Plumbline' }}>
 *     <NectarConnect />
 *   </InPageSandboxProvider>
 * )
 */
export function InPageSandboxProvider({ page, ...props }: SandboxPageProviderProps) {
  useEffect(() => page.followTabLinks(document), [page])
  return (
    <PageOfSandboxContext.Provider value={page}>
      <FrameHomeContext.Provider value={OFFLINE}>
        <NectarConnectProvider {...props} fetch={page.fetch} />
      </FrameHomeContext.Provider>
    </PageOfSandboxContext.Provider>
  )
}

const OFFLINE = { Page: SandboxRenderer, isOnline: false }
