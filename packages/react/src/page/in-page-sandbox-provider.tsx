import { useEffect } from 'react'
import { FrameHomeContext } from '../context/frame-renderer.ts'
import {
  NectarConnectProvider,
  type NectarConnectProviderProps,
} from '../context/nectar-connect-provider.tsx'
import { InPageSandboxContext, type InPageSandboxLike } from './in-page-sandbox.ts'
import { SandboxRenderer } from './sandbox-renderer.tsx'

/** Props of `<InPageSandboxProvider/>`. */
export interface InPageSandboxProviderProps extends Omit<NectarConnectProviderProps, 'fetch'> {
  page: InPageSandboxLike
}

/**
 * `NectarConnectProvider` in a page that holds server and sandbox itself, such as a Storybook: nothing goes over a
 * network, and Nectar's page is shown in a frame on an opaque origin.
 *
 * @example
 * const Preview = ({ page }: InPageSandboxProviderProps) => (
 *   <InPageSandboxProvider page={page} app={{ name: 'Plumbline' }}>
 *     <NectarConnect />
 *   </InPageSandboxProvider>
 * )
 */
export function InPageSandboxProvider({ page, ...props }: InPageSandboxProviderProps) {
  useEffect(() => page.followTabLinks(document), [page])
  return (
    <InPageSandboxContext.Provider value={page}>
      <FrameHomeContext.Provider value={OFFLINE}>
        <NectarConnectProvider {...props} fetch={page.fetch} />
      </FrameHomeContext.Provider>
    </InPageSandboxContext.Provider>
  )
}

const OFFLINE = { Page: SandboxRenderer, isOnline: false }
