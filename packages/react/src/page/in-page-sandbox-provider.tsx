import { createContext, useContext, useEffect } from 'react'
import { FrameHomeContext, type FramePageProps } from '../context/frame-renderer.tsx'
import {
  NectarConnectProvider,
  type NectarConnectProviderProps,
} from '../context/nectar-connect-provider.tsx'
import { useLatest } from '../context/use-latest.ts'

/** What the embed needs of a sandbox in its own page: `createInPageSandbox` of `@nectar-connect/sandbox/page` makes one. */
export interface InPageSandboxLike {
  fetch: typeof fetch
  showPage(frame: HTMLIFrameElement, url: string, onShown: () => void): () => void
  followTabLinks(root: Document): () => void
}

export const InPageSandboxContext = createContext<InPageSandboxLike | null>(null)

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

/** Nectar's page, from a sandbox in this page. It never has the page's own origin, whatever is shown in it. */
export function SandboxRenderer({ frameRef, url, title, onLoad }: FramePageProps) {
  const page = useContext(InPageSandboxContext)
  const latest = useLatest(onLoad)
  useEffect(() => {
    const frame = frameRef.current
    return frame ? page?.showPage(frame, url, () => latest.current()) : undefined
  }, [page, frameRef, url, latest])
  return (
    <iframe
      ref={frameRef}
      className="nectar-frame__page"
      title={title}
      sandbox="allow-scripts allow-forms"
      referrerPolicy="no-referrer"
    />
  )
}
