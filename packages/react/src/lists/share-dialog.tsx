import { Flow, usePreloadedFlow } from '../button/load-flow.tsx'
import type { ShareFlow } from '../session/use-share-flow.ts'

/** Asking a colleague in a modal dialog of its own, where there is no session to come from. */
export function ShareDialog({ flow }: { flow: ShareFlow }) {
  usePreloadedFlow()
  const { current } = flow
  if (current === null) return null
  return <Flow>{({ OpenShareDialog }) => <OpenShareDialog open={current} flow={flow} />}</Flow>
}
