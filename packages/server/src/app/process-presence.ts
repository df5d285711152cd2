import { docsUrl } from '@nectar-connect/contract/wire'
import type { Log } from '../lib/log.ts'

const KEY = Symbol.for('@nectar-connect/server/in-memory')
const SEVERAL =
  'A second NectarConnect is in use in this process, and each keeps changes in its own memory: pages of one do not hear of what the other is told. In Next.js, write export const nectar = oncePerProcess(() => createNectarConnect(…)), from "@nectar-connect/server/next". Elsewhere make it once and import it, or pass a "store" that is shared.'
const ONE_OF_MANY = `This process is one of several, and keeps changes in its own memory: pages of one do not hear of what another is told. Pass a "store" that is shared, such as createRedisStore. See ${docsUrl('many-machines')}.`

interface Present {
  instances: Set<object>
  said: Set<string>
}

export type ProcessPresence = ReturnType<typeof createProcessPresence>

/**
 * Finds out whether parts that keep changes in memory are one of several.
 *
 * @param place What the copies of this package in one process share.
 */
export function createProcessPresence(isInMemory: boolean, log: Log, place: object) {
  const me = {}
  let hasEntered = false
  const shared = place as Record<symbol, Present | undefined>

  function warn({ said }: Present, text: string) {
    if (said.has(text)) return
    said.add(text)
    log.warn(text, {})
  }

  return {
    /** Logs, once for each process, that there are several. Called with the first request. */
    enter() {
      if (hasEntered || !isInMemory) return
      hasEntered = true
      const present = shared[KEY] ?? { instances: new Set(), said: new Set() }
      shared[KEY] = present
      present.instances.add(me)
      if (present.instances.size > 1) warn(present, SEVERAL)
      if (isOneOfMany()) warn(present, ONE_OF_MANY)
    },
    leave() {
      hasEntered = true
      shared[KEY]?.instances.delete(me)
    },
  }
}

/** A worker of Node's `cluster`, or of a process manager that counts its instances. */
function isOneOfMany(): boolean {
  const { process } = globalThis as {
    process?: {
      env?: Record<string, string | undefined>
      getBuiltinModule?: (name: string) => { isWorker?: boolean } | undefined
    }
  }
  if (process?.env?.NODE_APP_INSTANCE !== undefined) return true
  return process?.getBuiltinModule?.('node:cluster')?.isWorker === true
}
