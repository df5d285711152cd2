import { useSyncExternalStore } from 'react'
import { type FlowLoad, type FlowParts, flowLoad } from './load-flow.ts'

/** How the loading of the flow stands. On a server, and in the first moment after it, nothing is loaded. */
export function useFlowParts(): { state: FlowLoad['state']; parts: FlowParts | null } {
  const load = useSyncExternalStore(flowLoad.subscribe, flowLoad.get, () => NOTHING)
  return { state: load.state, parts: load.state === 'loaded' ? load.parts : null }
}

const NOTHING: FlowLoad = { state: 'unasked' }
