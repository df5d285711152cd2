import type { ConnectError } from '@nectar-connect/client'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { createLoad, useLoad } from '../context/create-load.ts'
import type { FlowRequest } from '../flow/dialog-embed.tsx'
import { LoadFailed } from '../ui/plain.tsx'
import type { Failure } from './guard.tsx'
import { OpeningDialog } from './opening-dialog.tsx'

/** All that leads to Nectar's page: session, data, the first screens and their words. */
export const flow = createLoad(() => import('../flow/flow-parts.ts'))

// On a server nobody waits for anything to come near.
if (typeof window === 'undefined')
  flow.load().then(
    ({ later }) => later.preload(),
    () => {},
  )

/**
 * For what opens the flow in a dialog. The flow is loaded when the customer comes near, when they ask for it, and when
 * an earlier load of the page had it open.
 *
 * @param name the session's, on its page
 * @param isWanted whether it is wanted before anybody comes near
 */
export function useFlow(name: string, isWanted = false) {
  const { state, parts } = useLoad(flow, isWanted)
  const [isNear, setNear] = useState(false)
  const [request, setRequest] = useState<FlowRequest | null>(null)
  useEffect(() => {
    if (wasOpen(name)) flow.preload()
  }, [name])

  /** The same at each drawing. */
  const stable = useMemo(() => {
    function comeNear() {
      setNear(true)
      flow.preload()
    }
    return {
      /** For the element that the customer comes near. */
      triggers: { onPointerEnter: comeNear, onFocus: comeNear },
      /** Asks for something, also before the flow is loaded. The same once more is another request. */
      ask(action: FlowRequest['action'], connectionId?: string) {
        setRequest({ action, connectionId })
        flow.preload()
      },
    }
  }, [])

  /** What stands there until the flow does. */
  function standIn(): ReactNode {
    if (parts || !request) return null
    if (state === 'failed') return <LoadFailed of={flow} />
    return <OpeningDialog onClose={() => setRequest(null)} />
  }

  return {
    ...stable,
    parts,
    standIn,
    /** What the loaded flow needs to know. */ asked: { name, isNear, request },
  }
}

/** Whether an earlier load of this page may have had it open: a look at the names of what it kept. */
function wasOpen(name: string): boolean {
  try {
    return Object.keys(sessionStorage).some(
      (key) => key.startsWith('nectar-connect:') && key.endsWith(`:${name}`),
    )
  } catch {
    return false
  }
}

/** Reports a failure of ours to the host. Without the flow, which has the error's class, only the console has it. */
export async function reportFailure(
  failure: Failure,
  onError: ((error: ConnectError) => void) | undefined,
): Promise<void> {
  if (onError)
    await flow.load().then(
      ({ reportFault }) => reportFault(failure, onError),
      () => {},
    )
}
