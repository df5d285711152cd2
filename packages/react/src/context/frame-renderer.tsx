import { type ComponentType, createContext, type RefObject, useContext } from 'react'
import { shareOnce } from './share-once.ts'

export interface FramePageProps {
  frameRef: RefObject<HTMLIFrameElement | null>
  url: string
  /** What the frame is called. */
  title: string
  /** A page has arrived, as far as can be told. */
  onLoad: () => void
}

/** Where Nectar's page comes from. */
export interface FrameRenderer {
  /** The frame's element. */
  Page: ComponentType<FramePageProps>
  /** Whether it comes over a network. */
  isOnline: boolean
}

/** The network, unless a sandbox in this very page says otherwise: no option of ours does, nor does the main entry. */
export const FrameHomeContext = shareOnce('frameHome', () =>
  createContext<FrameRenderer>({ Page: IframeRenderer, isOnline: true }),
)

export function useFrameHome(): FrameRenderer {
  return useContext(FrameHomeContext)
}

/** Everything that Nectar's page needs, and no way to navigate the page around it. */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox'

/** Nectar's page, from Nectar. */
export function IframeRenderer({ frameRef, url, title, onLoad }: FramePageProps) {
  return (
    <iframe
      ref={frameRef}
      className="nectar-frame__page"
      src={url}
      title={title}
      sandbox={SANDBOX}
      referrerPolicy="no-referrer"
      onLoad={onLoad}
    />
  )
}
