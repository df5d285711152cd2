import { useContext, useEffect } from 'react'
import type { FramePageProps } from '../context/frame-renderer.ts'
import { useLatest } from '../context/use-latest.ts'
import { InPageSandboxContext } from './in-page-sandbox.ts'

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
