import type { FramePageProps } from './frame-renderer.ts'

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
