import type { ConnectError } from '@nectar-connect/client'
import { callHost } from '../context/call-host.ts'
import type { Failure } from './guard.tsx'
import { loadFlow } from './load-flow.ts'

/**
 * Tells the host of a failure of ours. The error's class comes with the flow; where that cannot be loaded, the console
 * has all that is known.
 */
export async function reportFailure(
  failure: Failure,
  onError: ((error: ConnectError) => void) | undefined,
): Promise<void> {
  const parts = await loadFlow().catch(() => null)
  if (parts) await callHost(onError, new parts.ConnectError('internal_error', failure))
}
